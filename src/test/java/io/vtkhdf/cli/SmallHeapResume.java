package io.vtkhdf.cli;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;

/** Goes on with a file, and finishes it. */
final class SmallHeapResume {

    static final ImageGeometry IMAGE = ImageGeometry.of(2, 1, 1);

    private SmallHeapResume() {}

    /** @param args the file */
    public static void main(String[] args) throws IOException {
        WriteOptions options = WriteOptions.defaults().withResume(true);
        try (ImageDataWriter writer = ImageDataWriter.create(Path.of(args[0]), IMAGE, options)) {
            writer.finish();
        }
    }
}
