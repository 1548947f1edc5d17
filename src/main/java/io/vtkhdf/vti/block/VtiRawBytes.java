package io.vtkhdf.vti.block;

import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.RawBytes;

/** The bytes of a file from a position on. */
public final class VtiRawBytes extends RawBytes implements VtiBytes {

    public VtiRawBytes(InputPlace place, long position) {
        super(place, position);
    }

    @Override
    public Mark mark() {
        return new Mark(position(), 0, false);
    }

    @Override
    public void reset(Mark mark) {
        seek(mark.position());
    }

    @Override
    public void endStream() {
        // Raw bytes have no seams.
    }

    @Override
    public void passPadding() {
        // Nor padding.
    }
}
