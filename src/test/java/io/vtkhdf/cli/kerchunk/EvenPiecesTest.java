package io.vtkhdf.cli.kerchunk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvenPiecesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "653 1501 1200     | 8 | 1 1501 1200", // A prime number of slices, 14 MB each.
                "1000 100 100      | 8 | 200 100 100", // At most 209.
                "10 20000 20000    | 4 | 1 200 20000", // Slices are too large; at most 209 rows.
                "3 4 5             | 8 | 3 4 5",
                "4194304           | 4 | 4194304", // 16 MiB.
                "4194305           | 4 | 838861", // 5 pieces of 3 MiB.
                "16777213          | 1 | 16777213",
                "16777259          | 1 | 16777259", // A prime, somewhat more than 16 MiB.
                "2 16777259        | 1 | 1 16777259",
                "2 16777259 3      | 1 | 1 16777259 3",
                "10000000019       | 1 | 1", // A prime beyond the largest chunk.
                "1 1 1             | 8 | 1 1 1",
                "2 300000000       | 8 | 1 2000000",
                "7 3 9999991       | 8 | 1 1 9999991",
            })
    void cuts(String shape, int elementSize, String expected) {
        assertEquals(
                expected,
                Arrays.toString(EvenPieces.shape(longs(shape), elementSize)).replaceAll("[\\[\\],]", ""));
    }

    private static long[] longs(String numbers) {
        return Arrays.stream(numbers.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    @Test
    void aScalarIsOnePiece() {
        assertArrayEquals(new int[0], EvenPieces.shape(new long[0], 8));
    }

    @Test
    void piecesAreEvenAndStandInOneRun() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            long[] shape = new long[1 + random.nextInt(4)];
            Arrays.setAll(shape, axis -> 1 + random.nextInt(1 << random.nextInt(14)));
            int[] piece = EvenPieces.shape(shape, 1 << random.nextInt(4));
            boolean isCut = false;
            for (int axis = 0; axis < shape.length; axis++) {
                assertEquals(0, shape[axis] % piece[axis]);
                assertTrue(!isCut || piece[axis] == shape[axis], () -> Arrays.toString(shape));
                isCut |= piece[axis] > 1;
            }
        }
    }
}
