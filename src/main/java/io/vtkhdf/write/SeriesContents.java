package io.vtkhdf.write;

import io.vtkhdf.format.ImageTree;
import io.vtkhdf.format.TimeValue;
import io.vtkhdf.hdf5.Datatype;
import io.vtkhdf.hdf5.write.Group;
import io.vtkhdf.hdf5.write.GrowingDataset;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The steps of a time series and what a commit tells of them: those that are complete and stand in the file, whole, and
 * beside them the one that comes next, as far as it is there. To be called exclusively.
 *
 * <p>A step is open, then complete, then settled: of a step that is complete chunks may still be on their way to the
 * file, and steps are settled one after the other when theirs have arrived.
 */
final class SeriesContents implements FileContents {

    private final ImageGeometry geometry;
    private final TimeAxis axis;
    private final Hdf5Writer file;
    private final GrowingDataset timeValues;
    private final Deque<CompleteStep> unsettled = new ArrayDeque<>();
    private final List<ActiveArray> roles = new ArrayList<>();
    private SeriesArrays arrays;
    private SeriesFields fields;
    private double[] times = new double[16];
    private int complete;
    private int settled;
    private Optional<OpenStep> open = Optional.empty();
    /** What an earlier run has begun, until the first step of this one. */
    private Optional<OpenStep> begun = Optional.empty();

    private Optional<String> source = Optional.empty();
    private boolean opened;
    private boolean finished;

    SeriesContents(ImageGeometry geometry, TimeAxis axis, Hdf5Writer file) {
        this.geometry = geometry;
        this.axis = axis;
        this.file = file;
        this.timeValues = new GrowingDataset(file, Datatype.float64(), 0, 1);
    }

    /** To be called once, before anything else. */
    void hold(SeriesArrays all, SeriesFields others) {
        this.arrays = all;
        this.fields = others;
    }

    /** The times of the complete steps. */
    double[] times() {
        return Arrays.copyOf(times, complete);
    }

    int complete() {
        return complete;
    }

    /** Of the last complete step; negative infinity if there is none. */
    double lastTime() {
        return complete == 0 ? Double.NEGATIVE_INFINITY : times[complete - 1];
    }

    Optional<OpenStep> open() {
        return open;
    }

    void open(OpenStep step) {
        open = Optional.of(step);
    }

    /** What an earlier run has begun: commits go on to tell of it until it is opened or dropped. */
    Optional<OpenStep> begun() {
        return begun;
    }

    /** An earlier run has begun it. */
    void begin(OpenStep step) {
        begun = Optional.of(step);
    }

    /** The step that was begun is open. */
    OpenStep openBegun() {
        open = begun;
        begun = Optional.empty();
        return open.orElseThrow();
    }

    /** Gives up the step that was begun, and with the first one its arrays, which no other step has. */
    void dropBegun() {
        begun = Optional.empty();
        if (complete == 0) {
            arrays.clear();
            roles.clear();
        }
    }

    /** Steps that an earlier run has written. */
    void resume(double[] found) throws IOException {
        for (double time : found) {
            addTime(time);
            settleTime(time);
        }
    }

    /** The open step is complete. */
    void complete(OpenStep step) throws IOException {
        addTime(step.time());
        unsettled.add(step.complete());
        open = Optional.empty();
        settlePlaced();
    }

    private void addTime(double time) {
        if (complete == times.length) {
            times = Arrays.copyOf(times, Math.multiplyExact(2, complete));
        }
        times[complete++] = time;
    }

    /** So that no more wait than chunks are on their way. */
    private void settlePlaced() throws IOException {
        while (!unsettled.isEmpty() && unsettled.peek().isPlaced()) {
            settle(unsettled.remove());
        }
    }

    @Override
    public void settle() throws IOException {
        while (!unsettled.isEmpty()) {
            settle(unsettled.remove());
        }
    }

    private void settle(CompleteStep step) throws IOException {
        settleTime(step.time());
        arrays.settle(step.arrays());
        fields.settle(step.fields());
    }

    private void settleTime(double time) throws IOException {
        timeValues.append(ScalarType.FLOAT64.toBytes(new double[] {time}));
        settled++;
    }

    /** The roles that have been given, the last one last. */
    void setActive(ActiveArray active) {
        roles.removeIf(other -> other.association() == active.association() && other.role() == active.role());
        roles.add(active);
    }

    @Override
    public Group root() throws IOException {
        settlePlaced();
        ImageTree tree = new ImageTree(geometry);
        if (opened) {
            tree.open(source);
            tree.setUnfinishedSeries(axis.known());
            addTo(tree);
        }
        if (finished) {
            tree.finish();
        }
        return tree.root();
    }

    private void addTo(ImageTree tree) throws IOException {
        if (settled > 1) {
            tree.setSteps(settled, timeValues.dataset());
        } else if (settled == 1) {
            tree.put(Association.FIELD, TimeValue.NAME, timeValues.dataset());
        }
        fields.addTo(tree, settled);
        if (settled > 0) {
            for (SeriesArray array : arrays.all()) {
                array.addTo(tree);
            }
            roles.forEach(tree::setActive);
        }
        if (!unsettled.isEmpty()) {
            addBegun(tree, unsettled.peek().time(), unsettled.peek().arrays());
            return;
        }
        Optional<OpenStep> next = open.or(() -> begun);
        if (next.isPresent()) {
            addBegun(tree, next.get().time(), next.get().arrays());
        }
    }

    private void addBegun(ImageTree tree, double time, Map<String, StepArray> own) {
        ImageTree step = new ImageTree(geometry);
        step.open(Optional.empty());
        for (StepArray array : own.values()) {
            step.put(array.array().spec().association(), array.array().spec().name(), array.dataset());
        }
        for (ActiveArray role : roles) {
            if (own.containsKey(ImageTree.path(role.association(), role.arrayName()))) {
                step.setActive(role);
            }
        }
        tree.setBegunStep(step, time);
    }

    @Override
    public void open(Optional<String> description) {
        source = description;
        opened = true;
    }

    @Override
    public void finish() {
        finished = true;
    }
}
