package io.vtkhdf.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Values from bytes in the file's byte order, in the target's. */
public final class BinaryValues implements InputValues {

    private final InputValues bytes;
    private final ByteOrder order;
    private final int valueSize;

    public BinaryValues(InputValues bytes, ByteOrder order, int valueSize) {
        this.bytes = bytes;
        this.order = order;
        this.valueSize = valueSize;
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        int start = target.position();
        bytes.read(target);
        if (target.order() != order) {
            swap(target, start, target.position());
        }
    }

    @Override
    public void skip(long count) throws IOException {
        bytes.skip(count);
    }

    private void swap(ByteBuffer target, int start, int end) {
        switch (valueSize) {
            case Short.BYTES -> {
                for (int i = start; i < end; i += Short.BYTES) {
                    target.putShort(i, Short.reverseBytes(target.getShort(i)));
                }
            }
            case Integer.BYTES -> {
                for (int i = start; i < end; i += Integer.BYTES) {
                    target.putInt(i, Integer.reverseBytes(target.getInt(i)));
                }
            }
            case Long.BYTES -> {
                for (int i = start; i < end; i += Long.BYTES) {
                    target.putLong(i, Long.reverseBytes(target.getLong(i)));
                }
            }
            default -> {
                // Single bytes have no order.
            }
        }
    }

    @Override
    public long held() {
        return bytes.held();
    }

    @Override
    public void rest() {
        bytes.rest();
    }

    @Override
    public void close() {
        bytes.close();
    }
}
