package io.vtkhdf.bench;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.DeflateEngine;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;

/**
 * {@code WriteSlices POOL FLOAT64|INT32 NX NY NZ raw|gzip|gzip-jdk FILE}: writes an image slice by slice with this
 * library; {@code gzip-jdk} with the JDK's zlib whatever else there is.
 */
public final class WriteSlices {

    private WriteSlices() {}

    public static void main(String... args) throws IOException {
        ScalarType type = ScalarType.valueOf(args[1]);
        Dimensions size =
                new Dimensions(Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
        SlicePool pool = new SlicePool(Path.of(args[0]), type, size);
        Storage storage = args[5].equals("raw") ? Storage.raw() : Storage.gzip(1);
        WriteOptions options = WriteOptions.defaults()
                .withStorage(storage)
                .withDeflateEngine(args[5].equals("gzip-jdk") ? DeflateEngine.JDK : DeflateEngine.AUTO);
        try (ImageDataWriter writer =
                ImageDataWriter.create(Path.of(args[6]), ImageGeometry.of(size.extent()), options)) {
            ArrayWriter array = writer.createArray(ArraySpec.point("data", type));
            for (int k = 0; k < size.z(); k++) {
                array.writeSlice(k, pool.get(k));
            }
            writer.finish();
        }
    }
}
