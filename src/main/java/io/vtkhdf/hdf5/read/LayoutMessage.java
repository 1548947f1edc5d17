package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.ByteReader;
import io.vtkhdf.hdf5.Malformed;
import io.vtkhdf.hdf5.NotSupported;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Where the data of a dataset lie: its data layout message. A negative address is an undefined one. */
sealed interface LayoutMessage {

    /** In the header itself. */
    record Compact(ByteBuffer data) implements LayoutMessage {}

    /** In one piece. */
    record Contiguous(long address) implements LayoutMessage {}

    /** In chunks. */
    record Chunked(int[] chunk, Edges edges, Index index) implements LayoutMessage {}

    /** In other datasets: the list of these is an object of a global heap. */
    record Virtual(long heap, int index) implements LayoutMessage {}

    /** What becomes of chunks that reach beyond the dataset. */
    enum Edges {
        FILTERED,
        UNFILTERED
    }

    /**
     * Where the index of the chunks is, or the chunk if there can be only one.
     *
     * @param storedSize the bytes of the single chunk if it is filtered, or else negative; {@code filterMask} its mask
     */
    record Index(IndexType type, long address, long storedSize, int filterMask) {}

    /** In the order of the format's numbers. */
    enum IndexType {
        B_TREE_V1,
        SINGLE_CHUNK,
        IMPLICIT,
        FIXED_ARRAY,
        EXTENSIBLE_ARRAY,
        B_TREE_V2;

        /** The bytes of what the index was made with, which stands in its header as well. */
        private int parameterSize() {
            return switch (this) {
                case FIXED_ARRAY -> 1;
                case EXTENSIBLE_ARRAY -> 5;
                case B_TREE_V2 -> 6;
                default -> 0;
            };
        }
    }

    /** Whether a message of this content was written by HDF5 2.0, and is beyond HDF5 1. */
    static boolean isOfHdf5Two(ByteBuffer content) {
        return content.get(content.position()) > 4;
    }

    /** @param content as in versions 1 to 5 of the format */
    static LayoutMessage read(ByteBuffer content) {
        int version = content.get();
        return switch (version) {
            case 1, 2 -> readOld(content);
            case 3, 4, 5 -> readNew(version, content);
            default -> throw new NotSupported("a data layout message of version " + version, "1 to 5");
        };
    }

    private static LayoutMessage readOld(ByteBuffer content) {
        int rank = content.get() & 0xff;
        int kind = content.get();
        content.position(content.position() + 5);
        long address = kind == 0 ? -1 : ByteReader.address(content);
        int[] sizes = sizes(content, rank, 4);
        return switch (kind) {
            case 0 -> compact(content, content.getInt());
            case 1 -> new Contiguous(address);
            case 2 ->
                new Chunked(withoutElement(sizes), Edges.FILTERED, new Index(IndexType.B_TREE_V1, address, -1, 0));
            default -> throw unknown(kind);
        };
    }

    private static LayoutMessage readNew(int version, ByteBuffer content) {
        int kind = content.get();
        return switch (kind) {
            case 0 -> compact(content, content.getShort() & 0xffff);
            case 1 -> new Contiguous(ByteReader.address(content));
            case 2 -> version == 3 ? chunked(content) : indexed(content);
            case 3 -> new Virtual(ByteReader.address(content), content.getInt());
            default -> throw unknown(kind);
        };
    }

    private static NotSupported unknown(int kind) {
        return new NotSupported("storage of class " + kind, "compact, contiguous or chunked data");
    }

    private static Compact compact(ByteBuffer content, int size) {
        if (size < 0 || size > content.remaining()) {
            throw new Malformed("found a message of " + content.remaining() + " bytes for " + size + " of data");
        }
        return new Compact(content.slice(content.position(), size));
    }

    private static Chunked chunked(ByteBuffer content) {
        int rank = content.get() & 0xff;
        long address = ByteReader.address(content);
        int[] chunk = withoutElement(sizes(content, rank, 4));
        return new Chunked(chunk, Edges.FILTERED, new Index(IndexType.B_TREE_V1, address, -1, 0));
    }

    private static Chunked indexed(ByteBuffer content) {
        int flags = content.get();
        Edges edges = (flags & 1) == 0 ? Edges.FILTERED : Edges.UNFILTERED;
        int rank = content.get() & 0xff;
        int[] chunk = withoutElement(sizes(content, rank, content.get()));
        IndexType type = type(content.get());
        boolean filteredSingle = type == IndexType.SINGLE_CHUNK && (flags & 2) != 0;
        long size = filteredSingle ? ByteReader.length(content) : -1;
        int mask = filteredSingle ? content.getInt() : 0;
        content.position(content.position() + type.parameterSize());
        long address = ByteReader.address(content);
        return new Chunked(chunk, edges, new Index(type, address, size, mask));
    }

    private static IndexType type(int number) {
        if (number < IndexType.SINGLE_CHUNK.ordinal() || number > IndexType.B_TREE_V2.ordinal()) {
            throw new NotSupported("a chunk index of type " + number, "1 to 5");
        }
        return IndexType.values()[number];
    }

    private static int[] sizes(ByteBuffer content, int count, int width) {
        int[] sizes = new int[count];
        for (int i = 0; i < count; i++) {
            sizes[i] = Math.toIntExact(ByteReader.unsigned(content, width));
        }
        return sizes;
    }

    /** The last one is the size of an element. */
    private static int[] withoutElement(int[] sizes) {
        return Arrays.copyOf(sizes, Math.max(0, sizes.length - 1));
    }
}
