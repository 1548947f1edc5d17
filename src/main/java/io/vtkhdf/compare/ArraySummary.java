package io.vtkhdf.compare;

import io.vtkhdf.image.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What {@link ArrayStatistics} need of the values of one array: of all components together, and of each. */
final class ArraySummary {

    /** An array of more components is more likely a table than a vector or a tensor. */
    private static final int MOST = 16;

    private final ScalarType type;
    private final ValueSummary all;
    /** None if there is one component, or very many. */
    private final List<ValueSummary> components = new ArrayList<>();

    ArraySummary(ScalarType type, int count) {
        this.type = type;
        this.all = new ValueSummary(type);
        for (int i = 0; i < (count > 1 && count <= MOST ? count : 0); i++) {
            components.add(new ValueSummary(type));
        }
    }

    /** So many bytes, or a few less, are whole tuples of those whose components are looked at. */
    int wholeTuples(int bytes) {
        return components.isEmpty() ? bytes : bytes - bytes % (components.size() * type.size());
    }

    /** @param values an array of the type's carrier, of {@link #wholeTuples} */
    ArraySummary add(Object values) {
        all.add(values);
        for (int i = 0; i < components.size(); i++) {
            components.get(i).add(values, i, components.size());
        }
        return this;
    }

    /** Adds what another of the same array has, as if it were there so many times. */
    void add(ArraySummary other, long times) {
        all.add(other.all, times);
        for (int i = 0; i < components.size(); i++) {
            components.get(i).add(other.components.get(i), times);
        }
    }

    /** What is known of all components together, then of each. */
    List<ValueSummary> parts() {
        return Stream.concat(Stream.of(all), components.stream()).toList();
    }

    ArrayStatistics result() {
        return all.result()
                .withComponents(components.stream().map(ValueSummary::result).toList());
    }

    /** @param distributions of the {@link #parts} */
    ArrayStatistics result(List<ValueDistribution> distributions) {
        List<ArrayStatistics> parts = new ArrayList<>();
        for (int i = 0; i < distributions.size(); i++) {
            parts.add(parts().get(i).result().withDistribution(distributions.get(i)));
        }
        return parts.get(0).withComponents(parts.subList(1, parts.size()));
    }
}
