package io.vtkhdf.write;

import io.vtkhdf.chunk.ChunkEncoder;
import io.vtkhdf.chunk.Filter;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How an array is stored: raw, or compressed in chunks. Immutable, compared by value. */
public final class Storage {

    private static final Storage RAW = new Storage(0, false, false, null);

    private final int gzipLevel;
    private final boolean shuffle;
    private final boolean checksum;
    private final ChunkShape chunk;

    private Storage(int gzipLevel, boolean shuffle, boolean checksum, ChunkShape chunk) {
        this.gzipLevel = gzipLevel;
        this.shuffle = shuffle;
        this.checksum = checksum;
        this.chunk = chunk;
    }

    /** Contiguous and uncompressed: HDF5's contiguous layout. */
    public static Storage raw() {
        return RAW;
    }

    /**
     * Shuffled and deflated, in chunks of {@linkplain ChunkShape#slice() slices}.
     *
     * @param level 1 (fast) to 9 (small)
     */
    public static Storage gzip(int level) {
        if (level < 1 || level > 9) {
            throw new IllegalArgumentException("a gzip level is 1 to 9, found " + level);
        }
        return new Storage(level, true, false, ChunkShape.slice());
    }

    /** The fastest compression: {@code gzip(1)}, which the fastest {@link DeflateEngine} does. */
    public static Storage fast() {
        return gzip(1);
    }

    /** Uncompressed in chunks. */
    public static Storage chunked(ChunkShape chunk) {
        return new Storage(0, false, false, Objects.requireNonNull(chunk, "chunk"));
    }

    /** The same in chunks of another shape; raw storage becomes chunked. */
    public Storage withChunk(ChunkShape shape) {
        return new Storage(gzipLevel, shuffle, checksum, Objects.requireNonNull(shape, "shape"));
    }

    /** The same without the byte shuffle, which helps numbers that vary slowly but not noise or text. */
    public Storage withoutShuffle() {
        return new Storage(gzipLevel, false, checksum, chunk);
    }

    /**
     * The same with a fletcher32 checksum on each chunk, which readers verify; raw storage becomes chunks of
     * {@linkplain ChunkShape#slice() slices}. Any one changed bit of the array is then found when it is read, by VTK
     * and h5py too. Verifying takes some 0.25 ms a MiB stored (one core; measured on float32 slices of 1 MiB: raw
     * chunks are read in one and a half times the processor time, gzip in a tenth more).
     *
     * <p>Without it: the metadata still have checksums, those of HDF5; this library verifies that of zlib in gzip; a
     * changed value of raw storage is found by nobody. The values of {@linkplain FieldArray field arrays} are stored
     * without a checksum in any case.
     */
    public Storage withChecksum() {
        return new Storage(gzipLevel, shuffle, true, chunk == null ? ChunkShape.slice() : chunk);
    }

    /** How chunks are cut; empty if it is contiguous. */
    public Optional<ChunkShape> chunk() {
        return Optional.ofNullable(chunk);
    }

    /** The level of deflate, 1 to 9; 0 without. */
    public int gzipLevel() {
        return gzipLevel;
    }

    /** Whether bytes are shuffled before they are deflated. */
    public boolean isShuffled() {
        return shuffle;
    }

    /** Whether each chunk has a checksum. */
    public boolean hasChecksum() {
        return checksum;
    }

    /** The size of the chunks of an array of the given dimensions; empty if it is stored contiguously. */
    public Optional<Dimensions> chunkOf(ArraySpec array, Dimensions dimensions) {
        return Optional.ofNullable(chunk).map(shape -> shape.within(dimensions, array.tupleSize()));
    }

    Optional<Dimensions> chunkOf(ArrayShape array) {
        return chunkOf(array.spec(), array.dimensions());
    }

    /** The same in the chunks of what is there of an array, if it may have these. */
    Storage goingOnWith(Storage found, ArrayShape array) {
        boolean isAllowed = chunk != null
                && found.chunk != null
                && chunk.allows(found.chunk, array.dimensions(), array.spec().tupleSize());
        return isAllowed ? withChunk(found.chunk) : this;
    }

    /** What makes chunks of an array. */
    ChunkEncoder encoder(ArrayShape array) {
        return encoder(array.spec().type().size());
    }

    private ChunkEncoder encoder(int elementSize) {
        return new ChunkEncoder(elementSize, gzipLevel, shuffle, checksum);
    }

    /** The names of the filters that chunks go through, in the order of writing. */
    public List<String> filters() {
        return encoder(1).filters().stream().map(Filter::name).toList();
    }

    /** The same with the chunk's size for an array: how any two are compared that may be told differently. */
    Storage of(ArrayShape array) {
        return chunkOf(array)
                .map(size -> withChunk(ChunkShape.of(size.x(), size.y(), size.z())))
                .orElse(this);
    }

    boolean isContiguous() {
        return chunk == null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Storage storage
                && storage.gzipLevel == gzipLevel
                && storage.shuffle == shuffle
                && storage.checksum == checksum
                && Objects.equals(storage.chunk, chunk);
    }

    @Override
    public int hashCode() {
        return Objects.hash(gzipLevel, shuffle, checksum, chunk);
    }

    /** Such as {@code raw} or {@code chunks of 32 x 32 x 32, filters [shuffle, deflate] at level 1}. */
    @Override
    public String toString() {
        if (isContiguous()) {
            return "raw";
        }
        return "chunks of " + chunk + ", filters " + filters() + (gzipLevel > 0 ? " at level " + gzipLevel : "");
    }
}
