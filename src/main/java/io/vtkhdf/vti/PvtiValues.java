package io.vtkhdf.vti;

import io.vtkhdf.input.InputValues;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Values of a piece whose file is not kept open when they have been read. */
record PvtiValues(InputValues values, VtiSource piece) implements InputValues {

    @Override
    public void read(ByteBuffer target) throws IOException {
        values.read(target);
    }

    @Override
    public void close() {
        values.close();
        piece.park();
    }
}
