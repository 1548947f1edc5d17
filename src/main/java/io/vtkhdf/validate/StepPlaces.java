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
    private final StepNumbers offsets;
    private final StepNumbers sizes;
    private final Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);
    private OptionalLong slabs = OptionalLong.empty();
    private int used; // Slabs; 0 if it is not known.

    /** @param findings to be added to */
    StepPlaces(StoredLinks steps, StoredArray array, int count, List<Finding> findings) throws IOException {
        this.array = array;
        this.count = count;
        this.findings = findings;
        this.offsets = find(steps, "Offsets");
        this.sizes = find(steps, "Sizes");
        if (offsets.isThere()) {
            surveyOffsets();
        } else if (!isField()) {
            used = count;
        } else {
            error(
                    path(),
                    "no dataset " + place("Offsets"),
                    "one: VTK reads no field array of a time series without it");
        }
        requireSlabs(slabs.orElse(isField() || !oddities.isEmpty() ? 0 : count));
        if (isField()) {
            surveySizes();
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

    private void error(String path, String found, String expected) {
        findings.add(Finding.error(path, found, expected));
    }

    private void odd(Oddity oddity, String kind, String found, String expected) {
        oddities.add(oddity);
        error("/" + ImageHeader.GROUP + "/" + place(kind), found, expected);
    }

    private void surveyOffsets() {
        if (!offsets.isReadable()) {
            oddities.add(Oddity.UNREADABLE_OFFSETS);
            return;
        } else if (offsets.rows() < count) {
            odd(Oddity.UNREADABLE_OFFSETS, "Offsets", offsets.rows() + " offsets", count + ", one for each step");
            return;
        }
        long[] sorted = IntStream.range(0, count)
                .mapToLong(step -> (long) offsets.at(step, 0))
                .sorted()
                .toArray();
        if (sorted[0] < 0) {
            odd(Oddity.NEGATIVE_OFFSET, "Offsets", "the offset " + sorted[0], "0 or more");
        }
        long greatest = Math.min(Math.max(sorted[count - 1], -1), Long.MAX_VALUE - 1);
        slabs = OptionalLong.of(greatest + 1);
        used = 1;
        for (int i = 1; i < count; i++) {
            used += sorted[i] == sorted[i - 1] ? 0 : 1;
        }
    }

    private void requireSlabs(long needed) {
        if (!array.shape().isEmpty() && array.shape().get(0) < needed) {
            error(path(), array.shape().get(0) + " along the axis for time", needed + ", as the steps ask for");
        }
    }

    private void surveySizes() {
        if (array.name().equals("Time")) {
            findings.add(Finding.warning(
                    path(), "a field array called Time", "another name: VTK adds the time of a step under this one"));
        }
        int components = array.shape().size() > 1 ? (int) Math.min(array.shape().get(1), Integer.MAX_VALUE) : 1;
        if (!sizes.isThere()) {
            noteStrings(components > 1);
        } else if (!sizes.isReadable()) {
            oddities.add(Oddity.UNREADABLE_SIZES);
        } else if (sizes.rows() < count || sizes.columns() != SIZES) {
            String expected = count + " x " + SIZES + ": for each step, the components and the tuples";
            odd(Oddity.UNREADABLE_SIZES, "Sizes", sizes.rows() + " x " + sizes.columns() + " numbers", expected);
        } else {
            surveySizes(components);
        }
    }

    private void surveySizes(int components) {
        boolean other = false;
        boolean some = false;
        boolean vanishes = false;
        long end = 0;
        for (int i = 0; i < count; i++) {
            double tuples = sizes.at(i, 1);
            other |= sizes.at(i, 0) != components || tuples != 1;
            vanishes |= some && tuples == 0;
            some |= tuples > 0;
            if (tuples > 0 && sizes.at(i, 0) != components && oddities.add(Oddity.OTHER_COMPONENTS)) {
                String found = "the size " + (long) sizes.at(i, 0) + " x " + (long) tuples + " of step " + i;
                odd(Oddity.OTHER_COMPONENTS, "Sizes", found, "the array's number of components, " + components);
            }
            end = Math.max(end, offsets.rows() < count ? 0 : (long) (offsets.at(i, 0) + tuples));
        }
        if (!array.shape().isEmpty() && end > array.shape().get(0)) {
            oddities.add(Oddity.TOO_MANY_TUPLES);
            error(path(), array.shape().get(0) + " tuples", end + ", as the sizes ask for");
        }
        if (vanishes) {
            oddities.add(Oddity.VANISHES);
            findings.add(Finding.warning(
                    "/" + ImageHeader.GROUP + "/" + place("Sizes"),
                    "no values at a step after one that has some: VTK 9.7 shows these instead",
                    "values at each step"));
        }
        noteStrings(other || components > 1);
    }

    /** What VTK 9.3 does not read right. */
    private void noteStrings(boolean notOneValue) {
        if (notOneValue) {
            oddities.add(Oddity.NOT_ONE_VALUE);
        }
        if (array.content() == Content.ASCII_STRINGS && slabs.orElse(0) > 1) {
            oddities.add(Oddity.OTHER_STRING);
        }
    }

    /** How many slabs the offsets ask for; empty if there are none that can be read. */
    OptionalLong slabs() {
        return slabs;
    }

    /** Empty if each step has a slab of its own, if there are other axes than those of steps, and for field arrays. */
    Optional<SeriesOutline.Slabs> shared() {
        if (isField() || used == 0 || array.position().isEmpty()) {
            return Optional.empty();
        }
        long stored = array.shape().get(0);
        return used == count && stored == count
                ? Optional.empty()
                : Optional.of(new SeriesOutline.Slabs(array.path(), used, stored));
    }

    Set<Oddity> oddities() {
        return oddities;
    }
}
