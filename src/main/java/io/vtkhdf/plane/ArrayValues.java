package io.vtkhdf.plane;

import io.vtkhdf.copy.VtkhdfSource;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.source.ImageSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The values of an array, whatever the format of its file, region by region. Not thread-safe. */
public interface ArrayValues extends Closeable {

    ArraySpec spec();

    Dimensions dimensions();

    /** How many rows along an axis are best read together; 1 if it is all one. */
    int rowsTogether(Axis axis) throws IOException;

    /** The bytes of memory that reading a tuple takes. */
    default int tupleCost() {
        return spec().tupleSize();
    }

    /**
     * Reads a region, x fastest, in little-endian order, and advances the buffer's position by its size. Most formats
     * are read from their beginning to their end: one that begins at a lower z than the one before begins there again.
     */
    void read(Region region, ByteBuffer target) throws IOException;

    /** Of VTKHDF no more is read than what is wanted. */
    static ArrayValues of(ImageSource image, ArraySpec array) throws IOException {
        return image instanceof VtkhdfSource stored
                ? new StoredValues(stored.reader().array(array.association(), array.name()))
                : new StreamedValues(image, array);
    }
}
