package io.vtkhdf.format;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.Unfinished;
import java.io.IOException;
import java.util.Optional;

/**
 * An image as a file has it at one of its steps: the group, what its attributes say, and the arrays in it.
 *
 * @param times of all steps; a static image has one, which is that of its field array TimeValue, or 0
 */
public record ImageContents(StoredObject group, ImageHeader header, StepTimes times, int step, ImageArrays arrays) {

    /**
     * At the first step.
     *
     * @throws io.vtkhdf.error.CorruptFileException if there is none
     */
    public static ImageContents of(Hdf5Reader file) throws IOException {
        Optional<StoredObject> found = ImageHeader.group(file);
        if (found.isEmpty()) {
            throw file.file()
                    .corrupt(
                            "/",
                            "no group " + ImageHeader.GROUP,
                            "one; a dataset of another HDF5 file becomes .npy by h5py and numpy.save");
        }
        StoredObject group = found.get();
        StoredLinks links = StoredLinks.of(group);
        ImageHeader header = ImageHeader.of(group, links);
        ImageArrays arrays = new ImageArrays(header, links);
        Optional<StepTimes> times = header.steps().times();
        return new ImageContents(
                group, header, times.isPresent() ? times.get() : new StepTimes(timeValue(arrays)), 0, arrays);
    }

    /** That of a static image; 0 if it has none. */
    private static double timeValue(ImageArrays arrays) throws IOException {
        StoredDataset dataset = arrays.fieldDatasets().get(TimeValue.NAME);
        if (dataset == null || dataset.size() > Double.BYTES) {
            return 0;
        }
        try {
            return TimeValue.of(arrays.findField(TimeValue.NAME).orElseThrow()).orElse(0);
        } catch (FileContentException e) {
            return 0; // Whoever reads the array is told.
        }
    }

    /**
     * The same at another step.
     *
     * @throws IllegalArgumentException if the file has none of that number
     */
    public ImageContents atStep(int other) {
        return new ImageContents(group, header, times, times.require(other), arrays.atStep(other));
    }

    /**
     * This image, if it is none of a time series.
     *
     * @throws io.vtkhdf.error.UnsupportedFileException otherwise
     */
    public ImageContents requireStatic() throws IOException {
        if (header.steps().isTimeSeries()) {
            throw group.file()
                    .unsupported(
                            group.path() + "/" + ImageHeader.STEPS,
                            "a time series of " + times.count() + " steps",
                            "a single image");
        }
        return this;
    }

    /** What there is of it if it is unfinished; else empty. */
    public Optional<Unfinished> unfinished() throws IOException {
        return header.finished() ? Optional.empty() : Optional.of(arrays.slices());
    }
}
