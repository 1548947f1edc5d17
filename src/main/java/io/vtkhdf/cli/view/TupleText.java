package io.vtkhdf.cli.view;

import io.vtkhdf.image.ArraySpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;

/** The components of a tuple, in decimal; of floating-point numbers as many digits as tell them from others. */
record TupleText(List<String> components) {

    /** @param bytes of one tuple, little-endian */
    static TupleText of(ArraySpec spec, ByteBuffer bytes) {
        Object values = spec.type().toArray(bytes.order(ByteOrder.LITTLE_ENDIAN));
        return new TupleText(IntStream.range(0, spec.components())
                .mapToObj(i -> spec.type().textAt(values, i))
                .toList());
    }
}
