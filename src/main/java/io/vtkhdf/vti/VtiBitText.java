package io.vtkhdf.vti;

import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputValues;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Bits that stand in a text as the numbers 0 and 1. */
final class VtiBitText implements InputValues {

    private final InputPlace place;
    private final InputValues numbers;

    /** @param numbers of type UInt8 */
    VtiBitText(InputPlace place, InputValues numbers) {
        this.place = place;
        this.numbers = numbers;
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        int start = target.position();
        numbers.read(target);
        for (int i = start; i < target.position(); i++) {
            if (target.get(i) < 0 || target.get(i) > 1) {
                throw place.corrupt("the bit " + (target.get(i) & 0xff), "0 or 1");
            }
        }
    }

    @Override
    public long held() {
        return numbers.held();
    }

    @Override
    public void rest() {
        numbers.rest();
    }

    @Override
    public void close() {
        numbers.close();
    }
}
