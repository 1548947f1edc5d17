package io.vtkhdf.chunk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoxCopyTest {

    @Test
    void copies_boxes_of_every_rank() {
        for (int seed = 0; seed < 500; seed++) {
            copyRandomBox(new Random(seed), "seed " + seed);
        }
    }

    private static void copyRandomBox(Random random, String message) {
        int rank = 1 + random.nextInt(4);
        int elementSize = 1 + random.nextInt(9);
        int[] size = random.ints(rank, 1, 6).toArray();
        int[] sourceStart = random.ints(rank, 0, 3).toArray();
        int[] targetStart = random.ints(rank, 0, 3).toArray();
        int[] sourceShape = shapeAround(size, sourceStart, random);
        int[] targetShape = shapeAround(size, targetStart, random);
        byte[] source = new byte[product(sourceShape) * elementSize];
        byte[] target = new byte[product(targetShape) * elementSize];
        random.nextBytes(source);
        random.nextBytes(target);
        byte[] expected = target.clone();
        for (int n = 0; n < product(size); n++) {
            int[] index = index(n, size);
            int from = offset(index, sourceStart, sourceShape) * elementSize;
            int to = offset(index, targetStart, targetShape) * elementSize;
            System.arraycopy(source, from, expected, to, elementSize);
        }

        BoxCopy.copy(source, sourceShape, sourceStart, target, targetShape, targetStart, size, elementSize);

        assertArrayEquals(expected, target, message);
    }

    private static int[] shapeAround(int[] size, int[] start, Random random) {
        int[] shape = new int[size.length];
        Arrays.setAll(shape, axis -> size[axis] + start[axis] + random.nextInt(2));
        return shape;
    }

    private static int product(int[] shape) {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    private static int[] index(int n, int[] shape) {
        int[] index = new int[shape.length];
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            index[axis] = n % shape[axis];
            n /= shape[axis];
        }
        return index;
    }

    private static int offset(int[] index, int[] start, int[] shape) {
        int offset = 0;
        for (int axis = 0; axis < shape.length; axis++) {
            offset = offset * shape[axis] + index[axis] + start[axis];
        }
        return offset;
    }
}
