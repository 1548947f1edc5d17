package io.vtkhdf.hdf5;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Metadata on its way to a place in the file that is already known: little-endian and growing. */
public final class ByteWriter {

    /** The address that HDF5 takes for "nowhere". */
    public static final long UNDEFINED_ADDRESS = -1L;

    private static final int ALIGNMENT = 8;

    /** More is written as soon as it is complete; with one more page of an index it is a single write still. */
    private static final int MOST_HELD = 224 << 10;

    /** Takes what is complete. */
    public interface Sink {
        void write(long address, ByteBuffer data) throws IOException;
    }

    private final Sink sink;
    private long address;
    private byte[] bytes = new byte[1 << 12];
    private int size;

    /** Metadata that are held whole. */
    public ByteWriter(long address) {
        this(address, (at, data) -> {
            throw new IllegalStateException("nothing takes metadata at " + at);
        });
    }

    /**
     * @param address where in the file the first byte will stand
     * @param sink takes the metadata piece by piece
     */
    public ByteWriter(long address, Sink sink) {
        this.address = address;
        this.sink = sink;
    }

    /** Says that an object ends here, whose bytes no checksum needs any more. */
    public void endObject() throws IOException {
        if (size >= MOST_HELD) {
            flush();
        }
    }

    /** Writes what is still held. */
    public void flush() throws IOException {
        sink.write(address, ByteBuffer.wrap(bytes, 0, size));
        address += size;
        size = 0;
    }

    /** The file address of the next byte. */
    public long position() {
        return address + size;
    }

    public int size() {
        return size;
    }

    public byte[] array() {
        return bytes;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Fills up with zeros to where an object may begin, and returns that address. */
    public long align() {
        while (position() % ALIGNMENT != 0) {
            u8(0);
        }
        return position();
    }

    /** Fills up with zeros to the given address, unless that lies behind. */
    public void zerosTo(long target) throws IOException {
        while (position() < target) {
            int count = (int) Math.min(target - position(), MOST_HELD);
            bytes(new byte[count]).endObject();
        }
    }

    public ByteWriter u8(int value) {
        return unsigned(value, 1);
    }

    public ByteWriter u16(int value) {
        return unsigned(value, 2);
    }

    public ByteWriter u32(long value) {
        return unsigned(value, 4);
    }

    public ByteWriter u64(long value) {
        return unsigned(value, 8);
    }

    /** The low {@code length} bytes of a number. */
    public ByteWriter unsigned(long value, int length) {
        reserve(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) (value >>> 8 * i);
        }
        return this;
    }

    public ByteWriter ascii(String text) {
        return bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    public ByteWriter bytes(byte[] source) {
        return bytes(source, source.length);
    }

    public ByteWriter bytes(byte[] source, int length) {
        reserve(length);
        System.arraycopy(source, 0, bytes, size, length);
        size += length;
        return this;
    }

    /** The checksum of everything from the given address to here. */
    public ByteWriter checksumFrom(long start) {
        int offset = (int) (start - address);
        return u32(Lookup3.of(bytes, offset, size - offset));
    }

    private void reserve(int length) {
        int needed = Math.addExact(size, length);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8)));
        }
    }

    /** The number of bytes that a number of a variable width takes, at least 1. */
    public static int bytesFor(long value) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / 8);
    }
}
