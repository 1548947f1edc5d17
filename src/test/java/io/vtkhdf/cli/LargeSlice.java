package io.vtkhdf.cli;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Compresses a slice that is larger than the heap, and stands in a mapped file. */
final class LargeSlice {

    static final int SIDE = 12_000;

    private LargeSlice() {}

    /** @param args the file of the values, and OUTPUT */
    public static void main(String[] args) throws IOException {
        WriteOptions options = WriteOptions.defaults().withStorage(Storage.fast());
        try (RandomAccessFile values = new RandomAccessFile(args[0], "r");
                ImageDataWriter writer =
                        ImageDataWriter.create(Path.of(args[1]), ImageGeometry.of(SIDE, SIDE, 1), options)) {
            long size = values.length();
            ByteBuffer slice = values.getChannel().map(FileChannel.MapMode.READ_ONLY, 0, size);
            ArrayWriter array = writer.createPointArray("a", ScalarType.UINT8);
            array.writeSlice(0, slice);
            writer.finish();
        }
    }
}
