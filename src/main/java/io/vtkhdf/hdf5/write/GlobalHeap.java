package io.vtkhdf.hdf5.write;

import io.vtkhdf.hdf5.ByteWriter;
import io.vtkhdf.hdf5.Texts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The values of variable-length strings (specification III.E), in collections of some KiB, and what else is an object
 * of a collection.
 *
 * <pre>
 * "GCOL", u8 version 1, u24 0, u64 size of the collection
 * objects: u16 number from 1, u16 references: 0, u32 0, u64 size, bytes, zeros up to a multiple of 8
 * rest:    u16 0, u16 0, u32 0, u64 size of the rest with these 16 bytes
 * </pre>
 */
final class GlobalHeap {

    private static final int HEAD = 16;
    private static final int OBJECT_HEAD = 16;
    private static final int MIN_COLLECTION = 1 << 12;

    private final Hdf5Writer file;
    private final ByteWriter elements = new ByteWriter(0);

    private GlobalHeap(Hdf5Writer file) {
        this.file = file;
    }

    /**
     * Appends the strings and returns the elements of the dataset that refers to them.
     *
     * @throws IllegalArgumentException if a string holds a NUL, where it would end, or no text
     */
    static byte[] write(Hdf5Writer file, List<String> strings) throws IOException {
        GlobalHeap heap = new GlobalHeap(file);
        List<byte[]> objects = strings.stream().map(GlobalHeap::encode).toList();
        for (int from = 0; from < objects.size(); ) {
            int to = heap.endOfCollection(objects, from);
            heap.writeCollection(objects.subList(from, to));
            from = to;
        }
        return heap.elements.toByteArray();
    }

    private static byte[] encode(String string) {
        Texts.requireStorable("a string", string);
        return string.getBytes(StandardCharsets.UTF_8);
    }

    /** As many objects as the smallest collection holds, some 250 at the most, but at least one. */
    private int endOfCollection(List<byte[]> objects, int from) {
        int room = MIN_COLLECTION - HEAD - OBJECT_HEAD;
        int to = from;
        while (to < objects.size()) {
            room -= OBJECT_HEAD + padded(objects.get(to).length);
            if (room < 0 && to > from) {
                break;
            }
            to++;
        }
        return to;
    }

    private void writeCollection(List<byte[]> objects) throws IOException {
        long address = file.allocate(size(objects));
        ByteWriter out = new ByteWriter(address);
        addCollection(out, objects);
        for (int i = 0; i < objects.size(); i++) {
            elements.u32(objects.get(i).length).u64(address).u32(i + 1);
        }
        file.write(address, ByteBuffer.wrap(out.array(), 0, out.size()));
    }

    /**
     * Adds a collection of a single object, number 1, to metadata.
     *
     * @return its address
     */
    static long write(ByteWriter out, byte[] object) throws IOException {
        long address = out.align();
        addCollection(out, List.of(object));
        out.endObject();
        return address;
    }

    private static void addCollection(ByteWriter out, List<byte[]> objects) {
        int size = size(objects);
        int rest = size - used(objects);
        out.ascii("GCOL").u8(1).unsigned(0, 3).u64(size);
        for (int i = 0; i < objects.size(); i++) {
            byte[] object = objects.get(i);
            out.u16(i + 1).u16(0).u32(0).u64(object.length).bytes(object).align();
        }
        out.u16(0).u16(0).u32(0).u64(rest).bytes(new byte[rest - OBJECT_HEAD]);
    }

    private static int size(List<byte[]> objects) {
        return Math.max(MIN_COLLECTION, Math.addExact(used(objects), OBJECT_HEAD));
    }

    private static int used(List<byte[]> objects) {
        int used = HEAD;
        for (byte[] object : objects) {
            used = Math.addExact(used, OBJECT_HEAD + padded(object.length));
        }
        return used;
    }

    private static int padded(int length) {
        return length + (-length & 7);
    }
}
