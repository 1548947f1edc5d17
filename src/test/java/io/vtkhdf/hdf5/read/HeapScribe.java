package io.vtkhdf.hdf5.read;

import io.jhdf.checksum.ChecksumUtils;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes a fractal heap behind an HDF5 file, of a shape that HDF5 makes of large ones only: rows of 2 blocks, the first
 * of 64 bytes, direct ones of at most 128, offsets of 16 bits.
 */
final class HeapScribe {

    static final int ROOT_ROWS = 5;
    private static final int WIDTH = 2;
    private static final int FIRST = 64;
    private static final int LARGEST_DIRECT = 128;
    private static final long NONE = -1;

    private final Path file;
    private final int idSize;
    private final long address;
    private byte[] bytes;

    HeapScribe(Path golden, Path file, int idSize) throws IOException {
        this.file = file;
        this.idSize = idSize;
        this.bytes = Files.readAllBytes(golden);
        this.address = bytes.length;
        append(new byte[headerSize()]);
    }

    private static int headerSize() {
        return 22 + 12 * 8 + 3 * 8 + 4;
    }

    long address() {
        return address;
    }

    /** The address of what is appended. */
    long append(byte[] more) {
        int at = bytes.length;
        bytes = Arrays.copyOf(bytes, at + more.length);
        System.arraycopy(more, 0, bytes, at, more.length);
        return at;
    }

    /** A direct block with a text at an offset of the heap. */
    long direct(int start, int size, int offset, String text) {
        ByteBuffer block = block(size, "FHDB", start);
        block.put(offset - start, text.getBytes(StandardCharsets.US_ASCII));
        block.putInt(15, ChecksumUtils.checksum(block.array()));
        return append(block.array());
    }

    /** @param children of all rows, in their order */
    long indirect(int start, long... children) {
        ByteBuffer block = block(15 + children.length * 8, "FHIB", start);
        block.position(15);
        for (long child : children) {
            block.putLong(child);
        }
        return append(checked(block.array()));
    }

    private ByteBuffer block(int size, String signature, int start) {
        ByteBuffer block = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        block.put(signature.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        return block.putLong(address).putShort((short) start);
    }

    private static byte[] checked(byte[] block) {
        ByteBuffer whole = ByteBuffer.allocate(block.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        return whole.put(block).putInt(ChecksumUtils.checksum(block)).array();
    }

    /** The file, with a header of the heap. */
    Path write(long root, int rootRows) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(headerSize() - 4).order(ByteOrder.LITTLE_ENDIAN);
        header.put("FRHP".getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        header.putShort((short) idSize).putShort((short) 0).put((byte) 2).putInt(100);
        header.putLong(0).putLong(NONE).position(header.position() + 10 * 8);
        header.putShort((short) WIDTH).putLong(FIRST).putLong(LARGEST_DIRECT);
        header.putShort((short) 16).putShort((short) 1).putLong(root).putShort((short) rootRows);
        byte[] written = checked(header.array());
        System.arraycopy(written, 0, bytes, (int) address, written.length);
        return Files.write(file, bytes);
    }
}
