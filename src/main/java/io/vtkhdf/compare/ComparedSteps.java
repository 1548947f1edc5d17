package io.vtkhdf.compare;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSeries;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept from one step of two series to the next: the buffers, and of each array what came of the values that
 * were compared last, for steps that have the very same ones.
 */
final class ComparedSteps {

    /** @param stepA the step of A that has stored the values; {@code stepB} that of B */
    private record Known(int stepA, int stepB, ImageDifference.OfValues values) {}

    private final Map<ArraySpec, Known> known = new HashMap<>();
    private final ImageSeries a;
    private final ImageSeries b;
    private int step;
    private ByteBuffer slabA = ByteBuffer.allocate(0);
    private ByteBuffer slabB = ByteBuffer.allocate(0);

    private ComparedSteps() {
        this(null, null);
    }

    ComparedSteps(ImageSeries a, ImageSeries b) {
        this.a = a;
        this.b = b;
    }

    /** Of two images that are no steps of series. */
    static ComparedSteps none() {
        return new ComparedSteps();
    }

    void begin(int next) {
        step = next;
    }

    Optional<ImageDifference.OfValues> known(ArraySpec inA, ArraySpec inB) {
        Known last = known.get(inA);
        return last != null && last.stepA == a.sameAs(inA, step) && last.stepB == b.sameAs(inB, step)
                ? Optional.of(last.values)
                : Optional.empty();
    }

    void keep(ArraySpec inA, ArraySpec inB, ImageDifference.OfValues values) {
        if (a != null) {
            known.put(inA, new Known(a.sameAs(inA, step), b.sameAs(inB, step), values));
        }
    }

    void reserve(int bytes) {
        if (slabA.capacity() < bytes) {
            slabA = ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
            slabB = ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    ByteBuffer slabA() {
        return slabA;
    }

    ByteBuffer slabB() {
        return slabB;
    }
}
