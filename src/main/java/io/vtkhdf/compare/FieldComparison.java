package io.vtkhdf.compare;

import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares two field arrays of one name. */
final class FieldComparison {

    private FieldComparison() {}

    static ImageDifference.OfArray compare(FieldArray a, FieldArray b, Tolerance tolerance) {
        List<ImageDifference.Property> differences = new ArrayList<>();
        ImageDifference.Property.addIfDifferent(differences, ImageDifference.TYPE, a.typeName(), b.typeName());
        ImageDifference.Property.addIfDifferent(differences, "components", a.components(), b.components());
        ImageDifference.Property.addIfDifferent(differences, "tuples", a.tuples(), b.tuples());
        boolean comparable = differences.isEmpty();
        ImageDifference.Property.addIfDifferent(differences, "component names", a.componentNames(), b.componentNames());
        return new ImageDifference.OfArray(
                Association.FIELD,
                a.name(),
                b.name(),
                ImageDifference.Presence.BOTH,
                differences,
                comparable ? Optional.of(values(a, b, tolerance)) : Optional.empty());
    }

    private static ImageDifference.OfValues values(FieldArray a, FieldArray b, Tolerance tolerance) {
        if (a.isStrings()) {
            return strings(a.asStrings().values(), b.asStrings().values());
        }
        FieldArray.Numbers numbers = a.asNumbers();
        ValueComparison comparison = new ValueComparison(numbers.type(), a.components(), tolerance);
        comparison.add(numbers.values(), b.asNumbers().values());
        return comparison.result(List::of);
    }

    private static ImageDifference.OfValues strings(List<String> a, List<String> b) {
        long differing = 0;
        Optional<ImageDifference.Worst> first = Optional.empty();
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                differing++;
                long at = i;
                String inA = a.get(i);
                String inB = b.get(i);
                first = first.or(
                        () -> Optional.of(new ImageDifference.Worst(Optional.empty(), 0, List.of(at), inA, inB)));
            }
        }
        return new ImageDifference.OfValues(a.size(), differing, 0, first, 0, ImageDifference.Distance.NONE);
    }
}
