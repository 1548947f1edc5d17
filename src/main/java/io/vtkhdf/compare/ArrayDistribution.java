package io.vtkhdf.compare;

import io.vtkhdf.distribution.OrderStatistics;
import io.vtkhdf.distribution.ValueHistogram;
import io.vtkhdf.distribution.ValueOrder;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.List;

/**
 * Finds how the values of an array are spread whose summary is known: of all components together, and of each. The
 * memory for it is one and the same, shared by them.
 */
final class ArrayDistribution {

    private static final int BINS = 10;
    private static final double[] PERCENTS = ValueDistribution.PERCENTS.stream()
            .mapToDouble(Integer::doubleValue)
            .toArray();

    /** Of some of the values: all, or those of a component. */
    private static final class Part {

        private final OrderStatistics order;
        private final ValueHistogram histogram;

        Part(ScalarType type, ValueSummary summary, int memory) {
            boolean isEmpty = summary.finite() == 0;
            double min = isEmpty ? 0 : summary.min();
            double max = isEmpty ? 0 : summary.max();
            this.order = new OrderStatistics(ValueOrder.of(type), summary.finite(), min, max, memory, PERCENTS);
            this.histogram = ValueHistogram.between(min, max, !type.isFloating(), BINS);
        }

        ValueDistribution result() {
            return new ValueDistribution(
                    ValueDistribution.PERCENTS.stream().map(order::percentile).toList(), histogram);
        }
    }

    private final ScalarType type;
    private final List<Part> parts;
    private boolean isFirst = true;

    private ArrayDistribution(ScalarType type, ArraySummary summary) {
        List<ValueSummary> known = summary.parts();
        this.type = type;
        this.parts = known.stream()
                .map(part -> new Part(type, part, OrderStatistics.MEMORY / known.size()))
                .toList();
    }

    static List<ValueDistribution> of(ScalarType type, ArraySummary summary, ArrayValuePasses passes)
            throws IOException {
        ArrayDistribution found = new ArrayDistribution(type, summary);
        while (found.isFirst || found.parts.stream().anyMatch(part -> part.order.isWaiting())) {
            passes.forEach(found::add);
            found.parts.forEach(part -> part.order.endPass());
            found.isFirst = false;
        }
        return found.parts.stream().map(Part::result).toList();
    }

    private void add(Object values, long times) {
        int components = parts.size() - 1;
        int count = Array.getLength(values);
        addTo(parts.get(0), values, 0, 1, count, times);
        for (int i = 0; i < components; i++) {
            addTo(parts.get(i + 1), values, i, components, count, times);
        }
    }

    private void addTo(Part part, Object values, int first, int stride, int count, long times) {
        if (isFirst) {
            for (int i = first; i < count; i += stride) {
                part.histogram.add(type.doubleAt(values, i), times);
            }
        }
        if (part.order.isWaiting()) {
            for (int i = first; i < count; i += stride) {
                part.order.add(type.doubleAt(values, i), times);
            }
        }
    }
}
