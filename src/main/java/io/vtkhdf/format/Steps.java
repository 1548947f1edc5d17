package io.vtkhdf.format;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.read.StoredAttribute;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.Association;
import java.io.IOException;
import java.util.Optional;

/**
 * What the group Steps of an image says of time. It makes a time series of two steps or more; with one step, and
 * without it, the image is static.
 *
 * <pre>
 * Steps                   attribute NSteps: one integer
 *   Values                (NSteps) numbers, strictly increasing: the times
 *   PointDataOffsets/A    (NSteps or more) integers: the slab of the dataset PointData/A; without it, the step's number
 *   CellDataOffsets/B     likewise
 *   FieldDataOffsets/F    (NSteps or more) integers: the first tuple in FieldData/F
 *   FieldDataSizes/F      (NSteps or more, 2) integers: the components, and the tuples; without it, one tuple
 * </pre>
 *
 * <p>Not thread-safe while arrays are looked for.
 *
 * @see <a href="https://docs.vtk.org/en/latest/vtk_file_formats/vtkhdf_file_format/vtkhdf_specifications.html">VTKHDF
 *     file format, temporal data</a>
 */
public final class Steps {

    /** The attribute that tells the number of steps. */
    public static final String COUNT = "NSteps";
    /** The dataset of the times. */
    public static final String VALUES = "Values";
    /** After the name of a group of arrays: the group of their places. */
    public static final String OFFSETS = "Offsets";
    /** After the name of a group of arrays: the group of their sizes. */
    public static final String SIZES = "Sizes";

    private final Optional<StoredObject> group;
    private final int count;
    private final Optional<StepTimes> times;
    /** What all that has been read of the group takes of memory, in bytes. */
    private long size;

    private Steps(Optional<StoredObject> group, int count) throws IOException {
        this.group = group;
        this.count = count;
        this.times = count > 1 ? Optional.of(requireTimes()) : count == 1 ? findTime() : Optional.empty();
    }

    /**
     * Those of an image.
     *
     * @throws CorruptFileException if there are several, and their times are not as many, or do not increase
     * @throws UnsupportedFileException if the times are no numbers, or take too much memory
     */
    static Steps of(StoredLinks image) throws IOException {
        Optional<StoredObject> found = image.get(ImageHeader.STEPS);
        Optional<StoredObject> group = found.isPresent() && found.get().isDataset() ? Optional.empty() : found;
        int count = group.isPresent() ? Math.max(0, count(group.get())) : 0;
        return new Steps(group, count);
    }

    /** The number that a group tells; 0 if it tells none. */
    static int count(StoredObject group) throws IOException {
        Optional<StoredAttribute> count = group.attribute(COUNT);
        return count.isPresent() ? count.get().integers(1)[0] : 0;
    }

    /** The number of steps; 0 if the file tells of none. */
    public int count() {
        return count;
    }

    /** Whether there are several, and so an axis for time. */
    public boolean isTimeSeries() {
        return count > 1;
    }

    /** To be added to what is expected of an array. */
    String expectation() {
        return isTimeSeries()
                ? " in each slab of an axis for time in front; what never changes is one slab with offsets of 0"
                : "";
    }

    /** The times; empty if the file tells none, which it may if there is no time series. */
    Optional<StepTimes> times() {
        return times;
    }

    private StepTimes requireTimes() throws IOException {
        Optional<StoredDataset> found = dataset(group.orElseThrow(), VALUES);
        if (found.isEmpty()) {
            throw group.get().file().corrupt(group.get().path(), "no dataset " + VALUES, "one");
        }
        StoredDataset values = found.get();
        if (values.shape().length > 0 && values.shape()[0] != count) {
            throw StepTable.wrongShape(values, count, 1);
        }
        StepTable table = read(values, 1);
        double[] read = new double[count];
        for (int step = 0; step < count; step++) {
            read[step] = table.numberAt(step, 0) + 0.0; // Not -0.0, which searches take for another number.
            if (Double.isNaN(read[step]) || step > 0 && !(read[step] > read[step - 1])) {
                throw values.file()
                        .corrupt(
                                values.path(),
                                "the time " + read[step] + " of step " + step
                                        + (step > 0 ? " after " + read[step - 1] : ""),
                                "times that increase from step to step");
            }
        }
        return new StepTimes(read);
    }

    /** That of the only step, which VTK does not need. */
    private Optional<StepTimes> findTime() throws IOException {
        try {
            Optional<StoredDataset> values = dataset(group.orElseThrow(), VALUES);
            double time = values.isPresent() ? read(values.get(), 1).numberAt(0, 0) + 0.0 : Double.NaN;
            return Double.isNaN(time) ? Optional.empty() : Optional.of(new StepTimes(time));
        } catch (FileContentException e) {
            return Optional.empty();
        }
    }

    /**
     * Which slab of its dataset a point or cell array is at each step.
     *
     * @throws CorruptFileException if its offsets are broken, or too few
     * @throws UnsupportedFileException if they are no numbers, or take too much memory
     */
    StepSlabs slabs(Association association, String name) throws IOException {
        Optional<StoredDataset> offsets = dataset(association, OFFSETS, name);
        return offsets.isPresent() ? StepSlabs.of(read(offsets.get(), 1).column(0)) : StepSlabs.OWN;
    }

    /**
     * Which tuples a field array has at each step; empty if the group does not say.
     *
     * @throws CorruptFileException if its offsets or sizes are broken, or too few
     * @throws UnsupportedFileException if they are no numbers, or take too much memory
     */
    Optional<StepRows> rows(String name, StoredDataset field) throws IOException {
        Optional<StoredDataset> offsets = dataset(Association.FIELD, OFFSETS, name);
        Optional<StoredDataset> sizes = dataset(Association.FIELD, SIZES, name);
        if (offsets.isPresent()) {
            long[] first = read(offsets.get(), 1).column(0);
            return Optional.of(
                    sizes.isPresent() ? StepRows.of(field, first, read(sizes.get(), 2)) : StepRows.of(field, first));
        } else if (sizes.isPresent()) {
            throw field.file().corrupt(sizes.get().path(), "sizes without offsets", "both");
        }
        return Optional.empty();
    }

    private Optional<StoredDataset> dataset(Association association, String kind, String name) throws IOException {
        Optional<StoredObject> places = count == 0
                ? Optional.empty()
                : StoredLinks.of(group.orElseThrow()).get(association.groupName() + kind);
        return places.isPresent() && !places.get().isDataset() ? dataset(places.get(), name) : Optional.empty();
    }

    private static Optional<StoredDataset> dataset(StoredObject group, String name) throws IOException {
        StoredLinks links = StoredLinks.of(group);
        Optional<StoredObject> object = links.get(name);
        if (object.isEmpty() && links.has(name)) {
            throw group.file().corrupt(group.path() + "/" + name, "a link that leads nowhere", "a dataset");
        }
        return object.isPresent() ? Optional.of(StoredDataset.of(object.get())) : Optional.empty();
    }

    private StepTable read(StoredDataset dataset, int columns) throws IOException {
        StepTable table = StepTable.read(dataset, count, columns, BoundedBytes.mostMemory() - size);
        size += table.size();
        return table;
    }
}
