package io.vtkhdf.write;

import io.vtkhdf.chunk.Filter;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.format.ImageArray;
import io.vtkhdf.hdf5.StoredFilter;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.image.Dimensions;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How an array of a file is stored, if that is in chunks as this library writes them. */
final class StoredStorage {

    private static final String OURS = "an array as this library writes it";

    private StoredStorage() {}

    /** @throws UnsupportedFileException if it is stored otherwise */
    static Storage ofChunks(ImageArray stored) throws IOException {
        StoredDataset dataset = stored.dataset();
        require(dataset, stored.chunk().isPresent(), "another layout");
        Dimensions size = stored.chunk().orElseThrow();
        ChunkShape chunk = ChunkShape.of(size.x(), size.y(), size.z());
        Optional<int[]> deflate = dataset.filterParameters(Filter.DEFLATE);
        Storage found = Storage.chunked(chunk);
        if (deflate.isPresent()) {
            int[] level = deflate.get();
            require(
                    dataset,
                    level.length == 1 && level[0] >= 1 && level[0] <= 9,
                    "deflate at " + Arrays.toString(level));
            found = Storage.gzip(level[0]).withChunk(chunk);
            found = dataset.filterParameters(Filter.SHUFFLE).isPresent() ? found : found.withoutShuffle();
        }
        found = dataset.filterParameters(Filter.FLETCHER32).isPresent() ? found.withChecksum() : found;
        List<String> filters =
                stored.blocks().filters().stream().map(StoredFilter::name).toList();
        require(dataset, found.filters().equals(filters), "filters " + filters);
        return found;
    }

    /** @throws UnsupportedFileException saying what was found, unless that is what this library writes */
    static void require(StoredDataset dataset, boolean fulfilled, String found) throws UnsupportedFileException {
        if (!fulfilled) {
            throw dataset.file().unsupported(dataset.path(), found, OURS);
        }
    }
}
