package io.vtkhdf.tests.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One {@link Chromium} for the tests of all classes: its start costs more than most of them. */
final class SharedChromium implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Chromium.class;
    }

    @Override
    public Chromium resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedChromium.class))
                .getOrComputeIfAbsent(Started.class, key -> new Started(), Started.class)
                .browser;
    }

    /** Ends with the last test. */
    private static final class Started implements AutoCloseable {
        private final Path profile;
        private final Chromium browser;

        Started() {
            try {
                profile = Files.createTempDirectory("chromium");
                browser = Chromium.start(profile);
            } catch (Exception e) {
                throw new AssertionError("Chromium does not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            browser.close();
            List<Path> all;
            try (Stream<Path> files = Files.walk(profile)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
    }
}
