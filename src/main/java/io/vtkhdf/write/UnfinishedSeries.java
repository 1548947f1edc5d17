package io.vtkhdf.write;

import io.vtkhdf.format.ImageArrays;
import io.vtkhdf.format.ImageContents;
import io.vtkhdf.format.ImageHeader;
import io.vtkhdf.format.TimeValue;
import io.vtkhdf.format.UnfinishedMarks;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.hdf5.read.StoredAttribute;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.Unfinished;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a file says that was left by an interrupted run of a time series; {@code docs/format.md} shows the marks.
 *
 * @param image the steps that are complete
 * @param known how many there will be; 0 if that is not known
 * @param step the arrays of the one that was begun, if there is one
 */
record UnfinishedSeries(ImageContents image, int known, Optional<Step> step) {

    /** A step that was begun. */
    record Step(double time, ImageArrays arrays) {}

    /** Empty if the file says nothing of an unfinished time series. */
    static Optional<UnfinishedSeries> of(Hdf5Reader file) throws IOException {
        Optional<StoredObject> group = ImageHeader.group(file);
        Optional<StoredAttribute> known =
                group.isPresent() ? group.get().attribute(UnfinishedMarks.STEPS) : Optional.empty();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        int count = known.get().integers(1)[0];
        return Optional.of(new UnfinishedSeries(ImageContents.of(file), count, step(file)));
    }

    private static Optional<Step> step(Hdf5Reader file) throws IOException {
        Optional<StoredObject> group = StoredLinks.of(file.root()).get(UnfinishedMarks.STEP);
        if (group.isEmpty()) {
            return Optional.empty();
        }
        Optional<StoredAttribute> time = group.get().attribute(UnfinishedMarks.TIME);
        if (time.isEmpty()) {
            throw file.file().corrupt(group.get().path(), "no attribute " + UnfinishedMarks.TIME, "one");
        }
        StoredLinks links = StoredLinks.of(group.get());
        ImageArrays arrays = new ImageArrays(ImageHeader.of(group.get(), links), links);
        return Optional.of(new Step(time.get().doubles(1)[0], arrays));
    }

    /** The number of complete steps. */
    int steps() {
        boolean hasOne = image.arrays().fieldDatasets().containsKey(TimeValue.NAME);
        return image.header().steps().isTimeSeries() ? image.times().count() : hasOne ? 1 : 0;
    }

    /** For how many of their slices the arrays of the step that was begun have all values. */
    Unfinished begun() throws IOException {
        return step.isPresent() ? step.get().arrays().slices() : new Unfinished(List.of());
    }
}
