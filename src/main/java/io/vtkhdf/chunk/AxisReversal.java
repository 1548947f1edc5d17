package io.vtkhdf.chunk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Turns a row-major array of shape [a][b][c] into one of shape [c][b][a]: from C order to Fortran order, or back when
 * called with the sizes reversed. Works in blocks that fit the processor's first cache.
 */
public final class AxisReversal {

    private static final int BLOCK = 32;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private AxisReversal() {}

    /** @param tupleSize the bytes of an element, which stay together */
    public static void reverse(byte[] source, int a, int b, int c, int tupleSize, byte[] target) {
        int columns = b * c;
        for (int row0 = 0; row0 < a; row0 += BLOCK) {
            int rowEnd = Math.min(a, row0 + BLOCK);
            for (int column0 = 0; column0 < columns; column0 += BLOCK) {
                int columnEnd = Math.min(columns, column0 + BLOCK);
                for (int column = column0; column < columnEnd; column++) {
                    int targetRow = column % c * b + column / c;
                    copyColumn(
                            source,
                            row0 * columns + column,
                            columns,
                            target,
                            targetRow * a + row0,
                            rowEnd - row0,
                            tupleSize);
                }
            }
        }
    }

    /** Gathers {@code count} elements that lie {@code stride} elements apart. */
    private static void copyColumn(
            byte[] source, int from, int stride, byte[] target, int to, int count, int tupleSize) {
        switch (tupleSize) {
            case 1 -> {
                for (int i = 0; i < count; i++) {
                    target[to + i] = source[from + i * stride];
                }
            }
            case 2 -> {
                for (int i = 0; i < count; i++) {
                    SHORT.set(target, 2 * (to + i), (short) SHORT.get(source, 2 * (from + i * stride)));
                }
            }
            case 4 -> {
                for (int i = 0; i < count; i++) {
                    INT.set(target, 4 * (to + i), (int) INT.get(source, 4 * (from + i * stride)));
                }
            }
            case 8 -> {
                for (int i = 0; i < count; i++) {
                    LONG.set(target, 8 * (to + i), (long) LONG.get(source, 8 * (from + i * stride)));
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    System.arraycopy(source, tupleSize * (from + i * stride), target, tupleSize * (to + i), tupleSize);
                }
            }
        }
    }
}
