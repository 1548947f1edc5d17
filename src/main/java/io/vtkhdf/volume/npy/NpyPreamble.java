package io.vtkhdf.volume.npy;

import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.RawBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands in front of the values, of which all versions of the format differ in little:
 *
 * <pre>
 * 93 'NUMPY' major minor
 * length[2], of version 1, or length[4]      of the header, little-endian
 * header                                     ISO-8859-1, of version 3 UTF-8
 * </pre>
 *
 * @param start of the values
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">NumPy's format</a>
 */
record NpyPreamble(NpyDictionary header, long start) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int NEWEST = 3;
    private static final int MAX_HEADER = 1 << 20;

    static NpyPreamble read(InputFile file) throws IOException {
        RawBytes bytes = new RawBytes(new InputPlace(file, "header"), 0);
        if (!Arrays.equals(take(bytes, MAGIC.length).array(), MAGIC)) {
            throw file.corrupt("beginning of the file", "no magic of NumPy's", "93 'NUMPY'");
        }
        int major = take(bytes, 2).get(0) & 0xff;
        if (major < 1 || major > NEWEST) {
            throw file.unsupported("byte 6", "version " + major + " of the format", "1 to " + NEWEST);
        }
        long length = major == 1
                ? take(bytes, Short.BYTES).getShort(0) & 0xffff
                : take(bytes, Integer.BYTES).getInt(0) & 0xffff_ffffL;
        if (length > bytes.left()) {
            throw bytes.corrupt("a header of " + length + " bytes", "at most the " + bytes.left() + " left");
        } else if (length > MAX_HEADER) {
            throw file.unsupported("header", length + " bytes", "at most " + MAX_HEADER);
        }
        byte[] text = take(bytes, (int) length).array();
        String header = new String(text, major == NEWEST ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        return new NpyPreamble(NpyDictionary.parse(file, header), bytes.position());
    }

    private static ByteBuffer take(RawBytes bytes, int count) throws IOException {
        ByteBuffer taken = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        bytes.read(taken);
        return taken;
    }
}
