package io.vtkhdf.hostile;

import io.jhdf.checksum.ChecksumUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * HDF5 files of a few KiB whose structures refer to each other so often that to follow them takes for ever. They begin
 * with a superblock of version 0, whose root group has its header behind it.
 */
final class Hdf5Bombs {

    private static final int ROOT = 96;
    private static final int SIZE = 1 << 16;
    private static final int LEVELS = 8;
    private static final int BRANCHES = 60;
    private static final int STEP = 2048;

    private final ByteBuffer file = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);

    private Hdf5Bombs() {
        file.put(new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0, 0, 8, 8, 0, 4, 0, 16, 0});
        file.putInt(0).putLong(0).putLong(-1).putLong(SIZE).putLong(-1);
        file.putLong(0).putLong(ROOT).putInt(0).putInt(0);
    }

    private static int address(int level) {
        return ROOT + STEP * (level + 1);
    }

    private void text(String text) {
        file.put(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Blocks of an object's header, each of which is continued in the next one many times. */
    static byte[] continuations() {
        Hdf5Bombs bomb = new Hdf5Bombs();
        bomb.continuationBlock(ROOT, "OHDR", 0);
        for (int level = 0; level < LEVELS; level++) {
            bomb.continuationBlock(address(level), "OCHK", level + 1);
        }
        return bomb.file.array();
    }

    private void continuationBlock(int at, String signature, int next) {
        file.position(at);
        text(signature);
        int messages = BRANCHES * (4 + 2 * Long.BYTES);
        if (signature.equals("OHDR")) {
            file.put((byte) 2).put((byte) 2).putInt(messages);
        }
        int length = "OCHK".length() + messages + Integer.BYTES;
        for (int i = 0; i < BRANCHES && next < LEVELS; i++) {
            file.put((byte) 0x10).putShort((short) (2 * Long.BYTES)).put((byte) 0);
            file.putLong(address(next)).putLong(length);
        }
        int end = next < LEVELS ? file.position() : at + length - Integer.BYTES;
        file.putInt(end, ChecksumUtils.checksum(Arrays.copyOfRange(file.array(), at, end)));
    }

    /** A B-tree of the root's links, all of whose nodes of a level are one, many times. */
    static byte[] bTree() {
        return bTree(1);
    }

    /** The same, but each node is its own child. */
    static byte[] bTreeOfItself() {
        return bTree(0);
    }

    private static byte[] bTree(int step) {
        Hdf5Bombs bomb = new Hdf5Bombs();
        ByteBuffer file = bomb.file;
        bomb.rootGroup(address(LEVELS + 1));
        for (int level = 0; level <= LEVELS; level++) {
            file.position(address(level));
            bomb.text("TREE");
            file.put((byte) 0)
                    .put((byte) (LEVELS - level))
                    .putShort((short) BRANCHES)
                    .putLong(-1)
                    .putLong(-1);
            for (int i = 0; i < BRANCHES; i++) {
                file.putLong(0).putLong(address(level + step));
            }
        }
        bomb.heap(address(LEVELS + 1), STEP, address(LEVELS + 2));
        return file.array();
    }

    /** The names of 3000 links, each of which is the whole heap of names. */
    static byte[] endlessNames() {
        Hdf5Bombs bomb = new Hdf5Bombs();
        ByteBuffer file = bomb.file;
        bomb.rootGroup(address(2));
        file.position(address(0));
        bomb.text("TREE");
        file.put((byte) 0).put((byte) 0).putShort((short) BRANCHES).putLong(-1).putLong(-1);
        for (int i = 0; i < BRANCHES; i++) {
            file.putLong(0).putLong(address(1));
        }
        file.position(address(1));
        bomb.text("SNOD");
        file.put((byte) 1).put((byte) 0).putShort((short) 50);
        for (int i = 0; i < 50; i++) {
            file.putLong(i).putLong(ROOT).putInt(0).putInt(0).putLong(0).putLong(0);
        }
        int names = address(3);
        bomb.heap(address(2), SIZE - names, names);
        Arrays.fill(file.array(), names, SIZE, (byte) 'a');
        return file.array();
    }

    /** Its B-tree is at the first address. */
    private void rootGroup(int heap) {
        file.position(ROOT)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) 1)
                .putInt(1)
                .putInt(24)
                .putInt(0);
        file.putShort((short) 0x11).putShort((short) 16).putInt(0);
        file.putLong(address(0)).putLong(heap);
    }

    private void heap(int at, int size, int data) {
        file.position(at);
        text("HEAP");
        file.putInt(0).putLong(size).putLong(-1).putLong(data);
    }
}
