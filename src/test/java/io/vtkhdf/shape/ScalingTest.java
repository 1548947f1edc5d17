package io.vtkhdf.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalingTest {

    /** The ends of a range are those of the type, also where the values are large and the range is small. */
    @ParameterizedTest
    @CsvSource({"0.1,0.7", "-1.5,1.5", "1e9,1000000001", "-984735.3,984735.5", "1e-200,3e-200", "-1e300,1e300"})
    void bothEndsFit(double low, double high) throws IOException {
        assertEquals(255, last(ScalarType.UINT8, low, high));
        assertEquals(0xffff_ffffL, last(ScalarType.UINT32, low, high));
        assertEquals(Integer.MAX_VALUE, last(ScalarType.INT32, low, high));
        // To within what doubles can tell.
        assertEquals(0x1p63, last(ScalarType.INT64, low, high), 0x1p14);
        assertEquals(0x1p64, last(ScalarType.UINT64, low, high), 0x1p14);
    }

    /** Requires that the smaller end becomes the smallest, and returns what the larger one becomes. */
    private static double last(ScalarType type, double low, double high) throws IOException {
        ByteBuffer ends = ByteBuffer.allocate(2 * Double.BYTES).putDouble(low).putDouble(high);
        ByteBuffer scaled = ByteBuffer.allocate(2 * Long.BYTES);
        Scaling.Line line = Scaling.ofRange(low, high).forType(type);
        new Cast(ScalarType.FLOAT64, type, Optional.of(line))
                .run(ends.flip(), 2, scaled, (at, value) -> fail(type + ": " + value + " does not fit"));
        Object values = type.toArray(scaled.flip());
        int bits = type.size() * Byte.SIZE;
        assertEquals(type.isSigned() ? -Math.scalb(1.0, bits - 1) : 0, type.doubleAt(values, 0));
        return type.doubleAt(values, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, 0, -1, Double.MIN_VALUE, Double.POSITIVE_INFINITY})
    void noRange(double high) {
        assertThrows(IllegalArgumentException.class, () -> Scaling.ofRange(0, high));
        assertThrows(IllegalArgumentException.class, () -> Scaling.ofRange(-Double.MAX_VALUE, Double.MAX_VALUE));
    }
}
