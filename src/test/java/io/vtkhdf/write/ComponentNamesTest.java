package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentNamesTest extends WriterFixture {

    private static final List<String> NAMES = List.of("x", "", "größe in µm");

    @Test
    void comeBack() throws Exception {
        ArraySpec named =
                ArraySpec.point("v", ScalarType.INT8).withComponents(3).withComponentNames(NAMES);
        ArraySpec nameless = ArraySpec.point("w", ScalarType.INT8).withComponents(3);
        FieldArray field =
                FieldArray.ofNumbers("f", ScalarType.INT32, 2, new int[4]).withComponentNames(List.of("min", "max"));
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
            for (ArraySpec spec : List.of(named, nameless)) {
                ArrayWriter array = writer.createArray(spec);
                for (int k = 0; k < IMAGE.dimensions().z(); k++) {
                    array.writeSlice(k, new byte[4 * 3 * 3]);
                }
            }
            writer.writeField(field);
            writer.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals(named, reader.pointArray("v").spec());
            assertEquals(nameless, reader.pointArray("w").spec());
            assertEquals(List.of("min", "max"), reader.fields().get(0).componentNames());
        }
    }

    @Test
    void oneForEachComponentOrNone() {
        ArraySpec two = ArraySpec.point("v", ScalarType.INT8).withComponents(2);
        assertEquals(two, two.withComponentNames(List.of("", "")));
        assertArgument(
                "found 1 component names, expected one for each of the 2 components",
                () -> two.withComponentNames(List.of("a")));
    }

    @Test
    void tooManyBytesAreRefusedBeforeTheArrayIsCreated() throws Exception {
        ArraySpec spec = ArraySpec.point("v", ScalarType.INT8)
                .withComponents(2)
                .withComponentNames(List.of("a".repeat(1 << 16), "b"));
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE)) {
            assertArgument("attribute ComponentNames takes", () -> writer.createArray(spec));
            writeAll(writer.createPointArray("v", ScalarType.INT8));
            writer.finish();
        }
    }
}
