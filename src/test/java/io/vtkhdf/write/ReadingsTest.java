package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.validate.ImageValidator;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told beforehand of an image's readers is what is found in the file. */
class ReadingsTest extends WriterFixture {

    @ParameterizedTest
    @ValueSource(strings = {"0 3 0 2 0 4", "5 8 0 2 -1 3", "0 0 0 3 0 1", "0 3 0 0 0 4", "0 3 0 2 0 0", "0 0 0 0 0 0"})
    void agreeWithTheValidator(String extent) throws IOException {
        int[] e =
                List.of(extent.split(" ")).stream().mapToInt(Integer::parseInt).toArray();
        ImageGeometry geometry = ImageGeometry.of(new Extent(e[0], e[1], e[2], e[3], e[4], e[5]));
        for (WriteOptions options :
                List.of(WriteOptions.defaults(), WriteOptions.defaults().withKeepExtent(true))) {
            for (int contents = 0; contents < 1 << 5; contents++) {
                write(geometry, options.withOverwrite(true), contents);
                try (ImageSource written = ImageSources.open(file)) {
                    assertEquals(
                            ImageValidator.validate(file).readings(),
                            new WritePlan(file, options)
                                    .readings(new ImageSpec(
                                            written.geometry(), written.arrays(), written.fields(), List.of())),
                            contents + " " + options.keepsExtent());
                }
            }
        }
    }

    /** Arrays in the order of their names, as they are read. */
    private void write(ImageGeometry geometry, WriteOptions options, int contents) throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, geometry, options.withFillMissing(true))) {
            if ((contents & 1) != 0) {
                writer.createArray(ArraySpec.point("a.1", ScalarType.FLOAT32));
                writer.setActive(new ActiveArray(Association.POINT, ArrayRole.SCALARS, "a.1"));
            }
            if ((contents & 2) != 0) {
                writer.createArray(ArraySpec.point("z", ScalarType.INT8).withComponents(3), Storage.gzip(1));
            }
            if ((contents & 4) != 0) {
                writer.createArray(ArraySpec.cell("c", ScalarType.FLOAT64));
            }
            if ((contents & 8) != 0) {
                writer.writeField(FieldArray.ofStrings("s", List.of()));
            }
            if ((contents & 16) != 0) {
                writer.writeField(FieldArray.of("t", 1));
            }
            writer.finish();
        }
    }
}
