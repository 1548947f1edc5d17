package io.vtkhdf.cli.slice;

import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * NumPy's format 1.0: magic, version, the length of the header, the header (a Python dictionary, padded with spaces so
 * that the values start at a multiple of 64), the values. The shape is (slow, fast), or (slow, fast, components).
 */
public final class NpyEncoder implements SliceEncoder {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int ALIGNMENT = 64;

    @Override
    public void encode(ImageSlice slice, OutputStream out) throws IOException {
        out.write(header(slice));
        new RawEncoder().encode(slice, out);
    }

    private static byte[] header(ImageSlice slice) {
        int components = slice.spec().components();
        String shape = slice.height() + ", " + slice.width() + (components > 1 ? ", " + components : "");
        String dictionary =
                "{'descr': '" + descr(slice.spec().type()) + "', 'fortran_order': False, 'shape': (" + shape + "), }";
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
