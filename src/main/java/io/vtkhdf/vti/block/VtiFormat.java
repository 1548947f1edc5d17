package io.vtkhdf.vti.block;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.vti.xml.VtiElement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How the whole file stores binary values, from the attributes of {@code VTKFile}.
 *
 * @param wordSize the size in bytes of the unsigned words in front of the values
 */
public record VtiFormat(ByteOrder order, int wordSize, VtiCompression compression) {

    public static VtiFormat of(VtiElement root) throws CorruptFileException, UnsupportedFileException {
        return new VtiFormat(order(root), wordSize(root), compression(root));
    }

    private static ByteOrder order(VtiElement root) throws CorruptFileException {
        String order = root.attribute("byte_order").orElse("LittleEndian");
        return switch (order) {
            case "LittleEndian" -> ByteOrder.LITTLE_ENDIAN;
            case "BigEndian" -> ByteOrder.BIG_ENDIAN;
            default -> throw root.corrupt("byte_order '" + order + "'", "LittleEndian or BigEndian");
        };
    }

    private static int wordSize(VtiElement root) throws CorruptFileException {
        String type = root.attribute("header_type").orElse("UInt32");
        return switch (type) {
            case "UInt32" -> Integer.BYTES;
            case "UInt64" -> Long.BYTES;
            default -> throw root.corrupt("header_type '" + type + "'", "UInt32 or UInt64");
        };
    }

    private static VtiCompression compression(VtiElement root) throws UnsupportedFileException {
        String compressor = root.attribute("compressor").orElse("");
        if (compressor.isEmpty()) {
            return VtiCompression.NONE;
        }
        return VtiCompression.ofVtkName(compressor)
                .orElseThrow(() -> root.unsupported(
                        "compressor '" + compressor + "'", "none or one of " + VtiCompression.vtkNames()));
    }

    public long readWord(VtiBytes bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(wordSize).order(order);
        bytes.read(buffer);
        long word = wordSize == Integer.BYTES ? Integer.toUnsignedLong(buffer.getInt(0)) : buffer.getLong(0);
        if (word < 0) {
            throw bytes.corrupt("the size " + Long.toUnsignedString(word), "less than 2^63");
        }
        return word;
    }
}
