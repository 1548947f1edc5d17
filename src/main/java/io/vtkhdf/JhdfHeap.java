package io.vtkhdf;

import io.jhdf.FractalHeap;
import io.jhdf.exceptions.HdfException;
import java.nio.ByteBuffer;

/**
 * A fractal heap, read by jHDF after a look at the sizes in its header.
 *
 * <pre>
 * "FRHP", version, size of ids, of filters, flags, largest object (14 bytes)
 * length, address of the B-tree of huge objects, length, address, 8 lengths
 * width of the table (2), 2 lengths, 4 bytes, root's address, rows of the root (2)
 * </pre>
 */
final class JhdfHeap {

    private static final int START = 14;

    private final FractalHeap heap;

    private JhdfHeap(FractalHeap heap) {
        this.heap = heap;
    }

    static JhdfHeap read(JhdfStorage storage, long address) {
        int length = storage.getSizeOfLengths();
        int offset = storage.getSizeOfOffsets();
        long hugeAt = address + START + length;
        long widthAt = hugeAt + 2L * offset + 9L * length;
        long rowsAt = widthAt + 2 + 2L * length + 4 + offset;
        long entries = unsigned(storage, widthAt, 2) * unsigned(storage, rowsAt, 2);
        if (entries * offset > storage.size()) {
            throw new HdfException("heap of " + entries + " blocks in a file of " + storage.size() + " bytes");
        }
        long huge = unsigned(storage, hugeAt, offset);
        if (huge > 0) {
            JhdfTrees.count(storage, huge);
        }
        return new JhdfHeap(new FractalHeap(storage, address));
    }

    private static long unsigned(JhdfStorage storage, long address, int size) {
        return JhdfNumbers.unsigned(storage.readBufferFromAddress(address, size), size);
    }

    /** The object with an id. */
    ByteBuffer get(ByteBuffer id) {
        return heap.getId(id);
    }
}
