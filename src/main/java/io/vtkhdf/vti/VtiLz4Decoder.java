package io.vtkhdf.vti;

import java.nio.ByteBuffer;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/** Decodes LZ4 blocks, with the decompressor that checks every bound, in Java. */
final class VtiLz4Decoder implements VtiBlockDecoder {

    private final LZ4SafeDecompressor decompressor = LZ4Factory.safeInstance().safeDecompressor();
    private byte[] decoded = {};

    @Override
    public void decode(byte[] input, int start, int length, ByteBuffer target) throws VtiBlockException {
        int size = target.remaining();
        if (decoded.length < size) {
            decoded = new byte[size];
        }
        int found;
        try {
            found = decompressor.decompress(input, start, length, decoded, 0, size);
        } catch (LZ4Exception e) {
            throw new VtiBlockException("LZ4 data is broken, or is not of " + size + " bytes: " + e.getMessage(), e);
        }
        if (found < size) {
            throw VtiBlockException.tooShort(found, size);
        }
        target.put(decoded, 0, size);
    }
}
