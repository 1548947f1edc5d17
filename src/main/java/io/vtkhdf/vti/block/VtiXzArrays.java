package io.vtkhdf.vti.block;

import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.BasicArrayCache;

/** The arrays of one .xz stream, among them its dictionary, which need not be allocated anew for each stream. */
final class VtiXzArrays extends ArrayCache {

    private static final ArrayCache SHARED = BasicArrayCache.getInstance();

    private long held;

    /** In bytes. */
    long held() {
        return held;
    }

    @Override
    public byte[] getByteArray(int size, boolean fillWithZeros) {
        byte[] array = SHARED.getByteArray(size, fillWithZeros);
        held += array.length;
        return array;
    }

    @Override
    public void putArray(byte[] array) {
        held -= array.length;
        SHARED.putArray(array);
    }

    @Override
    public int[] getIntArray(int size, boolean fillWithZeros) {
        return SHARED.getIntArray(size, fillWithZeros);
    }

    @Override
    public void putArray(int[] array) {
        SHARED.putArray(array);
    }
}
