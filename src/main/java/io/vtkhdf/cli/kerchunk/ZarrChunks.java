package io.vtkhdf.cli.kerchunk;

import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.Filter;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.StoredFilter;
import io.vtkhdf.hdf5.read.Blocks;
import io.vtkhdf.hdf5.read.ChunkedBlocks;
import io.vtkhdf.hdf5.read.StoredChunks;
import io.vtkhdf.hdf5.read.StoredDataset;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The pieces of a dataset's data that stand in its file, each a chunk of zarr's; those never written are none. */
abstract class ZarrChunks {

    /** Hears of a chunk: its key below that of the array, and where in the file it stands. */
    interface Listener {
        void chunk(String key, long offset, long length) throws IOException;
    }

    private final int[] shape;
    private final List<StoredFilter> filters;

    private ZarrChunks(int[] shape, List<StoredFilter> filters) {
        this.shape = shape;
        this.filters = filters;
    }

    /**
     * @throws UnsupportedFileException if zarr has no such chunks
     * @throws CorruptFileException if one is not inside the file
     */
    static ZarrChunks of(StoredDataset dataset) throws IOException {
        if (dataset.size() == 0) {
            return none(dataset);
        }
        Blocks blocks = dataset.blocks();
        return switch (blocks.storage()) {
            case CONTIGUOUS -> new Pieces(dataset, blocks);
            case CHUNKED -> Chunks.of(dataset, (ChunkedBlocks) blocks);
            case COMPACT -> throw ZarrArray.unsupported(dataset, "data in the header", "contiguous data, or chunks");
            case VIRTUAL -> throw ZarrArray.unsupported(dataset, "a virtual dataset", "contiguous data, or chunks");
        };
    }

    private static ZarrChunks none(StoredDataset dataset) throws UnsupportedFileException {
        long[] shape = dataset.shape();
        if (shape.length == 0) {
            throw ZarrArray.unsupported(dataset, "a dataset of no elements and no shape", "one that has a shape");
        }
        int[] chunk = Arrays.stream(shape)
                .mapToInt(n -> (int) Math.max(1, Math.min(n, Integer.MAX_VALUE)))
                .toArray();
        return new ZarrChunks(chunk, List.of()) {
            @Override
            void forEach(Listener listener) {}
        };
    }

    /** The size of each along each axis. */
    int[] shape() {
        return shape;
    }

    /** What they went through, in the order of writing; known to zarr. */
    List<StoredFilter> filters() {
        return filters;
    }

    abstract void forEach(Listener listener) throws IOException;

    private static String key(ChunkGrid grid, long number) {
        return grid.rank() == 0
                ? "0"
                : Arrays.stream(grid.place(number)).mapToObj(Long::toString).collect(Collectors.joining("."));
    }

    /** Of contiguous data. */
    private static final class Pieces extends ZarrChunks {
        private final ChunkGrid grid;
        private final long start;
        private final long length;

        Pieces(StoredDataset dataset, Blocks blocks) throws IOException {
            super(EvenPieces.shape(dataset.shape(), dataset.type().size()), List.of());
            this.grid = new ChunkGrid(dataset.shape(), shape());
            this.length = (long) grid.chunkElements() * dataset.type().size();
            boolean isStored = blocks.storedCount() > 0;
            this.start =
                    isStored ? dataset.file().bytes().base() + blocks.stored(0).address() : -1;
        }

        /** They follow one another, as they are cut along one axis and 1 along those before it. */
        @Override
        void forEach(Listener listener) throws IOException {
            for (long number = 0; start >= 0 && number < grid.count(); number++) {
                listener.chunk(key(grid, number), start + number * length, length);
            }
        }
    }

    private static final class Chunks extends ZarrChunks {
        private final ChunkedBlocks blocks;
        private final long base;

        private Chunks(ChunkedBlocks blocks, long base) {
            super(blocks.grid().chunkShape(), blocks.filters());
            this.blocks = blocks;
            this.base = base;
        }

        static Chunks of(StoredDataset dataset, ChunkedBlocks blocks) throws IOException {
            for (int i = 0; i < blocks.filters().size(); i++) {
                requireKnown(dataset, blocks.filters().get(i), i);
            }
            Chunks chunks = new Chunks(blocks, dataset.file().bytes().base());
            chunks.requireAllFiltered(dataset);
            return chunks;
        }

        /** numcodecs shuffles whole elements only, and what another filter has made may be none. */
        private static void requireKnown(StoredDataset dataset, StoredFilter filter, int index)
                throws UnsupportedFileException {
            boolean isKnown =
                    filter.id() == Filter.DEFLATE || filter.id() == Filter.FLETCHER32 || filter.id() == Filter.SHUFFLE;
            if (!isKnown || filter.id() == Filter.SHUFFLE && index > 0) {
                throw ZarrArray.unsupported(
                        dataset,
                        "the filter " + filter.name() + (isKnown ? " behind another" : ""),
                        "none, or shuffle at first, deflate and fletcher32");
            }
        }

        private void requireAllFiltered(StoredDataset dataset) throws IOException {
            int all = (1 << filters().size()) - 1;
            for (long i = 0; i < blocks.storedCount(); i++) {
                long number = blocks.stored(i).number();
                if ((blocks.find(number).filterMask() & all) != 0) {
                    throw ZarrArray.unsupported(
                            dataset,
                            "the chunk " + key(blocks.grid(), number) + " without some of the filters",
                            "all chunks with the same");
                }
            }
        }

        @Override
        void forEach(Listener listener) throws IOException {
            for (long i = 0; i < blocks.storedCount(); i++) {
                long number = blocks.stored(i).number();
                StoredChunks.Chunk chunk = blocks.find(number);
                listener.chunk(key(blocks.grid(), number), base + chunk.address(), chunk.size());
            }
        }
    }
}
