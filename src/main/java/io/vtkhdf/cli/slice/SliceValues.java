package io.vtkhdf.cli.slice;

import io.vtkhdf.copy.VtkhdfSource;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.source.ImageSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The array that a slice is cut out of. Not thread-safe. */
public interface SliceValues extends Closeable {

    ArraySpec spec();

    Dimensions dimensions();

    /** How many rows along an axis are best read together; 1 if it is all one. */
    int rowsTogether(Axis axis) throws IOException;

    /**
     * Reads a region, x fastest, and advances the buffer's position by its size. No region may begin at a lower z than
     * another one has ended at: most formats are read once, from their beginning to their end.
     */
    void read(Region region, ByteBuffer target) throws IOException;

    /** Of VTKHDF no more is read than what is wanted. */
    static SliceValues of(ImageSource image, ArraySpec array) throws IOException {
        return image instanceof VtkhdfSource stored
                ? new StoredValues(stored.reader().array(array.association(), array.name()))
                : new StreamedValues(image, array);
    }
}
