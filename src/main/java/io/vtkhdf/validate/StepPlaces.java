package io.vtkhdf.validate;

import io.vtkhdf.compat.rules.StoredArray;
import io.vtkhdf.compat.rules.StoredArray.Content;
import io.vtkhdf.compat.rules.StoredSteps.Oddity;
import io.vtkhdf.format.ImageHeader;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** Where the steps of one array of a time series are: its offsets, and the sizes if it is a field array. */
final class StepPlaces {

    private static final int SIZES = 2;

    private final StoredArray array;
    private final int count;
    private final List<Finding> findings;
    private final StepOffsets offsets;
    private final StepNumbers sizes;
    private final Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);
    private OptionalLong slabs;

    /** @param findings to be added to */
    StepPlaces(StoredLinks steps, StoredArray array, int count, List<Finding> findings) throws IOException {
        this.array = array;
        this.count = count;
        this.findings = findings;
        this.offsets = new StepOffsets(find(steps, "Offsets"), count);
        this.sizes = find(steps, "Sizes");
        this.slabs = offsets.needed();
        if (offsets.isThere()) {
            offsets.survey(datasetPath("Offsets"), stored(), oddities, findings);
        } else if (isField()) {
            error(
                    path(),
                    "no dataset " + place("Offsets"),
                    "one: VTK reads no field array of a time series without it");
        }
        if (isField()) {
            surveySizes();
        } else {
            requireSlabs(slabs.orElse(offsets.isThere() ? 0 : count));
        }
    }

    private StepNumbers find(StoredLinks steps, String kind) throws IOException {
        Optional<StoredObject> group = steps.get(array.group().groupName() + kind);
        return group.isPresent() && !group.get().isDataset()
                ? StepNumbers.of(StoredLinks.of(group.get()), array.name(), findings)
                : StepNumbers.none();
    }

    private boolean isField() {
        return array.group() == StoredArray.Group.FIELD_DATA;
    }

    private String path() {
        return "/" + ImageHeader.GROUP + "/" + array.path();
    }

    private String place(String kind) {
        return ImageHeader.STEPS + "/" + array.group().groupName() + kind + "/" + array.name();
    }

    private String datasetPath(String kind) {
        return "/" + ImageHeader.GROUP + "/" + place(kind);
    }

    private void error(String path, String found, String expected) {
        findings.add(Finding.error(path, found, expected));
    }

    private long stored() {
        return array.shape().isEmpty() ? Long.MAX_VALUE : array.shape().get(0);
    }

    private void requireSlabs(long needed) {
        if (stored() < needed) {
            error(path(), stored() + " along the axis for time", needed + ", as the steps ask for");
        }
    }

    private void surveySizes() {
        if (array.name().equals("Time")) {
            findings.add(Finding.warning(
                    path(), "a field array called Time", "another name: VTK adds the time of a step under this one"));
        }
        int components = array.shape().size() > 1 ? (int) Math.min(array.shape().get(1), Integer.MAX_VALUE) : 1;
        boolean usual = components == 1;
        if (sizes.isThere() && (!sizes.isReadable() || sizes.rows() < count || sizes.columns() != SIZES)) {
            surveyOddSizes();
        } else if (sizes.isThere()) {
            usual &= surveySizes(components);
        }
        if (!isSized()) {
            requireSlabs(slabs.orElse(0));
        }
        if (!usual) {
            oddities.add(Oddity.NOT_ONE_VALUE);
        }
        boolean oneString = stored() <= 1 || slabs.orElse(offsets.isThere() ? 0 : count) == 1;
        if (array.content() == Content.ASCII_STRINGS && !oneString) {
            oddities.add(Oddity.OTHER_STRING);
        }
    }

    private boolean isSized() {
        return sizes.isReadable() && sizes.rows() >= count && sizes.columns() == SIZES;
    }

    private void surveyOddSizes() {
        if (sizes.isReadable()) {
            error(
                    datasetPath("Sizes"),
                    sizes.rows() + " x " + sizes.columns() + " numbers",
                    count + " x " + SIZES + ": for each step, the components and the tuples");
        }
        if (!sizes.isReadable() || sizes.rows() < count) {
            oddities.add(Oddity.UNREADABLE_SIZES);
        } else if (IntStream.range(0, count).anyMatch(step -> sizes.at(step, 0) != 1)) {
            oddities.add(Oddity.IGNORED_SIZES);
        }
    }

    /** Returns whether they are those of one value a step. */
    private boolean surveySizes(int components) {
        boolean usual = true;
        boolean some = false;
        boolean vanishes = false;
        long first = 0;
        long end = 0;
        for (int i = 0; i < count; i++) {
            double tuples = sizes.at(i, 1);
            usual &= sizes.at(i, 0) == components && tuples == 1;
            vanishes |= some && tuples == 0;
            some |= tuples > 0;
            if (tuples > 0 && sizes.at(i, 0) != components && oddities.add(Oddity.OTHER_COMPONENTS)) {
                error(
                        datasetPath("Sizes"),
                        "the size " + (long) sizes.at(i, 0) + " x " + (long) tuples + " of step " + i,
                        "the array's number of components, " + components);
            }
            if (tuples > 0 && offsets.isComplete()) {
                first = Math.max(first, offsets.at(i) + 1);
                end = Math.max(end, (long) (offsets.at(i) + tuples));
            }
        }
        if (end > stored()) {
            oddities.add(Oddity.TOO_MANY_TUPLES);
            error(path(), stored() + " tuples", end + ", as the sizes ask for");
        }
        if (slabs.orElse(0) > stored() && first <= stored()) {
            oddities.add(Oddity.NO_FIRST_TUPLE);
            slabs = OptionalLong.of(first);
        }
        if (vanishes) {
            oddities.add(Oddity.VANISHES);
            findings.add(Finding.warning(
                    datasetPath("Sizes"),
                    "no values at a step after one that has some: VTK 9.7 shows these instead",
                    "values at each step"));
        }
        return usual;
    }

    /** How many slabs the offsets ask for; empty if there are none that can be read. */
    OptionalLong slabs() {
        return slabs;
    }

    /** Whether two steps have the same values of the array, because they are in the same place. */
    boolean isSame(int step, int other) {
        return offsets.isComplete()
                && offsets.at(step) == offsets.at(other)
                && (!isSized() || sizes.at(step, 1) == sizes.at(other, 1));
    }

    /** Empty if each step has a slab of its own, if there are other axes than those of steps, and for field arrays. */
    Optional<SeriesOutline.Slabs> shared() {
        if (isField() || array.position().isEmpty() || offsets.isThere() && !offsets.isComplete()) {
            return Optional.empty();
        }
        int used = offsets.isThere() ? offsets.different() : count;
        return used == count && stored() == count
                ? Optional.empty()
                : Optional.of(new SeriesOutline.Slabs(array.path(), used, stored()));
    }

    Set<Oddity> oddities() {
        return oddities;
    }
}
