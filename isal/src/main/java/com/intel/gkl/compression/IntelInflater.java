package com.intel.gkl.compression;

import io.vtkhdf.isal.RawInflater;

/**
 * What the native library of Intel's Genomics Kernel Library looks for by name: this class, its native methods, and the
 * fields that it reads and sets. The code is our own.
 */
public final class IntelInflater implements RawInflater {

    @SuppressWarnings("unused") // Native memory, which the first resetNative takes and nothing gives back.
    private long lz_stream;

    @SuppressWarnings("unused")
    private byte[] inputBuffer;

    @SuppressWarnings("unused")
    private int inputBufferLength;

    @SuppressWarnings("unused")
    private int inputBufferOffset;

    @SuppressWarnings("unused")
    private boolean finished;

    /** Raw deflate data. */
    public IntelInflater() {}

    /** After the deflater has loaded the library. */
    public static void load() {
        initNative();
    }

    @Override
    public int inflate(byte[] stream, int from, int length, byte[] plain, int size) {
        resetNative(true);
        inputBuffer = stream;
        inputBufferOffset = from;
        inputBufferLength = length;
        finished = false;
        try {
            return inflateNative(plain, 0, size);
        } finally {
            inputBuffer = null;
        }
    }

    private static native void initNative();

    private native void resetNative(boolean raw);

    private native int inflateNative(byte[] target, int from, int length);
}
