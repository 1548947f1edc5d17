package io.vtkhdf.vti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the tests of this package share. */
final class VtiTesting {

    private VtiTesting() {}

    static ImageSource open(Path folder, byte[] file) throws IOException {
        return VtiSource.open(Files.write(folder.resolve("test.vti"), file));
    }

    static ImageSource open(Path folder, String file) throws IOException {
        return VtiSource.open(Files.writeString(folder.resolve("test.vti"), file));
    }

    /** All of an array, read in slabs of {@code slices}. */
    static byte[] read(ImageSource source, ArraySpec spec, int slices, ByteOrder order) throws IOException {
        Dimensions dimensions = source.geometry().dimensions(spec.association());
        int slice = dimensions.x() * dimensions.y() * spec.tupleSize();
        ByteBuffer all = ByteBuffer.allocateDirect(slice * dimensions.z() + 6).order(order);
        all.position(3);
        try (SlabReader reader = source.open(spec)) {
            for (int z = 0; z < dimensions.z(); z += slices) {
                reader.read(Math.min(slices, dimensions.z() - z), all);
            }
        }
        assertEquals(slice * dimensions.z() + 3, all.position());
        byte[] bytes = new byte[slice * dimensions.z()];
        all.get(3, bytes);
        return bytes;
    }

    /** Reads everything that a source has. */
    static void drain(ImageSource source) throws IOException {
        for (ArraySpec spec : source.arrays()) {
            read(source, spec, 2, ByteOrder.BIG_ENDIAN);
        }
    }

    static void assertValues(VtiBuilder builder, ImageSource source, ArraySpec spec) throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            byte[] expected = builder.expected(spec, order);
            for (int slices = 1; slices <= 3; slices++) {
                assertArrayEquals(expected, read(source, spec, slices, order), spec + " by " + slices + ", " + order);
            }
        }
    }

    static void assertValues(Path folder, VtiBuilder builder) throws IOException {
        try (ImageSource source = open(folder, builder.build())) {
            for (ArraySpec spec : source.arrays()) {
                assertValues(builder, source, spec);
            }
        }
    }
}
