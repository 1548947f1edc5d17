package io.vtkhdf.compare;

import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares two field arrays of one name. */
final class FieldComparison {

    private FieldComparison() {}

    static ImageDifference.OfArray compare(FieldArray a, FieldArray b, Tolerance tolerance) {
        List<ImageDifference.Property> differences = new ArrayList<>();
        ImageDifference.Property.addIfDifferent(differences, "type", typeName(a), typeName(b));
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

    private static String typeName(FieldArray field) {
        return field.type().map(ScalarType::vtkName).orElse("String");
    }

    private static ImageDifference.OfValues values(FieldArray a, FieldArray b, Tolerance tolerance) {
        if (a.isStrings()) {
            return strings(a.strings(), b.strings());
        }
        ValueComparison comparison = new ValueComparison(a.type().orElseThrow(), a.components(), tolerance);
        comparison.add(a.values(), b.values());
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
        return new ImageDifference.OfValues(a.size(), differing, 0, first, 0);
    }
}
