package io.vtkhdf.validate;

import io.vtkhdf.compat.rules.StoredArray;
import io.vtkhdf.compat.rules.StoredSteps;
import io.vtkhdf.compat.rules.StoredSteps.Oddity;
import io.vtkhdf.compat.rules.StoredSteps.Times;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.format.ImageHeader;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The group Steps of a file, if it has one. */
final class StepsSurvey {

    private final Optional<StoredLinks> links;
    private final int count;
    private final List<Finding> findings;
    private Optional<SeriesOutline> outline = Optional.empty();

    private StepsSurvey(Optional<StoredLinks> links, int count, List<Finding> findings) {
        this.links = links;
        this.count = count;
        this.findings = findings;
    }

    static StepsSurvey of(StoredLinks image, List<Finding> findings) throws IOException {
        try {
            Optional<StoredObject> group = image.get(ImageHeader.STEPS).filter(object -> !object.isDataset());
            if (group.isPresent()) {
                return new StepsSurvey(
                        Optional.of(StoredLinks.of(group.get())), count(group.get(), findings), findings);
            }
        } catch (FileContentException e) {
            findings.add(Finding.of(Finding.Severity.ERROR, e));
        }
        return new StepsSurvey(Optional.empty(), 0, findings);
    }

    private static int count(StoredObject group, List<Finding> findings) throws IOException {
        try {
            int count = ImageHeader.steps(group);
            if (count < 1) {
                findings.add(Finding.error(group.path(), "no attribute NSteps of 1 or more", "one"));
            }
            return count;
        } catch (FileContentException e) {
            findings.add(Finding.of(Finding.Severity.ERROR, e));
            return 0;
        }
    }

    /** The number of steps; 0 if it is not told. */
    int count() {
        return count;
    }

    private boolean isTimeSeries() {
        return count > 1;
    }

    /** The shape of the part of a dataset that is one step. */
    long[] withoutTime(long[] shape) {
        return isTimeSeries() && shape.length > 0 ? Arrays.copyOfRange(shape, 1, shape.length) : shape;
    }

    /** To be added to what is expected of an array. */
    String expectation() {
        return isTimeSeries()
                ? " in each of " + count + " time steps; what never changes is one slab with offsets of 0"
                : "";
    }

    Optional<StoredSteps> steps(List<StoredArray> arrays) throws IOException {
        if (links.isEmpty()) {
            return Optional.empty();
        } else if (!isTimeSeries()) {
            return Optional.of(new StoredSteps(count, Times.GOOD, Map.of(), Map.of()));
        }
        StepTimes times = new StepTimes(links.get(), count, findings);
        List<SeriesOutline.Slabs> shared = new ArrayList<>();
        Map<String, Long> slabs = new HashMap<>();
        Map<String, Set<Oddity>> oddities = new HashMap<>();
        for (StoredArray array : arrays) {
            if (array.content() == StoredArray.Content.NOTHING) {
                continue;
            }
            StepPlaces places = new StepPlaces(links.get(), array, count, findings);
            places.slabs().ifPresent(needed -> slabs.put(array.path(), needed));
            oddities.put(array.path(), places.oddities());
            places.shared().ifPresent(shared::add);
            times.compare(places);
        }
        outline = Optional.of(new SeriesOutline(count, times.first(), times.last(), shared));
        return Optional.of(new StoredSteps(count, times.judge(), slabs, oddities));
    }

    /** After {@link #steps}; empty if it is no time series. */
    Optional<SeriesOutline> outline() {
        return outline;
    }
}
