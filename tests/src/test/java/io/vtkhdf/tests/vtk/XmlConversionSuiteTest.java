package io.vtkhdf.tests.vtk;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vtkhdf.tests.RandomImage;
import io.vtkhdf.tests.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** .vti files converted by us, against what VTK's own reader says of them. */
class XmlConversionSuiteTest extends VtkSuite {

    static Stream<Arguments> imagesInEveryMode() {
        return XmlMode.all().flatMap(mode -> Seeds.of(8).mapToObj(seed -> Arguments.of(mode, seed)));
    }

    @ParameterizedTest
    @MethodSource("imagesInEveryMode")
    void convertsWhatVtkWrites(XmlMode mode, long seed) {
        for (RandomImage.Profile profile : RandomImage.Profile.values()) {
            RandomImage image = RandomImage.of(seed, profile);
            Path vti = scratch.resolve("image.vti");
            Seeds.run(image, () -> {
                VtkImages.write(image, mode, vti);
                ConversionJudge.judge(vti, scratch.resolve("image.vtkhdf"));
            });
        }
    }

    /** The .vti files of the folder that {@code -Dvtkhdf.data} names. */
    @TestFactory
    List<DynamicTest> convertsSampleData() throws IOException {
        return SampleData.files(".vti")
                .map(file -> dynamicTest(
                        file.getFileName().toString(),
                        () -> ConversionJudge.judge(file, scratch.resolve("converted.vtkhdf"))))
                .toList();
    }
}
