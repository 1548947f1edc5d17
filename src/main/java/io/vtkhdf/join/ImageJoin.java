package io.vtkhdf.join;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.source.StepTimes;
import io.vtkhdf.write.WriteOptions;
import io.vtkhdf.write.WritePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Joins VTKHDF files into one without copying: as slabs of one image, which lie one behind the other along an axis, or
 * as the steps of a time series. The file that is written holds no values of its own: its arrays are virtual datasets
 * of HDF5, which VTK (9.1 and newer; cell arrays and time series 9.3) and h5py read like any other.
 *
 * <pre>{@code
 * ImageJoin.along(Axis.Z, List.of(Path.of("slab-0.vtkhdf"), Path.of("slab-1.vtkhdf")))
 *         .to(Path.of("scan.vtkhdf"), WriteOptions.defaults());
 * }</pre>
 *
 * <p>The parts stay where they are and must not be changed or renamed: what is gone reads as NaN, or 0 in arrays of
 * integers, and of all readers only this library's tells. Parts are named relative to the folder of the file that joins
 * them, so that all of it can be moved together.
 *
 * <p><b>Slabs.</b> Where a part lies is told by its geometry: origin, spacing, direction and extent. All points lie on
 * one grid, as far as a thousandth of the spacing, and leave no gap. There are two ways to cut an image, and both are
 * taken, even in one join:
 *
 * <ul>
 *   <li>Parts that share the plane of points between them, as VTK cuts images into pieces: points 0 to 8, and 8 to 16.
 *       Then each has the cells between its points, and all cells are in one. The shared plane is that of the part that
 *       begins with it.
 *   <li>Parts that share nothing: points 0 to 7, and 8 to 15. Then the cells between 7 and 8 are in neither part, and
 *       cell arrays are refused.
 * </ul>
 *
 * <p><b>Steps.</b> All parts have one geometry, and are taken in the natural order of their names ({@code a2} before
 * {@code a10}), in which their times must increase. A part may be a time series itself.
 *
 * <p>All parts have the same arrays, of the same types and components, in whatever storage and byte order. Field arrays
 * that are the same in all of them are those of the joined image, and in a time series also those that change from step
 * to step; others are left out, as {@link #notes} says. Active arrays are those of the first part.
 *
 * <p>Takes about half a KiB of memory, and 300 bytes of the file, for each array of each part. Immutable.
 *
 * @see <a href="https://docs.h5py.org/en/stable/vds.html">Virtual datasets, as h5py tells of them</a>
 */
public final class ImageJoin {

    private final JoinedParts parts;
    private final InputReach reach;

    private ImageJoin(JoinedParts parts, InputReach reach) {
        this.parts = parts;
        this.reach = reach;
    }

    private static ImageJoin of(JoinedParts parts) {
        return new ImageJoin(parts, InputReach.FOLDER);
    }

    /** As {@link #along(Axis, List, Predicate)}, with all arrays. */
    public static ImageJoin along(Axis axis, List<Path> parts) throws IOException {
        return of(new PartsReader(Optional.empty()).along(axis, parts));
    }

    /**
     * Slabs of one image. Opens each part, one after the other.
     *
     * @param axis along which they lie one behind the other
     * @param parts in any order
     * @param wanted which arrays the joined image is to have
     * @throws UnsupportedFileException if a part is unfinished or has several steps, is not on the grid of the others,
     *     or has other arrays, or has other times
     * @throws io.vtkhdf.error.FileContentException if a part is no VTKHDF image, or an array cannot be read
     * @throws IllegalArgumentException if there is no part, or one twice; naming two neighbours and their slices if
     *     there is a gap between them, or more than one plane of points in both, or, with cell arrays, none
     */
    public static ImageJoin along(Axis axis, List<Path> parts, Predicate<ArraySpec> wanted) throws IOException {
        return of(new PartsReader(Optional.of(wanted)).along(axis, parts));
    }

    /** As {@link #inTime(List, StepTimes, Predicate)}, with all arrays. */
    public static ImageJoin inTime(List<Path> parts, StepTimes times) throws IOException {
        return of(new PartsReader(Optional.empty()).inTime(parts, times));
    }

    /**
     * Steps of a time series. Opens each part, one after the other.
     *
     * @param parts in any order; their names' natural order is that of the steps
     * @param times one for each step of each part; if they come from the files, those of a time series are its own
     * @param wanted which arrays the joined image is to have
     * @throws UnsupportedFileException if a part is unfinished, or has another geometry or other arrays
     * @throws io.vtkhdf.error.FileContentException if a part is no VTKHDF image, or an array cannot be read
     * @throws IllegalArgumentException if there is no part, or one twice, or not each has a time, or the times do not
     *     increase
     */
    public static ImageJoin inTime(List<Path> parts, StepTimes times, Predicate<ArraySpec> wanted) throws IOException {
        return of(new PartsReader(Optional.of(wanted)).inTime(parts, times));
    }

    /**
     * Where the parts may lie: {@link InputReach#FOLDER}, in the folder of the file that is written or below, unless
     * this says otherwise. Readers that are careful, as this library's own, follow no name that leads elsewhere unless
     * they are told to.
     */
    public ImageJoin withReach(InputReach value) {
        return new ImageJoin(parts, value);
    }

    /** The joined image, with those field arrays that are the same in all parts. */
    public ImageSpec image() {
        return parts.image();
    }

    /** The times of the steps; none if it is no time series. */
    public double[] times() {
        return parts.times();
    }

    /** The parts in their order. */
    public List<ImagePart> parts() {
        return parts.arrangement().parts().stream().map(Arrangement.Taken::part).toList();
    }

    /** Which field arrays are left out, and why. */
    public List<SourceNote> notes() {
        return parts.fields().notes();
    }

    private JoinWriter writer() {
        return new JoinWriter(parts.arrangement(), parts.image(), parts.times(), reach);
    }

    /**
     * Makes sure that {@link #to} would not refuse, as far as that can be told without writing.
     *
     * @throws IOException as {@link #to}
     */
    public void requireWritable(Path output, WriteOptions options) throws IOException {
        writer().requireWritable(output, options);
        parts.requireOther(output, new WritePlan(output, options).writtenFile());
        writer().names(new WritePlan(output, options).writtenFile());
    }

    /**
     * Writes the file, which appears when it is complete.
     *
     * @param options of which overwriting and durability are of account
     * @throws UnsupportedFileException if a part lies out of {@linkplain #withReach reach}, or has a name that is no
     *     text
     * @throws io.vtkhdf.error.ChangedFileException if a part was changed since it was opened
     * @throws java.nio.file.FileAlreadyExistsException if the file exists, or slices of it, and is not to be
     *     overwritten
     * @throws java.nio.file.FileSystemException if it is one of the parts, or of their own parts, however deep
     * @throws IllegalArgumentException if two arrays would get the same name
     */
    public void to(Path output, WriteOptions options) throws IOException {
        parts.requireOther(output, new WritePlan(output, options).writtenFile());
        writer().write(output, options, parts::array, master -> {
            parts.addChangingFields(master);
            parts.requireUnchanged();
        });
    }

    /**
     * Writes the file of an image whose parts this library has written, each of which holds slabs of z slices or of
     * steps. None of them is opened: they are taken to be as they are told.
     *
     * <p>Neighbouring parts may share a plane of points, and must if there are cell arrays: a part of the slices of
     * points 0 to 8 has the slices of cells 0 to 7, and the next one begins with the slice of points 8, which is then
     * the one that is taken.
     *
     * @param output in the folder of all parts, or above
     * @param image all of it: its geometry, the arrays, at each step if it is a time series, and the field arrays that
     *     all steps have
     * @param times of the steps; none if it is no time series
     * @param parts in any order; each slice and step is in one, or, if it is a shared plane of points, in two
     * @param options of which overwriting, durability and the extent's start are of account
     * @throws IllegalArgumentException naming parts that leave a gap or overlap, or if they are not as many slices or
     *     steps as the image has
     * @throws UnsupportedFileException if a part lies elsewhere
     * @throws java.nio.file.NoSuchFileException if a part is not there
     * @throws java.nio.file.FileAlreadyExistsException if the file exists, or slices of it, and is not to be
     *     overwritten
     */
    public static void write(Path output, ImageSpec image, double[] times, List<ImagePart> parts, WriteOptions options)
            throws IOException {
        Arrangement arrangement = Arrangement.of(Axis.Z, parts);
        arrangement.requireCells(image.arrays());
        arrangement.requireSize(image.geometry().dimensions(), times.length);
        Dimensions all = image.geometry().dimensions();
        new JoinWriter(arrangement, image, times, InputReach.FOLDER)
                .write(
                        output,
                        options,
                        (spec, number) -> {
                            ImagePart part = arrangement.parts().get(number).part();
                            ImageGeometry own = ImageGeometry.of(all.x(), all.y(), part.slices());
                            return PartArray.written(StoredPlace.written(spec, own, part.steps()));
                        },
                        master -> {});
    }
}
