package io.vtkhdf.copy;

import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a file of NumPy's format 1.0 begins with: magic, version, the length of the header, the header (a Python
 * dictionary, padded with spaces so that the values start at a multiple of 64). The values follow, little-endian.
 */
public final class NpyHeader {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;

    private NpyHeader() {}

    /** The magic: by it a file is known. */
    public static byte[] magic() {
        return MAGIC.clone();
    }

    /** @param shape the slowest axis first; at least two axes */
    public static byte[] of(ScalarType type, int... shape) {
        String axes = Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String dictionary = "{'descr': '" + descr(type) + "', 'fortran_order': False, 'shape': (" + axes + "), }";
        int fixed = MAGIC.length + Short.BYTES;
        int size = Math.floorDiv(fixed + dictionary.length() + ALIGNMENT, ALIGNMENT) * ALIGNMENT;
        String padding = " ".repeat(size - fixed - dictionary.length() - 1) + "\n";
        return ByteBuffer.allocate(size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putShort((short) (size - fixed))
                .put((dictionary + padding).getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static String descr(ScalarType type) {
        String order = type.size() == 1 ? "|" : "<";
        String kind = type.isFloating() ? "f" : type.isSigned() ? "i" : "u";
        return order + kind + type.size();
    }
}
