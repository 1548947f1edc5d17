package io.vtkhdf.copy;

import io.vtkhdf.compat.Reading;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.Leftover;
import io.vtkhdf.write.WriteListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file of some format that the images of a series can be written to, and what would become of them there. What is
 * asked of an image is asked of one of its steps, which are alike. Immutable.
 */
public interface SeriesTarget {

    /** The file that is to appear. */
    Path file();

    /** The file that is written until then; may be the same. */
    Path writtenFile();

    /** Whether writing would touch a file, such as one that is read. */
    default boolean overwrites(Path other) throws IOException {
        return isSame(other, file()) || isSame(other, writtenFile());
    }

    private static boolean isSame(Path file, Path output) throws IOException {
        return Files.exists(output) && Files.exists(file) && Files.isSameFile(file, output);
    }

    /** The bytes of all that was written. */
    default long size() throws IOException {
        return Files.size(file());
    }

    /** The name that an array of this name gets. */
    String storedName(String name);

    /** The geometry as it is stored: the same points in the same places. */
    ImageGeometry storedGeometry(ImageGeometry geometry);

    /** How an array is to be stored; the stored bytes are those before compression. */
    TargetLayout layout(ArraySpec array, ImageGeometry geometry);

    /** The image without the field arrays and roles that are of no use in the file; {@link #changes} names them. */
    default ImageSource storable(ImageSource image) {
        return image;
    }

    /** This target, which makes use of what is known of the field arrays of all steps. */
    default SeriesTarget withFields(FieldsOfSteps fields) throws IOException {
        return this;
    }

    /**
     * What of the image the file holds otherwise than the source does: one message for each; empty if all is the same.
     */
    List<String> changes(ImageSource image);

    /** What each release of VTK makes of the file; empty if nothing is known of that. */
    default List<Reading> readings(ImageSource image) {
        return List.of();
    }

    /**
     * Makes sure that the file could be created, as far as that can be told without writing.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it exists, or something that an earlier run has left is worth
     *     keeping, and it is not to be overwritten
     */
    void requireCreatable() throws IOException;

    /** Whether the file is there already, complete, and nothing is to be done. */
    default boolean isComplete() throws IOException {
        return false;
    }

    /** Whether what is written comes behind the steps of a file that is there. */
    default boolean appends() {
        return false;
    }

    /** Whether what an earlier run has left is gone on with. */
    default boolean isResumable() {
        return false;
    }

    /**
     * What there is of the file that {@link #begin} would go on with if this {@link #isResumable}; empty if it would
     * begin anew.
     *
     * @throws IllegalArgumentException if it would be refused
     */
    default Optional<Unfinished> resumable(ImageSource image) throws IOException {
        return Optional.empty();
    }

    /** Whether the file tells names, roles and fields, rather than the values of one array alone. */
    default boolean keepsNames() {
        return true;
    }

    /** The options of the command line that go on with what there is of the file. */
    default String resumingOptions() {
        return writtenFile().equals(file()) ? "--resume --in-place" : "--resume";
    }

    /** What a run that did not come to its end has left in {@link #writtenFile}. Empty if there is nothing. */
    default Optional<Leftover> leftover() throws IOException {
        return Optional.empty();
    }

    /**
     * This target, which while it is unfinished remembers what it is made from: what was begun from something else is
     * not gone on with.
     *
     * @param source tells it apart from others, and from itself before a change
     */
    default SeriesTarget madeFrom(String source) {
        return this;
    }

    /**
     * Makes sure that all of an image could be written, before anything is.
     *
     * @throws IOException if one of its arrays could not, or is not to be
     */
    default void requireWritable(ImageSource image) throws IOException {}

    /**
     * Begins to write.
     *
     * @param first the image of the first step: it tells geometry, arrays and active arrays; no values are read from it
     * @param times of all steps
     * @param listener hears of the bytes of array values that have come to stand in the file, perhaps by several
     *     threads at once, and of what somebody may want to know
     */
    SeriesSink begin(ImageSource first, double[] times, WriteListener listener) throws IOException;
}
