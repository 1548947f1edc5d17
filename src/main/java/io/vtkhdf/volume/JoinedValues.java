package io.vtkhdf.volume;

import io.vtkhdf.input.InputValues;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Values that stand in parts of equal size, of which one at a time is open. */
final class JoinedValues implements InputValues {

    /** Opens the values of a part, counted from 0, at the first. */
    interface Opener {
        InputValues open(int part) throws IOException;
    }

    private final int parts;
    private final long partBytes;
    private final Opener opener;
    /** The part that is open or would be next. */
    private int part;
    /** Null if it is not open. */
    private InputValues current;
    /** How many bytes of the part have been taken. */
    private long taken;

    /** @param partBytes a multiple of the size of the values */
    JoinedValues(int parts, long partBytes, Opener opener) {
        this.parts = parts;
        this.partBytes = partBytes;
        this.opener = opener;
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        int limit = target.limit();
        try {
            while (target.position() < limit) {
                int count = (int) Math.min(partBytes - taken, limit - target.position());
                target.limit(target.position() + count);
                current().read(target);
                advance(count);
            }
        } finally {
            target.limit(limit);
        }
    }

    @Override
    public void skip(long count) throws IOException {
        for (long left = count; left > 0; ) {
            long skipped = Math.min(partBytes - taken, left);
            if (skipped < partBytes) {
                current().skip(skipped);
            }
            advance(skipped);
            left -= skipped;
        }
    }

    private InputValues current() throws IOException {
        if (current == null) {
            current = opener.open(part);
        }
        return current;
    }

    private void advance(long count) {
        taken += count;
        if (taken == partBytes && part < parts) {
            close();
            part++;
            taken = 0;
        }
    }

    @Override
    public void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
