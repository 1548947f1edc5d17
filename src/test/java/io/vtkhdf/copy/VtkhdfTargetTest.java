package io.vtkhdf.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.compat.VtkRelease;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteListener;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VtkhdfTargetTest {

    private static final WriteOptions IN_PLACE =
            WriteOptions.defaults().withInPlace(true).withOverwrite(true);

    private static final ImageGeometry SMALL = ImageGeometry.of(2, 2, 2);
    private static final ArraySpec GOOD = ArraySpec.point("good", ScalarType.UINT8);

    @TempDir
    private Path directory;

    static Stream<Arguments> refused() {
        ArraySpec two = GOOD.withComponents(2);
        ImageGeometry large = ImageGeometry.of(40_000, 40_000, 2);
        return Stream.of(
                Arguments.of(SMALL, ArraySpec.point("a\0b", ScalarType.UINT8), "f", IN_PLACE),
                Arguments.of(SMALL, ArraySpec.cell("half \udc00", ScalarType.UINT8), "f", IN_PLACE),
                Arguments.of(SMALL, ArraySpec.point("fir/st", ScalarType.UINT8), "f", IN_PLACE),
                Arguments.of(SMALL, two.withComponentNames(List.of("a", "\0")), "f", IN_PLACE),
                Arguments.of(SMALL, two.withComponentNames(List.of("a", "b".repeat(70_000))), "f", IN_PLACE),
                Arguments.of(SMALL, GOOD, "a\0b", IN_PLACE),
                Arguments.of(SMALL, GOOD, "the same", IN_PLACE),
                Arguments.of(SMALL, GOOD, "strings", IN_PLACE),
                Arguments.of(large, GOOD.withComponents(2), "f", IN_PLACE),
                Arguments.of(
                        large,
                        GOOD,
                        "f",
                        IN_PLACE.withStorage(Storage.gzip(1).withChunk(ChunkShape.of(40_000, 40_000, 2)))),
                Arguments.of(
                        SMALL,
                        ArraySpec.cell("c", ScalarType.UINT8),
                        "f",
                        IN_PLACE.withOldestReader(VtkRelease.VTK_9_1)));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesAnImageBeforeItEmptiesAnEarlierFile(
            ImageGeometry geometry, ArraySpec last, String field, WriteOptions options) throws IOException {
        Path file = Files.writeString(directory.resolve("image.vtkhdf"), "precious");
        MemoryImageSource image = new MemoryImageSource(geometry) {
            @Override
            public List<FieldArray> fields() {
                return List.of(
                        FieldArray.of("the.same", 1),
                        FieldArray.ofStrings("s", List.of(field.equals("strings") ? "\0" : "")),
                        FieldArray.of(field.replace("the same", "the/same"), 1));
            }
        };
        image.with(ArraySpec.point("fir.st", ScalarType.UINT8), new byte[8]).with(last, new byte[8]);
        VtkhdfTarget target = new VtkhdfTarget(file, options);
        assertThrows(Exception.class, () -> target.create(image, WriteListener.NONE));
        assertEquals("precious", Files.readString(file));
    }

    @Test
    void leavesOutTheRolesThatArraysCannotHave() throws IOException {
        Path file = directory.resolve("image.vtkhdf");
        ArraySpec two = ArraySpec.point("two", ScalarType.UINT8).withComponents(2);
        ActiveArray kept = new ActiveArray(Association.POINT, ArrayRole.TCOORDS, "two");
        ActiveArray lost = new ActiveArray(Association.POINT, ArrayRole.VECTORS, "two");
        MemoryImageSource image = new MemoryImageSource(SMALL) {
            @Override
            public List<ActiveArray> activeArrays() {
                return List.of(lost, kept);
            }
        };
        image.with(two, new byte[16]);
        VtkhdfTarget target = new VtkhdfTarget(file, IN_PLACE);
        assertEquals(
                List.of("PointData 'two' is no longer the active Vectors: VTK does not take 2 components for that"),
                target.changes(image));
        try (ImageSink sink = target.create(image, WriteListener.NONE)) {
            sink.write(two, 0, 2, ByteBuffer.allocate(16));
            sink.finish();
        }
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            assertEquals(List.of(kept), reader.activeArrays());
        }
    }

    @Test
    void refusesSlicesThatAreTooLargeBeforeItEmptiesAnEarlierFile() throws IOException {
        Path file = Files.writeString(directory.resolve("image.vtkhdf"), "precious");
        MemoryImageSource image = new MemoryImageSource(ImageGeometry.of(40_000, 40_000, 2))
                .with(ArraySpec.point("large", ScalarType.UINT16), new byte[8]);
        assertThrows(
                UnsupportedOperationException.class,
                () -> new Converter(image).copyTo(new VtkhdfTarget(file, IN_PLACE)));
        assertEquals("precious", Files.readString(file));
    }
}
