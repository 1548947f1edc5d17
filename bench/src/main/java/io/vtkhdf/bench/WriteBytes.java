package io.vtkhdf.bench;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * {@code WriteBytes POOL NX NY NZ FILE}: writes the bytes of the float64 slices and nothing else, by a loop over a
 * FileChannel and one direct buffer.
 */
public final class WriteBytes {

    private WriteBytes() {}

    public static void main(String... args) throws IOException {
        Dimensions size =
                new Dimensions(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        SlicePool pool = new SlicePool(Path.of(args[0]), ScalarType.FLOAT64, size);
        ByteBuffer buffer =
                ByteBuffer.allocateDirect(size.x() * size.y() * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel =
                FileChannel.open(Path.of(args[4]), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int k = 0; k < size.z(); k++) {
                buffer.clear().asDoubleBuffer().put((double[]) pool.get(k));
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
        }
    }
}
