package io.vtkhdf.tests;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A storage together with what is to be seen of it in the file.
 *
 * @param chunk the most tuples along each axis of a chunk; empty for contiguous storage
 * @param gzipLevel 0 for none
 */
public record StorageCase(
        Storage storage, Optional<Dimensions> chunk, int gzipLevel, boolean hasShuffle, boolean hasChecksum) {

    public static final StorageCase RAW = new StorageCase(Storage.raw(), Optional.empty(), 0, false, false);

    public static StorageCase random(RandomGenerator random) {
        if (random.nextInt(4) == 0) {
            return RAW;
        }
        int level = new int[] {0, 1, 1, 6, 9}[random.nextInt(5)];
        StorageCase drawn = of(level, random.nextInt(3) > 0, random.nextInt(4) == 0);
        return switch (random.nextInt(3)) {
            case 0 -> drawn;
            case 1 -> drawn.withChunk(ChunkShape.brick(), new Dimensions(32, 32, 32));
            default -> drawn.withChunk(1 + random.nextInt(9), 1 + random.nextInt(9), 1 + random.nextInt(9));
        };
    }

    /** In chunks of one slice. */
    public static StorageCase of(int gzipLevel, boolean shuffle, boolean checksum) {
        Storage storage = gzipLevel == 0 ? Storage.chunked(ChunkShape.slice()) : Storage.gzip(gzipLevel);
        boolean isShuffled = shuffle && gzipLevel > 0;
        storage = isShuffled ? storage : storage.withoutShuffle();
        storage = checksum ? storage.withChecksum() : storage;
        Dimensions slice = new Dimensions(Integer.MAX_VALUE, Integer.MAX_VALUE, 1);
        return new StorageCase(storage, Optional.of(slice), gzipLevel, isShuffled, checksum);
    }

    StorageCase withChunk(int x, int y, int z) {
        return withChunk(ChunkShape.of(x, y, z), new Dimensions(x, y, z));
    }

    private StorageCase withChunk(ChunkShape shape, Dimensions size) {
        return new StorageCase(storage.withChunk(shape), Optional.of(size), gzipLevel, hasShuffle, hasChecksum);
    }

    /** The chunk of an array of the given dimensions; empty for contiguous storage. */
    Optional<Dimensions> chunkWithin(Dimensions array) {
        return chunk.map(c ->
                new Dimensions(Math.min(c.x(), array.x()), Math.min(c.y(), array.y()), Math.min(c.z(), array.z())));
    }

    /** The names of the filters in the order of writing. */
    List<String> filters() {
        List<String> names = new ArrayList<>();
        if (hasShuffle) {
            names.add("shuffle");
        }
        if (gzipLevel > 0) {
            names.add("deflate");
        }
        if (hasChecksum) {
            names.add("fletcher32");
        }
        return names;
    }

    @Override
    public String toString() {
        return chunk.isEmpty() ? "raw" : "chunk " + chunk.get() + " gzip " + gzipLevel + " " + filters();
    }
}
