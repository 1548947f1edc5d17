package io.vtkhdf.vti.write;

import io.vtkhdf.chunk.ZlibEngine;
import io.vtkhdf.chunk.ZlibEngines;
import io.vtkhdf.image.ScalarType;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Factory;

/** Makes of a piece of an array's little-endian bytes what stands for it in the file. Not thread-safe. */
interface VtiEncoder extends AutoCloseable {

    /** The largest piece; all but an array's last one are as large, so that no value is cut. */
    int PIECE = 1 << 15;

    /** So many bytes are enough for a piece and what becomes of it: 8-bit numbers take up to five characters. */
    int MEMORY = 6 * PIECE;

    byte[] encode(byte[] piece, int length);

    @Override
    default void close() {}

    static VtiEncoder of(VtiForm form, ScalarType type) {
        return switch (form.encoding()) {
            case ASCII -> new VtiDecimalEncoder(type);
            case ZLIB -> new Zlib(form.level());
            case LZ4 -> new Lz4();
            case RAW -> Arrays::copyOf;
        };
    }

    /** Each block is a zlib stream of its own. */
    final class Zlib implements VtiEncoder {
        private final ZlibEngine engine = ZlibEngines.fastest().open();
        private final int level;
        private final byte[] buffer = new byte[ZlibEngine.capacityFor(PIECE)];

        Zlib(int level) {
            this.level = level;
        }

        @Override
        public byte[] encode(byte[] piece, int length) {
            return Arrays.copyOf(buffer, engine.deflate(piece, length, level, buffer));
        }

        @Override
        public void close() {
            engine.close();
        }
    }

    /** Each block is a block of LZ4 without a frame. */
    final class Lz4 implements VtiEncoder {
        // The variants with native or unsafe code make newer Javas print warnings.
        private final LZ4Compressor compressor = LZ4Factory.safeInstance().fastCompressor();
        private final byte[] buffer = new byte[compressor.maxCompressedLength(PIECE)];

        @Override
        public byte[] encode(byte[] piece, int length) {
            return Arrays.copyOf(buffer, compressor.compress(piece, 0, length, buffer, 0));
        }
    }
}
