package io.vtkhdf.volume;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputRange;
import io.vtkhdf.input.InputValues;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The bytes that a stream of zlib, or one or more members of gzip, stand for: exactly so many. They are decoded as they
 * are asked for, so that memory does not depend on what they decode to. Checksums are checked where a stream ends.
 */
final class DeflatedBytes implements InputValues {

    private final DeflateInput input;
    private final long skipped;
    private final long length;
    private final ByteBuffer spare = ByteBuffer.allocate(1);
    /** Null until the first read. */
    private GzipMember member;

    private Inflater inflater;
    /** Of all that was decoded. */
    private long decoded;

    private boolean isEndChecked;

    /**
     * @param range of the compressed bytes
     * @param skipped how many decoded bytes come before the values
     * @param length of the values, behind which nothing may stand
     */
    DeflatedBytes(InputPlace place, InputRange range, long skipped, long length) {
        this.input = new DeflateInput(place, range);
        this.skipped = skipped;
        this.length = length;
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        if (inflater == null) {
            begin();
            discard(skipped);
        }
        fill(target);
        if (decoded == skipped + length && !isEndChecked) {
            isEndChecked = true;
            requireEnd();
        }
    }

    private void discard(long count) throws IOException {
        ByteBuffer discarded = ByteBuffer.allocate((int) Math.min(count, SKIPPED_AT_ONCE));
        for (long left = count; left > 0; left -= discarded.limit()) {
            fill(discarded.clear().limit((int) Math.min(left, discarded.capacity())));
        }
    }

    private void begin() throws IOException {
        member = GzipMember.begin(input);
        if (inflater != null) {
            inflater.end();
        }
        inflater = new Inflater(member != null);
    }

    private void fill(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (inflate(target) == 0 && !goOn()) {
                throw input.corrupt(
                        "the end of the compressed data after " + (decoded - skipped) + " bytes", length + " bytes");
            }
        }
    }

    /** @return how many bytes were decoded; 0 only at the end of a stream */
    private int inflate(ByteBuffer target) throws IOException {
        int start = target.position();
        try {
            while (target.position() == start && !inflater.finished()) {
                inflater.inflate(target);
                if (target.position() == start && inflater.needsDictionary()) {
                    throw input.corrupt("a zlib stream that needs a dictionary", "one that needs none");
                } else if (target.position() == start && inflater.needsInput() && !inflater.finished()) {
                    inflater.setInput(input.more());
                }
            }
        } catch (DataFormatException e) {
            throw new CorruptFileException(
                    input.place().file().path().toString(),
                    input.place().array() + ", before byte " + input.position(),
                    "the compressed data are broken: " + e.getMessage(),
                    e);
        }
        int count = target.position() - start;
        decoded += count;
        if (member != null) {
            member.decoded(target.slice(start, count));
        }
        return count;
    }

    /** Goes on with the next member of gzip, if there is one. */
    private boolean goOn() throws IOException {
        input.giveBack(inflater.getRemaining());
        if (member == null) {
            return false;
        }
        member.end(input);
        member = null;
        if (!GzipMember.isNext(input)) {
            return false;
        }
        begin();
        return true;
    }

    private void requireEnd() throws IOException {
        do {
            if (inflate(spare.clear()) > 0) {
                throw input.corrupt("more than " + length + " bytes of compressed data", "no more than these");
            }
        } while (goOn());
    }

    @Override
    public void close() {
        if (inflater != null) {
            inflater.end();
        }
    }
}
