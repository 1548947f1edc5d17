package io.vtkhdf;

import io.vtkhdf.compat.StoredArray;
import io.vtkhdf.compat.StoredSteps;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The group Steps of a file, if it has one. */
final class StepsSurvey {

    private static final String VALUES = "Values";

    private final Optional<JhdfLinks> links;
    private final int count;
    private final List<Finding> findings;

    private StepsSurvey(Optional<JhdfLinks> links, int count, List<Finding> findings) {
        this.links = links;
        this.count = count;
        this.findings = findings;
    }

    static StepsSurvey of(JhdfLinks image, List<Finding> findings) throws IOException {
        try {
            Optional<JhdfObject> group = image.get(ReaderHeader.STEPS).filter(object -> !object.isDataset());
            if (group.isPresent()) {
                return new StepsSurvey(Optional.of(JhdfLinks.of(group.get())), count(group.get(), findings), findings);
            }
        } catch (VtkhdfException e) {
            findings.add(e.toFinding(Finding.Severity.ERROR));
        }
        return new StepsSurvey(Optional.empty(), 0, findings);
    }

    private static int count(JhdfObject group, List<Finding> findings) throws IOException {
        try {
            int count = ReaderHeader.steps(group);
            if (count < 1) {
                findings.add(Finding.error(group.path(), "no attribute NSteps of 1 or more", "one"));
            }
            return count;
        } catch (VtkhdfException e) {
            findings.add(e.toFinding(Finding.Severity.ERROR));
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
        return isTimeSeries() ? " in each of " + count + " time steps" : "";
    }

    Optional<StoredSteps> steps(List<StoredArray> arrays) throws IOException {
        if (links.isEmpty()) {
            return Optional.empty();
        } else if (!isTimeSeries()) {
            return Optional.of(new StoredSteps(count, true, Map.of()));
        }
        boolean hasValues = links.get().get(VALUES).isPresent();
        if (!hasValues) {
            findings.add(
                    Finding.error("/" + ReaderHeader.GROUP + "/" + ReaderHeader.STEPS, "no dataset Values", "one"));
        }
        Map<String, Long> slabs = new HashMap<>();
        for (StoredArray array : arrays) {
            slabs(array).ifPresent(needed -> slabs.put(array.path(), needed));
        }
        return Optional.of(new StoredSteps(count, hasValues, slabs));
    }

    /** One more than the largest of an array's offsets; empty if it has none. */
    private OptionalLong slabs(StoredArray array) throws IOException {
        try {
            Optional<JhdfObject> group = links.get().get(array.group().groupName() + "Offsets");
            Optional<JhdfObject> offsets =
                    group.isPresent() ? JhdfLinks.of(group.get()).get(array.name()) : Optional.empty();
            if (offsets.isPresent() && offsets.get().isDataset()) {
                return largest(ReaderFields.read(array.name(), JhdfDataset.of(offsets.get())));
            }
        } catch (VtkhdfException e) {
            findings.add(e.toFinding(Finding.Severity.ERROR));
        }
        return OptionalLong.empty();
    }

    private OptionalLong largest(FieldArray offsets) {
        long largest = -1;
        for (int i = 0; i < Math.min(count, offsets.tuples()) && offsets.type().isPresent(); i++) {
            largest = Math.max(largest, (long) offsets.type().get().doubleAt(offsets.values(), i));
        }
        return OptionalLong.of(largest + 1);
    }
}
