package io.vtkhdf.compare;

import io.vtkhdf.copy.Unchanged;
import io.vtkhdf.format.TimeValue;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.ProgressListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;

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
    /** Of arrays of A. */
    private final ArrayPairs pairsInB;

    /** Of arrays of B. */
    private final ArrayPairs pairsInA;

    private BiPredicate<Association, String> selection = (association, name) -> true;
    private boolean whole = true;
    private boolean withTime = true;
    private boolean withTypes = true;
    private boolean withValues = true;
    private long mostBytes = Long.MAX_VALUE;
    private Tolerance tolerance = Tolerance.NONE;
    private double geometryTolerance;
    private ProgressListener listener = (done, total) -> {};
    private ComparedSteps kept = ComparedSteps.none();

    public ImageComparison(ImageSource a, ImageSource b) {
        this.a = a;
        this.b = b;
        this.pairsInB = ArrayPairs.of(a, b);
        this.pairsInA = pairsInB.reversed();
    }

    /**
     * Compares the geometry and the arrays that are chosen by the name that they have in A or in B; not which arrays
     * are active.
     */
    public ImageComparison arrays(BiPredicate<Association, String> value) {
        this.selection = Objects.requireNonNull(value, "value");
        this.whole = false;
        return this;
    }

    /** Reads no values of point and cell arrays. */
    public ImageComparison withoutValues() {
        this.withValues = false;
        return this;
    }

    /** Reads so many bytes of each array of A, from its beginning on, in whole slices, one at least. */
    public ImageComparison beginnings(long bytes) {
        this.mostBytes = bytes;
        return this;
    }

    /** Of the values; {@link Tolerance#NONE} if not given here. */
    public ImageComparison tolerance(Tolerance value) {
        this.tolerance = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * How far points may lie apart and still count as the same, in distances of neighbouring points: of the smallest,
     * along whichever axis. 0 if not given here, which allows for rounding.
     */
    public ImageComparison geometryTolerance(double value) {
        this.geometryTolerance = new Tolerance(value, 0).absolute();
        return this;
    }

    /** Types that differ are no difference, if the values are the same. */
    public ImageComparison ignoringTypes() {
        this.withTypes = false;
        return this;
    }

    /** Who is to hear of the progress, in bytes of A. */
    public ImageComparison listener(ProgressListener value) {
        this.listener = Objects.requireNonNull(value, "value");
        return this;
    }

    /** As one of the steps of two series. */
    ImageComparison keeping(ComparedSteps value) {
        this.kept = value;
        return this;
    }

    /** Without the field arrays that tell a time, as it is compared otherwise. */
    ImageComparison withoutTime() {
        this.withTime = false;
        return this;
    }

    /** @throws UnsupportedOperationException if a slice takes 2^31 bytes or more */
    public ImageDifference run() throws IOException {
        return Unchanged.during(this::compare, a::requireUnchanged, b::requireUnchanged);
    }

    private ImageDifference compare() throws IOException {
        List<ImageDifference.OfArray> arrays = new ArrayList<>();
        PairedSlabs slabs = new PairedSlabs(a, b, tolerance, listener, kept, mostBytes);
        List<ArraySpec> selected =
                a.arrays().stream().filter(array -> isSelected(array, pairsInB)).toList();
        for (ArraySpec spec : selected) {
            pairsInB.find(spec).ifPresent(pair -> slabs.expect(spec, pair));
        }
        for (ArraySpec spec : selected) {
            arrays.add(compare(spec, slabs));
        }
        for (FieldArray field : a.fields()) {
            if (isSelected(field, pairsInB)) {
                arrays.add(compare(field));
            }
        }
        addOnlyB(arrays);
        return new ImageDifference(
                GeometryComparison.isSamePoints(a.geometry(), b.geometry(), geometryTolerance),
                GeometryComparison.written(a.geometry(), b.geometry()),
                arrays,
                whole ? active() : List.of());
    }

    private boolean isSelected(ArraySpec array, ArrayPairs pairs) {
        return selection.test(array.association(), array.name())
                || pairs.find(array)
                        .filter(pair -> selection.test(pair.association(), pair.name()))
                        .isPresent();
    }

    private boolean isSelected(FieldArray field, ArrayPairs pairs) {
        if (!withTime && TimeValue.isName(field.name())) {
            return false;
        }
        return selection.test(Association.FIELD, field.name())
                || pairs.find(field)
                        .filter(pair -> selection.test(Association.FIELD, pair.name()))
                        .isPresent();
    }

    private ImageDifference.OfArray compare(ArraySpec inA, PairedSlabs slabs) throws IOException {
        Optional<ArraySpec> pair = pairsInB.find(inA);
        if (pair.isEmpty()) {
            return only(ImageDifference.Presence.ONLY_A, inA.association(), inA.name());
        }
        List<ImageDifference.Property> differences = new ArrayList<>();
        ArraySpec other = pair.get();
        if (withTypes) {
            ImageDifference.Property.addIfDifferent(
                    differences,
                    ImageDifference.TYPE,
                    inA.type().vtkName(),
                    other.type().vtkName());
        }
        ImageDifference.Property.addIfDifferent(differences, "components", inA.components(), other.components());
        ImageDifference.Property.addIfDifferent(
                differences, "component names", inA.componentNames(), other.componentNames());
        return new ImageDifference.OfArray(
                inA.association(),
                inA.name(),
                other.name(),
                ImageDifference.Presence.BOTH,
                differences,
                withValues ? slabs.compare(inA, other) : Optional.empty());
    }

    private ImageDifference.OfArray compare(FieldArray inA) throws IOException {
        return pairsInB.find(inA)
                .map(pair -> FieldComparison.compare(inA, pair, tolerance))
                .orElseGet(() -> only(ImageDifference.Presence.ONLY_A, Association.FIELD, inA.name()));
    }

    private void addOnlyB(List<ImageDifference.OfArray> arrays) throws IOException {
        for (ArraySpec spec : b.arrays()) {
            if (isSelected(spec, pairsInA) && pairsInA.find(spec).isEmpty()) {
                arrays.add(only(ImageDifference.Presence.ONLY_B, spec.association(), spec.name()));
            }
        }
        for (FieldArray field : b.fields()) {
            if (isSelected(field, pairsInA) && pairsInA.find(field).isEmpty()) {
                arrays.add(only(ImageDifference.Presence.ONLY_B, Association.FIELD, field.name()));
            }
        }
    }

    private static ImageDifference.OfArray only(
            ImageDifference.Presence presence, Association association, String name) {
        return new ImageDifference.OfArray(association, name, name, presence, List.of(), Optional.empty());
    }

    private List<ImageDifference.Property> active() {
        List<ImageDifference.Property> differences = new ArrayList<>();
        for (Association association : List.of(Association.POINT, Association.CELL)) {
            for (ArrayRole role : ArrayRole.values()) {
                ImageDifference.Property.addIfDifferent(
                        differences,
                        association.name().toLowerCase(Locale.ROOT) + " " + role.vtkName(),
                        active(a, association, role).map(this::nameInB).orElse(""),
                        active(b, association, role).map(ArraySpec::name).orElse(""));
            }
        }
        return differences;
    }

    private String nameInB(ArraySpec inA) {
        return pairsInB.find(inA).orElse(inA).name();
    }

    private static Optional<ArraySpec> active(ImageSource source, Association association, ArrayRole role) {
        return source.activeArrays().stream()
                .filter(active -> active.association() == association && active.role() == role)
                .map(ActiveArray::arrayName)
                .flatMap(name -> source.arrays().stream()
                        .filter(array -> array.association() == association)
                        .filter(array -> array.name().equals(name)))
                .findFirst();
    }
}
