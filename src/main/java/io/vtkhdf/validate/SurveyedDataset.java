package io.vtkhdf.validate;

import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.CopyTarget;
import io.vtkhdf.chunk.Destination;
import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.format.AxisOrder;
import io.vtkhdf.format.ImageFields;
import io.vtkhdf.hdf5.LayoutClass;
import io.vtkhdf.hdf5.read.Blocks;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A dataset whose structure was found to be sound.
 *
 * @param array which one it is, with its group
 * @param path where findings say that it stands
 * @param layout how it holds the image, its last axes if it has one for time; empty for a field array, or if unknown
 */
record SurveyedDataset(String array, String path, StoredDataset dataset, Optional<AxisOrder> layout) {

    /** Which part of the data a block is, and where it stands in the file. */
    String place(Blocks blocks, Blocks.Stored stored) {
        if (blocks.storage() == LayoutClass.VIRTUAL) {
            return path + " part " + stored.number();
        }
        long[] place = blocks.grid().place(stored.number());
        String tuples = layout.map(
                        known -> ", from tuple " + tuple(known, blocks.grid().start(place)) + " (x, y, z)")
                .orElse("");
        String part = blocks.storage() == LayoutClass.CHUNKED ? "chunk" : "part";
        return path + " " + part + " " + Arrays.toString(place) + tuples + ", at byte "
                + (dataset.file().bytes().base() + stored.address());
    }

    private static String tuple(AxisOrder layout, long[] start) {
        int time = start.length - layout.rank();
        int[] axes = {layout.x(), layout.y(), layout.z()};
        long[] tuple = Arrays.stream(axes)
                .mapToLong(axis -> axis < 0 ? 0 : start[axis + time] - layout.start()[axis])
                .toArray();
        return "(" + tuple[0] + ", " + tuple[1] + ", " + tuple[2] + ")";
    }

    boolean isBad(Finding finding) {
        return finding.severity() == Finding.Severity.ERROR && (finding.path() + ' ').startsWith(path + ' ');
    }

    /**
     * Reads the first values of a virtual dataset, some slices or rows, as whoever wants them does.
     *
     * @return why they cannot be read, which nothing in the parts alone may tell
     */
    Optional<Finding> verifyReading(Blocks blocks) throws IOException {
        int[] size = blocks.grid().sizeInside(new long[blocks.grid().rank()]);
        int[] strides = new int[size.length];
        for (int axis = size.length - 1, stride = 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= size[axis];
        }
        ScalarType type = dataset.numbers().type();
        CopyTarget values = CopyTarget.of(type, type.newArray(ChunkGrid.elements(size)));
        try {
            ElementBox box = ElementBox.of(new long[size.length], size);
            blocks.copy(box, dataset.form(), new Destination(values, 0, strides));
            return Optional.empty();
        } catch (CorruptFileException e) {
            return Optional.of(Finding.error(path, e.resource() + ": " + e.place() + ": " + e.found(), e.expected()));
        } catch (UnsupportedFileException e) {
            return Optional.empty(); // Told of beside the part's name.
        }
    }

    /** What is wrong with the strings that a field array refers to. */
    Optional<Finding> verifyStrings() throws IOException {
        if (layout.isPresent() || !dataset.type().isText()) {
            return Optional.empty();
        }
        try {
            ImageFields.read(array, dataset);
            return Optional.empty();
        } catch (CorruptFileException e) {
            return Optional.of(Finding.of(Finding.Severity.ERROR, e));
        } catch (UnsupportedFileException e) {
            return Optional.of(Finding.of(Finding.Severity.WARNING, e));
        }
    }
}
