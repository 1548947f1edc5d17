package io.vtkhdf.vti.block;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputValues;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The bytes of one compressed block of any size, zlib or .xz, in bounded memory. */
final class VtiBlockStream implements InputValues {

    private static final int BUFFER_SIZE = 1 << 15;

    private final VtiBlockInput.Block block;
    private final VtiBlockInputStream compressed;
    private final VtiCompression compression;
    private final Inflater inflater = new Inflater();
    private final byte[] buffer = new byte[BUFFER_SIZE];
    private InputStream decoded;
    private final VtiXzArrays arrays = new VtiXzArrays();
    private long left;

    VtiBlockStream(VtiBlockInput.Block block, VtiBlockInput input, VtiCompression compression) {
        this.block = block;
        this.left = block.size();
        this.compressed = new VtiBlockInputStream(input, block.compressedSize());
        this.compression = compression;
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        try {
            if (decoded == null) {
                decoded = open();
            }
            fill(target);
            if (left == 0) {
                requireEnd();
            }
        } catch (VtiBlockException e) {
            throw block.corrupt(e);
        } catch (EOFException e) {
            throw block.corrupt(VtiBlockException.cut());
        } catch (IOException e) {
            throw compressed.failure().orElseGet(() -> failure(e));
        }
    }

    private InputStream open() throws IOException {
        return compression == VtiCompression.LZMA
                ? VtiXz.open(compressed, arrays)
                : new InflaterInputStream(compressed, inflater, BUFFER_SIZE);
    }

    private void fill(ByteBuffer target) throws IOException, VtiBlockException {
        while (target.hasRemaining()) {
            int count = decoded.read(buffer, 0, Math.min(buffer.length, target.remaining()));
            if (count < 0) {
                throw VtiBlockException.tooShort(block.size() - left, block.size());
            }
            target.put(buffer, 0, count);
            left -= count;
        }
    }

    private void requireEnd() throws IOException, VtiBlockException {
        if (decoded.read() >= 0) {
            throw VtiBlockException.tooLong(block.size());
        }
        long unused = compressed.left() + inflater.getRemaining();
        if (unused > 0) {
            throw VtiBlockException.unused(unused);
        }
    }

    private IOException failure(IOException e) {
        InputPlace place = block.place();
        return compression == VtiCompression.LZMA
                ? VtiXz.failure(e, place)
                : new CorruptFileException(
                        place.file().path().toString(), place.array(), "zlib data is broken: " + e.getMessage(), e);
    }

    @Override
    public long held() {
        return 3L * BUFFER_SIZE + arrays.held();
    }

    @Override
    public void close() {
        inflater.end();
        if (decoded != null) {
            try {
                decoded.close();
            } catch (IOException e) {
                // Nothing was written, so nothing is lost.
            }
        }
    }
}
