package com.intel.gkl.compression;

import io.vtkhdf.isal.RawDeflater;

/**
 * What the native library of Intel's Genomics Kernel Library looks for by name: this class, its native methods, and the
 * fields that it reads and sets. The code is our own.
 */
public final class IntelDeflater implements RawDeflater {

    @SuppressWarnings("unused") // Native memory, which the first resetNative takes and nothing gives back.
    private long lz_stream;

    @SuppressWarnings("unused")
    private byte[] inputBuffer;

    @SuppressWarnings("unused")
    private int inputBufferLength;

    @SuppressWarnings("unused")
    private boolean endOfStream;

    private boolean finished;

    @SuppressWarnings("unused")
    private final int level;

    /** Raw deflate data at a level. */
    public IntelDeflater(int level) {
        this.level = level;
    }

    /** Loads the library for the loader of this class. */
    @SuppressWarnings("restricted") // That it loads native code is what it is for.
    public static void load(String library) {
        System.load(library);
        initNative();
    }

    @Override
    public int deflate(byte[] source, int length, byte[] target) {
        resetNative(true);
        inputBuffer = source;
        inputBufferLength = length;
        endOfStream = true;
        finished = false;
        int size = deflateNative(target, target.length);
        inputBuffer = null;
        return finished ? size : -1;
    }

    private static native void initNative();

    private native void resetNative(boolean raw);

    private native int deflateNative(byte[] target, int length);
}
