package io.vtkhdf.vtk;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import vtk.vtkImageData;

/**
 * {@code vtkImageData} written to files and read from them: point, cell and field arrays of every type of numbers, the
 * names of their components, which of them are active, strings in the field data, origin, spacing, direction, extent.
 *
 * <p>Arrays go slab by slab and may have 2^31 values and more. A slab is 1 MiB, or one z slice if that is more; of a
 * file in chunks 16 MiB, or one layer of chunks. Beside VTK's own memory there are at most four of them at a time:
 * while one is in VTK's hands, a second thread, which never touches VTK, reads or writes the next or the last.
 *
 * <p>Every value keeps every bit. VTK has more classes of arrays than a file has types: chars come back as signed
 * chars, {@code vtkIdType} and {@code long long} as the platform's 64-bit integer; bits become bytes of 0 and 1.
 *
 * <p>Not thread-safe, as VTK is not: nothing else may use the image meanwhile. Different images may be written and read
 * by different threads.
 */
public final class VtkImages {

    private VtkImages() {}

    /**
     * Where the image lies.
     *
     * @throws IllegalArgumentException if it is null, deleted or empty
     */
    public static ImageGeometry geometry(vtkImageData image) {
        try (VtkView view = new VtkView(image)) {
            return view.geometry();
        }
    }

    /** As {@link #write(vtkImageData, Path, WriteOptions)} with {@link WriteOptions#defaults()}. */
    public static void write(vtkImageData image, Path file) throws IOException {
        write(image, file, WriteOptions.defaults());
    }

    /**
     * Writes a whole image to a file, which appears when it is complete. Nothing is created, and no earlier file
     * touched, if one of its arrays cannot be written.
     *
     * @throws IllegalArgumentException as of {@link #write(vtkImageData, ImageDataWriter)}, or if the image is empty,
     *     null or deleted
     * @throws java.nio.file.FileAlreadyExistsException if the file exists and {@link WriteOptions#withOverwrite} was
     *     not asked for
     */
    public static void write(vtkImageData image, Path file, WriteOptions options) throws IOException {
        try (VtkView view = new VtkView(image)) {
            VtkImageWriter.requireWritable(view, file, options);
            try (ImageDataWriter writer = ImageDataWriter.create(file, view.geometry(), options)) {
                write(view, writer);
                writer.finish();
            }
        }
    }

    /**
     * Writes all point, cell and field arrays and which of them are active, to a writer made with {@link #geometry}.
     * Does not finish it.
     *
     * @throws IllegalArgumentException if the image is null, deleted or empty, or the writer's has other dimensions, or
     *     a z slice of an array has 2^31 values or more, or an array has no name or is not of numbers; nothing has been
     *     written. Or if an array has the name of another, or, in the field data, no name or neither numbers nor
     *     strings; arrays before it have been written
     */
    public static void write(vtkImageData image, ImageDataWriter writer) throws IOException {
        try (VtkView view = new VtkView(image)) {
            write(view, writer);
        }
    }

    private static void write(VtkView view, ImageDataWriter writer) throws IOException {
        new VtkImageWriter(view, writer.geometry()).write(VtkTarget.of(writer));
    }

    /**
     * Writes an image as the next step of a time series made with {@link #geometry}: all point, cell and field arrays,
     * and, of the first step, which of them are active. The step is complete then.
     *
     * <p>The first image decides which arrays there are; those that follow have the same ones. Field arrays called
     * {@code TimeValue} or {@code Time} are left out: they are the time of the step.
     *
     * @param time finite, greater than that of the step before, whatever the image says
     * @throws IllegalArgumentException as of {@link #write(vtkImageData, ImageDataWriter)}, or if the image lies
     *     elsewhere than the series, or the time does not follow; nothing has been written. Or if an array is not as in
     *     the first step; arrays before it have been written
     * @throws IllegalStateException if the image lacks an array of the first one, or there are no more steps
     */
    public static void write(vtkImageData image, ImageSeriesWriter series, double time) throws IOException {
        try (VtkView view = new VtkView(image)) {
            VtkImageWriter writer = new VtkImageWriter(view, series.geometry());
            requireSamePlace(view.geometry().zeroBased(), series.geometry().zeroBased());
            StepWriter step = series.step(time);
            writer.write(VtkTarget.of(series, step));
            step.finish();
        }
    }

    private static void requireSamePlace(ImageGeometry found, ImageGeometry expected) {
        requireSame("origin", found.origin(), expected.origin());
        requireSame("spacing", found.spacing(), expected.spacing());
        requireSame("direction", found.direction(), expected.direction());
    }

    private static void requireSame(String what, Object found, Object expected) {
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(
                    "found an image of the " + what + " " + found + ", expected " + expected + " as the series has it");
        }
    }

    /**
     * Reads a whole file; of a time series, its first step.
     *
     * @return a new image, which the caller deletes
     * @throws FileContentException also if the file has an array that cannot be read, for the same reason; a reader
     *     leaves such arrays out
     */
    public static vtkImageData read(Path file) throws IOException {
        vtkImageData image = null;
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (UnreadableArray array : reader.unreadable()) {
                throw array.reason();
            }
            image = read(reader);
        } catch (IOException | RuntimeException | Error e) {
            if (image != null) {
                image.Delete(); // The file could not be closed.
            }
            throw e;
        }
        return image;
    }

    /**
     * Reads a step of a time series, whole. As of every step that is read, the field array {@code TimeValue} tells its
     * time.
     *
     * @param step counted from 0; {@link ImageDataReader#stepAt} finds that of a time
     * @return a new image, which the caller deletes
     * @throws IllegalArgumentException if there is no such step
     */
    public static vtkImageData read(ImageDataReader reader, int step) throws IOException {
        return read(reader.atStep(step));
    }

    /**
     * Reads a whole image, with all of {@link ImageDataReader#arrays()}; of a time series, that of the step that the
     * reader shows.
     *
     * @return a new image, which the caller deletes
     */
    public static vtkImageData read(ImageDataReader reader) throws IOException {
        return read(reader, Region.all(reader.geometry().dimensions()), array -> true);
    }

    /**
     * Reads a box of points and the cells between them, and all field arrays. Every point keeps its place and its index
     * in the extent. Along an axis of which one point is taken, that is the layer of cells that begins there (or ends,
     * at the last point).
     *
     * @param points counted from 0 whatever the extent
     * @param arrays tells which point and cell arrays are read
     * @return a new image, which the caller deletes
     * @throws IllegalArgumentException if the region is not inside the image
     */
    public static vtkImageData read(ImageDataReader reader, Region points, Predicate<ArraySpec> arrays)
            throws IOException {
        return new VtkImageReader(reader, points, arrays).read();
    }
}
