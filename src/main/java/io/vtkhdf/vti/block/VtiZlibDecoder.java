package io.vtkhdf.vti.block;

import io.vtkhdf.chunk.ZlibEngine;
import io.vtkhdf.chunk.ZlibEngines;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Decodes zlib streams: by ISA-L where it loads, whose verdict on broken ones is the JDK's zlib's. */
final class VtiZlibDecoder implements VtiBlockDecoder {

    private final ZlibEngine engine = ZlibEngines.fastest().open();
    private byte[] decoded = new byte[0];
    private final Inflater inflater = new Inflater();
    private final byte[] spare = new byte[1];

    @Override
    public void decode(byte[] input, int start, int length, ByteBuffer target) throws VtiBlockException {
        int size = target.remaining();
        decoded = decoded.length >= size ? decoded : new byte[size];
        if (engine.inflate(input, start, length, decoded, size)) {
            target.put(decoded, 0, size);
        } else {
            decodeByJdk(input, start, length, target);
        }
    }

    private void decodeByJdk(byte[] input, int start, int length, ByteBuffer target) throws VtiBlockException {
        int size = target.remaining();
        inflater.reset();
        inflater.setInput(input, start, length);
        try {
            while (target.hasRemaining() && inflater.inflate(target) > 0) {
                // on to the end
            }
            requireSize(size - target.remaining(), size);
        } catch (DataFormatException e) {
            throw new VtiBlockException("zlib data is broken: " + e.getMessage(), e);
        }
        if (inflater.getRemaining() > 0) {
            throw VtiBlockException.unused(inflater.getRemaining());
        }
    }

    private void requireSize(int found, int expected) throws VtiBlockException, DataFormatException {
        if (found == expected && !inflater.finished() && inflater.inflate(spare) > 0) {
            throw VtiBlockException.tooLong(expected);
        } else if (inflater.needsDictionary()) {
            throw new VtiBlockException("a zlib stream that needs a dictionary", "one that needs none");
        } else if (!inflater.finished()) {
            throw VtiBlockException.cut();
        } else if (found < expected) {
            throw VtiBlockException.tooShort(found, expected);
        }
    }

    @Override
    public void close() {
        engine.close();
        inflater.end();
    }
}
