package io.vtkhdf.chunk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShuffleTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 16})
    void puts_the_same_byte_of_all_elements_together_and_back(int elementSize) {
        Random random = new Random(elementSize);
        for (int length :
                new int[] {0, 1, elementSize, 7 * elementSize, 100 * elementSize, 100 * elementSize + elementSize / 2
                }) {
            byte[] plain = new byte[length];
            random.nextBytes(plain);
            byte[] expected = plain.clone();
            int count = length / elementSize;
            for (int i = 0; i < count * elementSize; i++) {
                expected[i % elementSize * count + i / elementSize] = plain[i];
            }

            byte[] shuffled = new byte[length];
            Shuffle.shuffle(plain, length, elementSize, shuffled);
            byte[] back = new byte[length];
            Shuffle.unshuffle(shuffled, length, elementSize, back);

            assertArrayEquals(expected, shuffled, "length " + length);
            assertArrayEquals(plain, back, "length " + length);
            int first = count / 3;
            byte[] some = new byte[(count - first) * elementSize];
            Shuffle.unshuffle(shuffled, count, elementSize, first, count - first, some);
            assertArrayEquals(Arrays.copyOfRange(plain, first * elementSize, count * elementSize), some);
        }
    }
}
