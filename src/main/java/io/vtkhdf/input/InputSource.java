package io.vtkhdf.input;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file whose contents are known once it is open, and whose arrays are read forward. */
public abstract class InputSource implements ImageSource {

    private final Path path;
    private final InputFiles files;
    private final InputContents contents;

    /** @param files those that are read */
    protected InputSource(Path path, InputFiles files, InputContents contents) {
        this.path = path;
        this.files = files;
        this.contents = contents;
    }

    @Override
    public final ImageGeometry geometry() {
        return contents.geometry();
    }

    @Override
    public final List<ArraySpec> arrays() {
        return contents.arrays();
    }

    @Override
    public final List<FieldArray> fields() {
        return contents.fields();
    }

    @Override
    public final List<UnreadableArray> unreadable() {
        return contents.unreadable();
    }

    @Override
    public final List<SourceNote> notes() {
        return contents.notes();
    }

    @Override
    public final List<ActiveArray> activeArrays() {
        return contents.activeArrays();
    }

    @Override
    public final void requireUnchanged() throws IOException {
        files.requireUnchanged();
    }

    @Override
    public final SlabReader open(ArraySpec array) throws IOException {
        if (!arrays().contains(array)) {
            throw new IllegalArgumentException(array + " is none of the arrays of " + path);
        }
        return new InputSlabReader(geometry().dimensions(array.association()), array.tupleSize(), values(array));
    }

    /**
     * All values of an array, from the first on.
     *
     * @param array one of {@link #arrays()}
     */
    protected abstract InputValues values(ArraySpec array) throws IOException;
}
