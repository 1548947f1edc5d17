package io.vtkhdf.hdf5.jhdf;

import io.jhdf.GlobalHeap;
import io.vtkhdf.hdf5.BoundedBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A collection of a global heap. */
public final class JhdfGlobalHeap {

    private final GlobalHeap heap;

    public JhdfGlobalHeap(BoundedBytes bytes, long address) {
        this.heap = JhdfFailures.translated(() -> new GlobalHeap(new JhdfBytes(bytes), address));
    }

    /** The bytes of an object, in little-endian order. */
    public ByteBuffer object(int number) {
        return JhdfFailures.translated(() -> heap.getObjectData(number)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
