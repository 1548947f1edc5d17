package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.Box;
import io.vtkhdf.chunk.Destination;
import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.chunk.ElementForm;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Blocks that stand in the file of their dataset, and are loaded one by one. */
interface LoadedBlocks extends Blocks {

    /**
     * The elements of a box.
     *
     * @param bytes index 0 is the first element
     * @param strides the distance in there of neighbours along each axis
     */
    record Elements(ByteBuffer bytes, int[] strides) {}

    /** Loads blocks into buffers of its own. Not thread-safe. */
    interface Loader extends Closeable {

        /**
         * Loads the elements of a box of a block.
         *
         * @return valid until the next call; null if the block was never written
         */
        Elements load(long block, Box box) throws IOException;

        /** Tells that the block loaded last was taken as a whole, so that nobody will want it again soon. */
        default void discard() {}

        @Override
        default void close() {}
    }

    /**
     * A loader of the blocks of a box.
     *
     * @param firstPlace the place in the grid of the first block; {@code places} the box's size in blocks
     */
    Loader loader(long[] firstPlace, int[] places);

    /** Tells that a box is about to be loaded, which may be one of a sequence; called once, before the loaders. */
    default void expect(long[] firstPlace, int[] places) throws IOException {}

    @Override
    default void copy(ElementBox box, ElementForm form, Destination to) throws IOException {
        new RegionCopy(this, form, box, to).run();
    }
}
