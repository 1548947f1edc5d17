package io.vtkhdf.chunk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AxisReversalTest {

    @Test
    void turns_every_shape_and_tuple_size() {
        Random random = new Random(42);
        int[] sizes = {1, 2, 3, 31, 32, 33, 65};
        for (int tuple : new int[] {1, 2, 3, 4, 8, 12, 24}) {
            for (int round = 0; round < 40; round++) {
                int a = sizes[random.nextInt(sizes.length)];
                int b = sizes[random.nextInt(sizes.length)];
                int c = sizes[random.nextInt(sizes.length)];
                byte[] source = new byte[a * b * c * tuple];
                random.nextBytes(source);
                byte[] target = new byte[source.length];

                AxisReversal.reverse(source, a, b, c, tuple, target);

                assertArrayEquals(slowly(source, a, b, c, tuple), target, a + " x " + b + " x " + c + " x " + tuple);
            }
        }
    }

    private static byte[] slowly(byte[] source, int a, int b, int c, int tuple) {
        byte[] target = new byte[source.length];
        for (int i = 0; i < a; i++) {
            for (int j = 0; j < b; j++) {
                for (int k = 0; k < c; k++) {
                    int from = ((i * b + j) * c + k) * tuple;
                    int to = ((k * b + j) * a + i) * tuple;
                    System.arraycopy(source, from, target, to, tuple);
                }
            }
        }
        return target;
    }
}
