package io.vtkhdf.picture;

import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a PNG of 8-bit red, green and blue row by row: Java's own writer wants the whole image.
 *
 * <p>A file is a signature and chunks: IHDR (size and kind of pixels), IDAT as often as wanted (together one zlib
 * stream of rows, each behind a byte that names its filter), IEND. Of the filters None, Sub and Up each row has the one
 * with the smallest sum of absolute differences, as the specification (W3C, "Portable Network Graphics", 12.7) advises.
 */
final class PngStream implements Closeable {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BITS = 8;
    private static final int RGB = 2;
    private static final int CHANNELS = 3;
    private static final int FILTERS = 3;
    private static final int CHUNK = 1 << 15;

    private final DataOutputStream out;
    private final int width;
    private final int height;
    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
    private final byte[] chunk = new byte[CHUNK];
    /** Row by filter, each with its number in front. */
    private final byte[][] filtered;

    private byte[] above;
    private byte[] row;
    private int filled;
    private int rows;

    PngStream(OutputStream out, int width, int height) throws IOException {
        this.out = new DataOutputStream(out);
        this.width = width;
        this.height = height;
        int bytes = Math.multiplyExact(width, CHANNELS);
        this.above = new byte[bytes];
        this.row = new byte[bytes];
        this.filtered = new byte[FILTERS][bytes + 1];
        out.write(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) BITS)
                .put((byte) RGB);
        chunk("IHDR", header.array(), header.capacity());
    }

    /** Writes the next row, pixels of 0xRRGGBB, from {@code offset} on. */
    void row(int[] pixels, int offset) throws IOException {
        if (rows++ == height) {
            throw new IllegalStateException("found a row more than " + height);
        }
        for (int x = 0, at = 0; x < width; x++) {
            int pixel = pixels[offset + x];
            row[at++] = (byte) (pixel >> 16);
            row[at++] = (byte) (pixel >> 8);
            row[at++] = (byte) pixel;
        }
        deflater.setInput(bestFiltered());
        deflate();
        byte[] next = above;
        above = row;
        row = next;
    }

    private byte[] bestFiltered() {
        byte[] best = filtered[0];
        long least = Long.MAX_VALUE;
        for (int filter = 0; filter < FILTERS; filter++) {
            byte[] target = filtered[filter];
            target[0] = (byte) filter;
            long sum = 0;
            for (int i = 0; i < row.length; i++) {
                int left = i < CHANNELS ? 0 : row[i - CHANNELS];
                byte difference = (byte) (row[i] - (filter == 0 ? 0 : filter == 1 ? left : above[i]));
                target[i + 1] = difference;
                sum += Math.abs(difference);
            }
            if (sum < least) {
                least = sum;
                best = target;
            }
        }
        return best;
    }

    private void deflate() throws IOException {
        while (!deflater.needsInput() && !deflater.finished() || rows == height && !deflater.finished()) {
            filled += deflater.deflate(chunk, filled, CHUNK - filled);
            if (filled == CHUNK) {
                chunk("IDAT", chunk, filled);
                filled = 0;
            } else if (deflater.needsInput() && rows == height) {
                deflater.finish();
            }
        }
    }

    private void chunk(String type, byte[] data, int length) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data, 0, length);
        out.writeInt(length);
        out.write(name);
        out.write(data, 0, length);
        out.writeInt((int) crc.getValue());
    }

    /**
     * Ends the image; the stream below stays open.
     *
     * @throws IllegalStateException if a row is missing
     */
    void finish() throws IOException {
        if (rows != height) {
            throw new IllegalStateException("found " + rows + " rows, expected " + height);
        }
        if (filled > 0) {
            chunk("IDAT", chunk, filled);
        }
        chunk("IEND", chunk, 0);
        out.flush();
    }

    @Override
    public void close() {
        deflater.end();
    }
}
