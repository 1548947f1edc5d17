package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.Box;
import io.vtkhdf.chunk.Destination;
import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.chunk.ElementForm;
import io.vtkhdf.hdf5.FileBytes;
import io.vtkhdf.hdf5.Span;
import io.vtkhdf.hdf5.fetch.Fetch;
import io.vtkhdf.runtime.Workers;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

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

    /** The file that they stand in. */
    StoredFile file();

    /** The bytes that are read to load a box of a block; null if there are none to be read. */
    Span needed(long block, Box box) throws IOException;

    /** Whether that is the same for each box of a block. */
    default boolean areLoadedWhole() {
        return false;
    }

    /**
     * A loader of the blocks of a box.
     *
     * @param bytes the file's
     * @param firstPlace the place in the grid of the first block; {@code places} the box's size in blocks
     */
    Loader loader(FileBytes bytes, long[] firstPlace, int[] places);

    /** Tells that a box is about to be loaded, which may be one of a sequence; called once, before the loaders. */
    default void expect(long[] firstPlace, int[] places) throws IOException {}

    @Override
    default void copy(ElementBox box, ElementForm form, Destination to) throws IOException {
        new RegionCopy(this, form, box, to).run();
    }

    /** Reads a block that stands in the file, and verifies whatever can be. */
    void verify(FileBytes bytes, long block) throws IOException;

    @Override
    default void verify(int workers, Verdicts verdicts) throws IOException {
        FileBytes bytes = file().bytes();
        long count = storedCount();
        if (!bytes.isRemote()) {
            Workers.each(
                    workers,
                    count,
                    i -> verdicts.of(i, () -> verify(bytes, stored(i).number())));
            return;
        }
        AtomicLong next = new AtomicLong();
        new Fetch<Long>(bytes, file().buffers().fetched())
                .run(workers, () -> next.get() == count ? null : whole(next.getAndIncrement()), (fetched, pieces) -> {
                    for (Long i = pieces.next(); i != null; i = pieces.next()) {
                        long index = i;
                        verdicts.of(index, () -> verify(fetched, stored(index).number()));
                    }
                });
    }

    private Fetch.Piece<Long> whole(long index) throws IOException {
        Stored stored = stored(index);
        boolean fair = stored.size() <= Fetch.mostBatch() && file().bytes().holds(stored.address(), stored.size());
        return new Fetch.Piece<>(index, fair ? new Span(stored.address(), (int) stored.size()) : null);
    }
}
