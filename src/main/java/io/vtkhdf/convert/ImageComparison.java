package io.vtkhdf.convert;

import io.vtkhdf.ActiveArray;
import io.vtkhdf.ActiveAttribute;
import io.vtkhdf.ArraySpec;
import io.vtkhdf.Association;
import io.vtkhdf.FieldArray;
import io.vtkhdf.ImageSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Compares two images, A and B: where they lie, their arrays value by value, which arrays are active, and, of fields,
 * the strings. The values are read slab by slab, in memory that does not grow with the images.
 *
 * <p>NaN is the same as NaN, whatever its bits, and 0.0 the same as -0.0. The order of the arrays does not count.
 *
 * <p>Not thread-safe. The sources are not closed here.
 */
public final class ImageComparison {

    private final ImageSource a;
    private final ImageSource b;
    private Predicate<String> selection = name -> true;
    private boolean whole = true;
    private Tolerance tolerance = Tolerance.NONE;
    private ProgressListener listener = (done, total) -> {};

    public ImageComparison(ImageSource a, ImageSource b) {
        this.a = a;
        this.b = b;
    }

    /** Compares the arrays of these names, of any association, and the geometry; not which arrays are active. */
    public ImageComparison arrays(List<String> names) {
        this.selection = List.copyOf(names)::contains;
        this.whole = false;
        return this;
    }

    /** Of the values; {@link Tolerance#NONE} if not given here. */
    public ImageComparison tolerance(Tolerance value) {
        this.tolerance = Objects.requireNonNull(value, "value");
        return this;
    }

    /** Who is to hear of the progress, in bytes of A. */
    public ImageComparison listener(ProgressListener value) {
        this.listener = Objects.requireNonNull(value, "value");
        return this;
    }

    /** @throws UnsupportedOperationException if a slice takes 2^31 bytes or more */
    public ImageDifference run() throws IOException {
        List<ImageDifference.OfArray> arrays = new ArrayList<>();
        PairedSlabs slabs = new PairedSlabs(a, b, tolerance, listener);
        for (ArraySpec spec : selected(a)) {
            slabs.expect(spec);
        }
        for (ArraySpec spec : selected(a)) {
            arrays.add(compare(spec, slabs));
        }
        for (FieldArray field : a.fields()) {
            if (selection.test(field.name())) {
                arrays.add(compare(field));
            }
        }
        addOnlyB(arrays);
        return new ImageDifference(
                GeometryComparison.isSamePoints(a.geometry(), b.geometry()),
                GeometryComparison.written(a.geometry(), b.geometry()),
                arrays,
                whole ? active() : List.of());
    }

    private List<ArraySpec> selected(ImageSource source) {
        return source.arrays().stream()
                .filter(array -> selection.test(array.name()))
                .toList();
    }

    private ImageDifference.OfArray compare(ArraySpec inA, PairedSlabs slabs) throws IOException {
        Optional<ArraySpec> inB = PairedSlabs.find(b, inA);
        if (inB.isEmpty()) {
            return only(ImageDifference.Presence.ONLY_A, inA.association(), inA.name());
        }
        List<ImageDifference.Property> differences = new ArrayList<>();
        ArraySpec other = inB.get();
        ImageDifference.Property.addIfDifferent(
                differences, "type", inA.type().vtkName(), other.type().vtkName());
        ImageDifference.Property.addIfDifferent(differences, "components", inA.components(), other.components());
        ImageDifference.Property.addIfDifferent(
                differences, "component names", inA.componentNames(), other.componentNames());
        return new ImageDifference.OfArray(
                inA.association(), inA.name(), ImageDifference.Presence.BOTH, differences, slabs.compare(inA, other));
    }

    private ImageDifference.OfArray compare(FieldArray inA) throws IOException {
        return find(b, inA)
                .map(inB -> FieldComparison.compare(inA, inB, tolerance))
                .orElseGet(() -> only(ImageDifference.Presence.ONLY_A, Association.FIELD, inA.name()));
    }

    private void addOnlyB(List<ImageDifference.OfArray> arrays) throws IOException {
        for (ArraySpec spec : selected(b)) {
            if (PairedSlabs.find(a, spec).isEmpty()) {
                arrays.add(only(ImageDifference.Presence.ONLY_B, spec.association(), spec.name()));
            }
        }
        for (FieldArray field : b.fields()) {
            if (selection.test(field.name()) && find(a, field).isEmpty()) {
                arrays.add(only(ImageDifference.Presence.ONLY_B, Association.FIELD, field.name()));
            }
        }
    }

    private static Optional<FieldArray> find(ImageSource source, FieldArray wanted) {
        return source.fields().stream()
                .filter(field -> field.name().equals(wanted.name()))
                .findFirst();
    }

    private static ImageDifference.OfArray only(
            ImageDifference.Presence presence, Association association, String name) {
        return new ImageDifference.OfArray(association, name, presence, List.of(), Optional.empty());
    }

    private List<ImageDifference.Property> active() {
        List<ImageDifference.Property> differences = new ArrayList<>();
        for (Association association : List.of(Association.POINT, Association.CELL)) {
            for (ActiveAttribute role : ActiveAttribute.values()) {
                ImageDifference.Property.addIfDifferent(
                        differences,
                        association.name().toLowerCase(Locale.ROOT) + " " + role.vtkName(),
                        active(a, association, role),
                        active(b, association, role));
            }
        }
        return differences;
    }

    private static String active(ImageSource source, Association association, ActiveAttribute role) {
        return source.activeArrays().stream()
                .filter(active -> active.association() == association && active.role() == role)
                .map(ActiveArray::arrayName)
                .findFirst()
                .orElse("");
    }
}
