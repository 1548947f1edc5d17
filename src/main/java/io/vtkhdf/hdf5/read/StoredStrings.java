package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.ByteReader;
import io.vtkhdf.hdf5.StoredType;
import io.vtkhdf.hdf5.Texts;
import io.vtkhdf.hdf5.jhdf.JhdfGlobalHeap;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** HDF5 strings of fixed and variable length. */
final class StoredStrings {

    private static final int LENGTH_SIZE = 4;
    private static final int INDEX_SIZE = 4;
    /** What a string takes of memory beside its characters, about. */
    private static final long STRING_SIZE = 48;

    private StoredStrings() {}

    /** The strings in the buffer, which holds whole elements of this type. */
    static List<String> read(BoundedBytes storage, StoredType.Text type, ByteBuffer elements) {
        return type.length() == StoredType.Length.FIXED ? fixed(storage, type, elements) : variable(storage, elements);
    }

    private static List<String> fixed(BoundedBytes storage, StoredType.Text type, ByteBuffer elements) {
        List<String> strings = new ArrayList<>();
        int size = type.size();
        byte[] bytes = new byte[Math.min(size, elements.remaining())];
        while (size > 0 && elements.remaining() >= size) {
            elements.get(bytes);
            storage.takeMemory(size + STRING_SIZE);
            String text = Texts.decode(bytes);
            strings.add(type.padding() == StoredType.Padding.SPACE ? text.stripTrailing() : text);
        }
        return strings;
    }

    private static List<String> variable(BoundedBytes storage, ByteBuffer elements) {
        Map<Long, JhdfGlobalHeap> heaps = new HashMap<>();
        List<String> strings = new ArrayList<>();
        while (elements.remaining() >= LENGTH_SIZE + ByteReader.ADDRESS_SIZE + INDEX_SIZE) {
            long length = ByteReader.unsigned(elements, LENGTH_SIZE);
            long heap = ByteReader.address(elements);
            int index = (int) ByteReader.unsigned(elements, INDEX_SIZE);
            if (length == 0 || index == 0) {
                strings.add("");
                continue;
            }
            ByteBuffer object = heaps.computeIfAbsent(heap, at -> new JhdfGlobalHeap(storage, at))
                    .object(index);
            byte[] bytes = new byte[(int) Math.min(length, object.remaining())];
            storage.takeMemory(bytes.length + STRING_SIZE);
            object.get(bytes);
            strings.add(Texts.decode(bytes));
        }
        return strings;
    }
}
