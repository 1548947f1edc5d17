package io.vtkhdf.tests.reliability;

import io.vtkhdf.tests.reliability.FileBlock.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Says what each byte of a file that this library wrote belongs to, by following the addresses from the superblock; the
 * structures are in {@code docs/format.md}.
 */
final class FileMap {

    private static final int LINK = 0x06;
    private static final int DATATYPE = 0x03;
    private static final int DATA_LAYOUT = 0x08;
    private static final int VARIABLE_LENGTH = 9;

    private final ByteBuffer file;
    private final TreeSet<FileBlock> blocks = new TreeSet<>(Comparator.comparingInt(FileBlock::from));

    private FileMap(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All bytes of the file, in order. */
    static List<FileBlock> of(byte[] file) {
        FileMap map = new FileMap(file);
        map.add(Kind.SUPERBLOCK, 0, 48);
        map.objectHeader(map.address(36));
        map.addDead();
        return List.copyOf(map.blocks);
    }

    private void add(Kind kind, int from, int length) {
        blocks.add(new FileBlock(kind, from, from + length));
    }

    private void addDead() {
        int end = 0;
        for (FileBlock block : List.copyOf(blocks)) {
            if (block.from() < end) {
                throw new AssertionError(block + " begins within another structure");
            }
            addDead(end, block.from());
            end = block.to();
        }
        addDead(end, file.capacity());
    }

    private void addDead(int from, int to) {
        if (from < to) {
            add(Kind.DEAD, from, to - from);
        }
    }

    private int address(int at) {
        return Math.toIntExact(file.getLong(at));
    }

    private void objectHeader(int at) {
        requireSignature("OHDR", at);
        int messages = at + 10;
        int end = messages + file.getInt(at + 6);
        add(Kind.OBJECT_HEADER, at, end + Integer.BYTES - at);
        boolean isVariable = false;
        for (int message = messages, content, size; message < end; message = content + size) {
            size = file.getShort(message + 1) & 0xffff;
            content = message + 4;
            switch (file.get(message)) {
                case LINK -> objectHeader(address(content + size - Long.BYTES));
                case DATATYPE -> isVariable = (file.get(content) & 0xf) == VARIABLE_LENGTH;
                case DATA_LAYOUT -> layout(content, isVariable);
                default -> {}
            }
        }
    }

    private void layout(int at, boolean isVariable) {
        if (file.get(at) == 3) {
            contiguous(at + 2, isVariable);
            return;
        }
        int index = at + 5 + file.get(at + 3) * file.get(at + 4);
        if (file.get(index) == 1) {
            chunk(address(index + 1 + Long.BYTES + Integer.BYTES), address(index + 1));
        } else {
            fixedArray(address(index + 2));
        }
    }

    private void contiguous(int at, boolean isVariable) {
        int size = address(at + Long.BYTES);
        if (size == 0 || file.getLong(at) == -1) { // Nothing, or the fill value and no space.
            return;
        }
        int values = address(at);
        add(Kind.VALUES, values, size);
        for (int element = values; isVariable && element < values + size; element += 16) {
            int collection = address(element + Integer.BYTES);
            requireSignature("GCOL", collection);
            add(Kind.GLOBAL_HEAP, collection, address(collection + 8));
        }
    }

    private void fixedArray(int at) {
        requireSignature("FAHD", at);
        add(Kind.FIXED_ARRAY_HEADER, at, 28);
        int entrySize = file.get(at + 6);
        int page = 1 << file.get(at + 7);
        int count = address(at + 8);
        int block = address(at + 16);
        requireSignature("FADB", block);
        int head = 14;
        if (count <= page) {
            add(Kind.FIXED_ARRAY_DATA_BLOCK, block, head + count * entrySize + Integer.BYTES);
            entries(block + head, count, entrySize);
            return;
        }
        int pages = (count - 1) / page + 1;
        head += (pages + 7) / 8 + Integer.BYTES;
        add(Kind.FIXED_ARRAY_DATA_BLOCK, block, head);
        for (int first = 0, start = block + head; first < count; first += page) {
            int entries = Math.min(page, count - first);
            int size = entries * entrySize + Integer.BYTES;
            add(Kind.FIXED_ARRAY_PAGE, start, size);
            entries(start, entries, entrySize);
            start += size;
        }
    }

    private void entries(int at, int count, int entrySize) {
        for (int entry = at; entry < at + count * entrySize; entry += entrySize) {
            int sizeBits = (entrySize - Long.BYTES - Integer.BYTES) * Byte.SIZE;
            if (file.getLong(entry) != -1) {
                chunk(address(entry), (int) (file.getLong(entry + Long.BYTES) & (1L << sizeBits) - 1));
            }
        }
    }

    private void chunk(int at, int size) {
        add(Kind.CHUNK, at, size - Integer.BYTES);
        add(Kind.CHUNK_CHECKSUM, at + size - Integer.BYTES, Integer.BYTES);
    }

    private void requireSignature(String signature, int at) {
        for (int i = 0; i < signature.length(); i++) {
            if (file.get(at + i) != signature.charAt(i)) {
                throw new AssertionError("no " + signature + " at byte " + at);
            }
        }
    }
}
