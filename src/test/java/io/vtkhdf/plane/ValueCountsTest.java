package io.vtkhdf.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueCountsTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "255, 3", "256, 300", "257, 2", "5000, 40", "20000, 9000", "20000, 1000000"})
    void theMostFrequentOrTheLowestOfThem(int count, int different) {
        Random random = new Random(31L * count + different);
        ValueCounts counts = new ValueCounts();
        Map<Double, Integer> expected = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            int n = random.nextInt(different);
            double value = n % 11 == 3 ? Double.NaN : n / 7.0 - different / 20.0;
            counts.add(value);
            expected.merge(value, 1, Integer::sum);
        }
        int most = expected.values().stream().max(Integer::compare).orElseThrow();
        double lowest = expected.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .findFirst()
                .orElseThrow()
                .getKey();
        assertEquals(lowest, counts.mostFrequent());
        assertEquals(lowest, counts.mostFrequent());
    }

    @Test
    void nothingIsLeftOfABoxBefore() {
        ValueCounts counts = new ValueCounts();
        assertEquals(Double.NaN, counts.mostFrequent());
        counts.add(2);
        counts.add(2);
        counts.clear();
        counts.add(1);
        assertEquals(1, counts.mostFrequent());
    }

    /** It took minutes when each new value moved all others. */
    @Test
    @Timeout(60)
    void manyDifferentValues() {
        ValueCounts counts = new ValueCounts();
        int count = 1_000_000;
        for (int i = 0; i < count; i++) {
            counts.add(count - i);
        }
        counts.add(5);
        assertEquals(5, counts.mostFrequent());
    }
}
