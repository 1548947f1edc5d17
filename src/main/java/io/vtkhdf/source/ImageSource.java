package io.vtkhdf.source;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.image.UnreadableArray;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An image that is read slab by slab, in memory that does not grow with it: a file of any format, or a VTK object.
 *
 * <p>Not thread-safe. Close every {@link SlabReader} before the source.
 */
public interface ImageSource extends Closeable {

    ImageGeometry geometry();

    /** The point and cell arrays, in the order of the source; names are unique within an association. */
    List<ArraySpec> arrays();

    /** The field arrays, whole. */
    List<FieldArray> fields();

    /** The arrays, field arrays too, that are left out because they cannot be read; each once. */
    default List<UnreadableArray> unreadable() {
        return List.of();
    }

    /**
     * What is not offered as the source holds it, such as an array of bits, which becomes one of bytes, or not at all,
     * such as a table of colours; empty if all is. Nobody loses values by it.
     */
    default List<SourceNote> notes() {
        return List.of();
    }

    /** What there is of the image if its file is unfinished; empty if all of it is. */
    default Optional<Unfinished> unfinished() {
        return Optional.empty();
    }

    /** The files from which values are read beside the one that was opened, such as the pieces of an image. */
    default List<Path> otherFiles() {
        return List.of();
    }

    /** Where files were looked for so far that would hold values, and are not there. */
    default List<Path> missingFiles() throws IOException {
        return List.of();
    }

    /**
     * Makes sure that what has been read is of one state of the image: every file of it has the size, time and identity
     * that it had when it was opened. Not of a file that is {@linkplain #unfinished() unfinished}: what there was of it
     * stays while more is written. Nothing else can tell that a file was overwritten meanwhile, so whoever reads values
     * asks at the end.
     *
     * @throws java.nio.file.FileSystemException if a file was changed
     */
    default void requireUnchanged() throws IOException {}

    /** Which arrays are active; each names one of {@link #arrays()}. */
    List<ActiveArray> activeArrays();

    /**
     * How many z slices of one of {@link #arrays()} the source is best asked for at once: where it holds layers of
     * chunks some slices thick, it must decode a layer again for each slab that has a part in it. Slabs of a multiple
     * of this, the first at slice 0, cost the least; others yield the same values.
     *
     * @return at least 1: it is all one; may exceed the slices that there are
     */
    default int slabThickness(ArraySpec array) {
        return 1;
    }

    /** Opens one of {@link #arrays()} at its first slice. Several may be open at once. */
    SlabReader open(ArraySpec array) throws IOException;

    /**
     * Opens a box of one of {@link #arrays()} at its first slice, if less is read for it than whole slices.
     *
     * @param region within the array
     * @return the box's own slices; empty if whoever wants a part is as well off with {@link #open}
     */
    default Optional<SlabReader> openRegion(ArraySpec array, Region region) throws IOException {
        return Optional.empty();
    }
}
