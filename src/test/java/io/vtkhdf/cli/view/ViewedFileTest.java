package io.vtkhdf.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.cli.option.InputForm;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewedFileTest {

    private static final InputForm AS_FOUND = files -> ImageSources.openSeries(files.get(0));

    @TempDir
    Path scratch;

    private static final int X = 4;
    private static final int Y = 3;
    private static final int Z = 5;

    private static double at(int x, int y, int z) {
        return x + 10 * y + 100 * z;
    }

    private Path vtkhdf(String name) throws IOException {
        Path file = scratch.resolve(name);
        try (ImageDataWriter writer = ImageDataWriter.create(
                file, ImageGeometry.of(X, Y, Z), WriteOptions.defaults().withOverwrite(true))) {
            ArrayWriter array = writer.createPointArray("p", ScalarType.FLOAT64);
            for (int k = 0; k < Z; k++) {
                array.writeSlice(k, slice(k));
            }
            writer.finish();
        }
        return file;
    }

    private static double[] slice(int k) {
        double[] slice = new double[X * Y];
        for (int i = 0; i < slice.length; i++) {
            slice[i] = at(i % X, i / X, k);
        }
        return slice;
    }

    /** Of a format that is read from its beginning. */
    private Path vti(String name) throws IOException {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < X * Y * Z; i++) {
            values.append(at(i % X, i / X % Y, i / X / Y)).append(' ');
        }
        return Files.writeString(scratch.resolve(name), """
                <VTKFile type="ImageData" version="0.1" byte_order="LittleEndian">
                <ImageData WholeExtent="0 3 0 2 0 4" Origin="0 0 0" Spacing="1 1 1"><Piece Extent="0 3 0 2 0 4">
                <PointData><DataArray type="Float64" Name="p" format="ascii">%s</DataArray></PointData>
                </Piece></ImageData></VTKFile>
                """.formatted(values));
    }

    private static double[] plane(Planes planes, OpenedImage opened, Axis axis, int index) throws IOException {
        ArraySpec array = opened.array(Association.POINT, "p");
        return planes.use(opened, array, axis, index, plane -> {
            ByteBuffer bytes = ByteBuffer.allocate(plane.width() * plane.height() * Double.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN);
            plane.readRows(0, plane.height(), bytes);
            double[] values = new double[plane.width() * plane.height()];
            bytes.flip().asDoubleBuffer().get(values);
            return values;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.vtkhdf", "a.vti"})
    void planesAndValuesOfEveryFormat(String name) throws IOException {
        Path path = name.endsWith(".vti") ? vti(name) : vtkhdf(name);
        try (ViewedFile file = new ViewedFile(path, AS_FOUND);
                OpenedImage opened = file.open(0)) {
            Planes planes = new Planes();
            ArraySpec array = opened.array(Association.POINT, "p");
            assertEquals(List.of("221.0"), planes.tuple(opened, array, 1, 2, 2).components());
            // Backwards: each is read anew.
            for (int k = Z - 1; k >= 0; k--) {
                assertEquals(at(2, 1, k), plane(planes, opened, Axis.Z, k)[X + 2]);
            }
            assertEquals(at(3, 2, 4), plane(planes, opened, Axis.X, 3)[4 * Y + 2]);
            assertEquals(at(1, 2, 3), plane(planes, opened, Axis.Y, 2)[3 * X + 1]);
            assertEquals(
                    List.of(Double.toString(at(3, 0, 4))),
                    planes.tuple(opened, array, 3, 0, 4).components());
            assertThrows(IllegalArgumentException.class, () -> plane(planes, opened, Axis.Z, Z));
            assertThrows(IllegalArgumentException.class, () -> planes.tuple(opened, array, 0, -1, 0));
        }
    }

    @Test
    void anotherFileInItsPlaceIsAnotherState() throws IOException {
        Path path = vtkhdf("a.vtkhdf");
        try (ViewedFile file = new ViewedFile(path, AS_FOUND)) {
            file.requireReadable();
            int state = file.look();
            assertEquals(state, file.look());
            vtkhdf("a.vtkhdf");
            assertEquals(state + 1, file.look());
            try (OpenedImage opened = file.open(0)) {
                assertEquals(state + 1, opened.state());
            }
            Files.delete(path);
            assertThrows(NoSuchFileException.class, file::look);
        }
    }

    /** What is written without a commit cannot be seen, and so is no other state. */
    @Test
    void ofAFileThatIsBeingWrittenACommitIsAnotherState() throws IOException {
        Path path = scratch.resolve("run.vtkhdf");
        Path part = scratch.resolve("run.vtkhdf.part");
        WriteOptions options = WriteOptions.defaults().withCommits(Commits.onDemand());
        try (ImageDataWriter writer = ImageDataWriter.create(path, ImageGeometry.of(X, Y, Z), options);
                ViewedFile file = new ViewedFile(part, AS_FOUND)) {
            ArrayWriter array = writer.createPointArray("p", ScalarType.FLOAT64);
            array.writeSlice(0, slice(0));
            writer.commit();
            file.requireReadable();
            int state = file.look();
            array.writeSlice(1, slice(1));
            assertEquals(state, file.look());
            writer.commit();
            assertNotEquals(state, file.look());
            for (int k = 2; k < Z; k++) {
                array.writeSlice(k, slice(k));
            }
            state = file.look();
            writer.finish();
            assertNotEquals(state, file.look());
            assertEquals(path, file.file());
        }
    }
}
