package io.vtkhdf.read;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The files that make_parts.py has written. */
final class PartFixtures {

    private PartFixtures() {}

    /** Copies all of them into a folder, which it returns. */
    static Path copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(
                Path.of(PartFixtures.class.getResource("/parts/links.vtkhdf").toURI())
                        .getParent())) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
            return folder;
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
