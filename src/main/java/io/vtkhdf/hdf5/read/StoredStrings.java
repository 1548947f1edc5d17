package io.vtkhdf.hdf5.read;

import io.jhdf.GlobalHeap;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.StringData.PaddingType;
import io.jhdf.object.datatype.VariableLength;
import io.vtkhdf.compat.rules.StoredText;
import io.vtkhdf.hdf5.jhdf.JhdfBytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HDF5 strings of fixed and variable length. What is valid UTF-8 is read as such whatever the file says, because VTK
 * accepts nothing but "ASCII"; anything else as Latin-1.
 */
public final class StoredStrings {

    private static final int LENGTH_SIZE = 4;
    private static final int INDEX_SIZE = 4;
    /** What a string takes of memory beside its characters, about. */
    private static final long STRING_SIZE = 48;

    private StoredStrings() {}

    public static boolean isString(DataType type) {
        return type instanceof StringData
                || type instanceof VariableLength variable && variable.isVariableLengthString();
    }

    /** The character set that a string type names; empty for other types. */
    static Optional<StoredText.Charset> charset(DataType type) {
        Optional<Charset> named = Optional.empty();
        if (type instanceof StringData string) {
            named = Optional.of(string.getCharset());
        } else if (type instanceof VariableLength variable && variable.isVariableLengthString()) {
            named = Optional.of(variable.getEncoding());
        }
        return named.map(charset ->
                charset.equals(StandardCharsets.US_ASCII) ? StoredText.Charset.ASCII : StoredText.Charset.UTF_8);
    }

    public static boolean isAsciiOfVariableLength(DataType type) {
        return type instanceof VariableLength && charset(type).equals(Optional.of(StoredText.Charset.ASCII));
    }

    /** The strings in the buffer, which holds whole elements of this {@link #isString string} type. */
    public static List<String> read(JhdfBytes storage, DataType type, ByteBuffer elements) {
        return type instanceof StringData string ? fixed(storage, string, elements) : variable(storage, elements);
    }

    private static List<String> fixed(JhdfBytes storage, StringData type, ByteBuffer elements) {
        List<String> strings = new ArrayList<>();
        int size = type.getSize();
        byte[] bytes = new byte[Math.min(size, elements.remaining())];
        while (size > 0 && elements.remaining() >= size) {
            elements.get(bytes);
            storage.takeMemory(size + STRING_SIZE);
            String text = decode(bytes);
            strings.add(type.getPaddingType() == PaddingType.SPACE_PADDED ? text.stripTrailing() : text);
        }
        return strings;
    }

    private static List<String> variable(JhdfBytes storage, ByteBuffer elements) {
        Map<Long, GlobalHeap> heaps = new HashMap<>();
        List<String> strings = new ArrayList<>();
        while (elements.remaining() >= LENGTH_SIZE + storage.getSizeOfOffsets() + INDEX_SIZE) {
            long length = StoredNumbers.unsigned(elements, LENGTH_SIZE);
            long heap = StoredNumbers.unsigned(elements, storage.getSizeOfOffsets());
            int index = (int) StoredNumbers.unsigned(elements, INDEX_SIZE);
            if (length == 0 || index == 0) {
                strings.add("");
                continue;
            }
            ByteBuffer object = heaps.computeIfAbsent(heap, at -> new GlobalHeap(storage, at))
                    .getObjectData(index);
            byte[] bytes = new byte[(int) Math.min(length, object.remaining())];
            storage.takeMemory(bytes.length + STRING_SIZE);
            object.get(bytes);
            strings.add(decode(bytes));
        }
        return strings;
    }

    /** Up to the first NUL. */
    static String decode(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        ByteBuffer text = ByteBuffer.wrap(bytes, 0, end);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
        }
    }
}
