package io.vtkhdf.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vtkhdf.copy.MemoryImageSource;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values that steps have in common, which are neither read nor compared again. */
class SeriesComparisonTest {

    private static final ArraySpec ARRAY = ArraySpec.point("a", ScalarType.FLOAT64);

    /** One value a step, that of its slab; remembers the steps of which values were read. */
    private static final class Slabs implements ImageSeries {
        private final int[] slabs;
        private final List<Integer> read = new ArrayList<>();

        Slabs(int... slabs) {
            this.slabs = slabs;
        }

        @Override
        public double[] times() {
            return IntStream.range(0, slabs.length).asDoubleStream().toArray();
        }

        @Override
        public ImageSource open(int step) {
            return new MemoryImageSource(ImageGeometry.of(1, 1, 1)) {
                @Override
                public SlabReader open(ArraySpec array) {
                    read.add(step);
                    return super.open(array);
                }
            }.with(ARRAY, (double) slabs[step]);
        }

        @Override
        public int sameAs(ArraySpec array, int step) {
            return IntStream.range(0, step + 1)
                    .filter(earlier -> slabs[earlier] == slabs[step])
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {}
    }

    private static List<Integer> differing(ImageSeries a, ImageSeries b) throws IOException {
        List<Integer> steps = new ArrayList<>();
        SeriesDifference difference = new SeriesComparison(
                        a, b, Tolerance.NONE, (step, ofA, ofB) -> new ImageComparison(ofA, ofB))
                .run(step -> {
                    if (!step.isSame()) {
                        steps.add(step.step());
                    }
                });
        assertEquals(steps.size(), difference.differing());
        return steps;
    }

    @Test
    void aConstantArrayIsComparedOnce() throws IOException {
        Slabs a = new Slabs(3, 3, 3, 3);
        Slabs b = new Slabs(3, 3, 3, 3);
        assertEquals(List.of(), differing(a, b));
        assertEquals(List.of(0), a.read);
        assertEquals(List.of(0), b.read);
        assertEquals(List.of(0, 1, 2, 3), differing(new Slabs(3, 3, 3, 3), new Slabs(4, 4, 4, 4)));
    }

    @Test
    void onlyThePairThatWasComparedLastIsKnown() throws IOException {
        Slabs a = new Slabs(1, 1, 2, 2, 1);
        Slabs b = new Slabs(1, 2, 2, 2, 1);
        assertEquals(List.of(1), differing(a, b));
        assertEquals(List.of(0, 1, 2, 4), a.read);
        assertFalse(differing(new Slabs(1, 1), new Slabs(1, 5)).isEmpty());
    }

    @Test
    void statisticsReadASlabOnceAPassAndCountItAtEachStep() throws IOException {
        Slabs series = new Slabs(8, 0, 8, 8);
        ArrayStatistics statistics = StatisticsReader.ofDistributions()
                .read(series, Map.of(ARRAY, SharedSteps.of(series, ARRAY)))
                .get(ARRAY);
        assertEquals(List.of(0.0, 8.0, 6.0), List.of(statistics.min(), statistics.max(), statistics.mean()));
        // Of 8, 0, 8 and 8: the squares of the distances from 6 are 4, 36, 4 and 4.
        assertEquals(Math.sqrt(12), statistics.deviation(), 1e-15);
        assertEquals(Arrays.asList(0, 1, 0, 1), series.read);
    }
}
