package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.Converter;
import io.vtkhdf.copy.ImageTarget;
import io.vtkhdf.copy.VtkhdfTarget;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.vti.write.VtiForm;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random images written as .vti, and from there to VTKHDF and back, lose nothing but empty lists of strings, which
 * VTKHDF does not get.
 */
class XmlRoundTripTest {

    @TempDir
    Path scratch;

    static Stream<Arguments> imagesInEveryForm() {
        return XmlForms.all().flatMap(form -> Seeds.of(25).mapToObj(seed -> Arguments.of(form, seed)));
    }

    @ParameterizedTest
    @MethodSource("imagesInEveryForm")
    void losesNothing(VtiForm form, long seed) {
        RandomImage image = RandomImage.of(seed, RandomImage.Profile.ANY).withComponentNames();
        Seeds.run(image, () -> {
            Path first = scratch.resolve("first.vti");
            Path between = scratch.resolve("between.vtkhdf");
            Path last = scratch.resolve("last.vti");
            ImageSource source = new RandomImageSource(image);
            new Converter(source).memory(1 + seed * 1000).copyTo(XmlForms.target(first, form, seed));
            ImageTarget vtkhdf =
                    new VtkhdfTarget(between, WriteOptions.defaults().withKeepExtent(true));
            convert(first, vtkhdf);
            convert(between, XmlForms.target(last, form, seed));
            try (ImageSource found = ImageSources.open(first)) {
                XmlForms.comparison(form, UnaryOperator.identity()).requireSame(source, found);
            }
            try (ImageSource found = ImageSources.open(last)) {
                XmlForms.comparison(form, RandomArray::storedName).requireSame(vtkhdf.storable(source), found);
            }
            try (Stream<Path> files = Files.list(scratch)) {
                assertEquals(3, files.count());
            }
        });
    }

    private static void convert(Path from, ImageTarget to) throws IOException {
        try (ImageSource source = ImageSources.open(from)) {
            new Converter(source).copyTo(to);
        }
    }
}
