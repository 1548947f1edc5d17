package io.vtkhdf.vti.block;

import java.nio.ByteBuffer;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * Decodes LZ4 blocks, with a decompressor that checks every bound: LZ4's own where it loads, which decodes straight to
 * memory outside of the heap, or else the one in Java.
 */
final class VtiLz4Decoder implements VtiBlockDecoder {

    private static final LZ4SafeDecompressor DECOMPRESSOR = decompressor();

    private static LZ4SafeDecompressor decompressor() {
        try {
            return LZ4Factory.nativeInstance().safeDecompressor();
        } catch (LinkageError | AssertionError e) {
            return LZ4Factory.safeInstance().safeDecompressor();
        }
    }

    @Override
    public void decode(byte[] input, int start, int length, ByteBuffer target) throws VtiBlockException {
        int size = target.remaining();
        int found;
        try {
            found = DECOMPRESSOR.decompress(ByteBuffer.wrap(input), start, length, target, target.position(), size);
        } catch (LZ4Exception e) {
            throw new VtiBlockException("LZ4 data is broken, or is not of " + size + " bytes: " + e.getMessage(), e);
        }
        if (found < size) {
            throw VtiBlockException.tooShort(found, size);
        }
        target.position(target.limit());
    }
}
