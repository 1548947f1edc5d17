package io.vtkhdf.copy;

import io.vtkhdf.compat.Reading;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.Leftover;
import io.vtkhdf.write.WriteListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file of some format that an image can be written to, and what would become of the image there. Immutable. */
public interface ImageTarget {

    /** The file that is to appear. */
    Path file();

    /** The file that is written until then; may be the same. */
    Path writtenFile();

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

    /** Whether what an earlier run has left is gone on with. */
    default boolean isResumable() {
        return false;
    }

    /**
     * What there is of the file that {@link #create} would go on with if this {@link #isResumable}; empty if it would
     * begin anew.
     *
     * @throws IllegalArgumentException if it would be refused
     */
    default Optional<Unfinished> resumable(ImageSource image) throws IOException {
        return Optional.empty();
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
    default ImageTarget madeFrom(String source) {
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
     * @param image tells geometry, arrays, fields and active arrays; no values are read from it
     * @param listener hears of the bytes of array values that have come to stand in the file, perhaps by several
     *     threads at once, and of what somebody may want to know
     */
    ImageSink create(ImageSource image, WriteListener listener) throws IOException;
}
