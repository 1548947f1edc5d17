package io.vtkhdf.hostile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A {@code .vti} file with one array of bytes at the points, compressed in blocks of which there is at most one. */
final class BlockFile {

    private static final String XML = "<VTKFile type='ImageData' header_type='UInt64' compressor='%s'>"
            + "<ImageData WholeExtent='%s'><Piece Extent='%2$s'><PointData>"
            + "<DataArray type='UInt8' Name='a' format='appended' offset='0'/></PointData>"
            + "</Piece></ImageData><AppendedData encoding='raw'>_";

    private BlockFile() {}

    /**
     * @param data the compressed block, the end of the file
     * @param count the number of blocks that the file says it has, {@code size} and {@code last} those of its blocks
     */
    static byte[] of(String compressor, String extent, byte[] data, long count, long size, long last) {
        byte[] head = String.format(XML, compressor, extent).getBytes(StandardCharsets.UTF_8);
        ByteBuffer file =
                ByteBuffer.allocate(head.length + 4 * Long.BYTES + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(head)
                .putLong(count)
                .putLong(size)
                .putLong(last)
                .putLong(data.length)
                .put(data);
        return file.array();
    }
}
