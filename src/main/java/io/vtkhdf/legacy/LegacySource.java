package io.vtkhdf.legacy;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.input.InputContents;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputFiles;
import io.vtkhdf.input.InputSource;
import io.vtkhdf.input.InputValues;
import io.vtkhdf.runtime.Workers;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A legacy VTK file ({@code .vtk}) with an image, which it calls {@code STRUCTURED_POINTS}, or with a
 * {@code RECTILINEAR_GRID} whose points are at equal distances.
 *
 * <p>Opening reads the file once, passing over the values of arrays; after that each array is read where it stands, in
 * memory that grows neither with the image nor with the file. All of the point and cell arrays are offered, of which
 * VTK by default keeps only the first of each kind; the first is the active one. Lookup tables and information keys are
 * passed over, and of arrays with one name all but the last, which {@link #notes} tells. Variants, in text arrays of
 * unknown types, broken field arrays, strings outside of field data, and field arrays beyond 64 MiB in all, or a
 * quarter of the heap, are {@linkplain #unreadable() left out}. Field arrays are read at once.
 */
public final class LegacySource extends InputSource {

    private final InputFile file;
    private final Workers workers;
    private final LegacyValues values;
    private final Map<ArraySpec, LegacyArray> stored = new HashMap<>();

    private LegacySource(
            InputFile file,
            InputFiles files,
            LegacyIndex index,
            Workers workers,
            LegacyValues values,
            InputContents contents) {
        super(file.path(), files, contents);
        this.file = file;
        this.workers = workers;
        this.values = values;
        index.arrays().forEach(array -> stored.put(array.spec(), array));
    }

    /**
     * @throws io.vtkhdf.error.CorruptFileException if the file is none of VTK's legacy format or contradicts itself
     * @throws io.vtkhdf.error.UnsupportedFileException if it holds something else than an image
     */
    public static ImageSource open(Path path) throws IOException {
        InputFiles files = new InputFiles();
        InputFile file = files.open(path);
        Workers workers = new Workers("vtkhdf-decode", Workers.processors());
        try {
            return open(file, files, LegacyIndexer.index(file), workers);
        } catch (IOException | RuntimeException | Error e) {
            workers.close();
            file.close();
            throw e;
        }
    }

    private static LegacySource open(InputFile file, InputFiles files, LegacyIndex index, Workers workers)
            throws IOException {
        LegacyValues values = new LegacyValues(file, index.encoding(), workers);
        List<UnreadableArray> unreadable = new ArrayList<>(index.unreadable());
        List<FieldArray> fields =
                new LegacyFields(file, index.encoding(), values).read(index.fields(), unreadable::add);
        InputContents contents = new InputContents(
                LegacyCoordinates.geometry(index, values, file),
                index.arrays().stream().map(LegacyArray::spec).toList(),
                fields,
                index.active(),
                unreadable,
                index.notes());
        return new LegacySource(file, files, index, workers, values, contents);
    }

    @Override
    protected InputValues values(ArraySpec array) {
        return values.open(stored.get(array));
    }

    @Override
    public void close() throws IOException {
        workers.close();
        file.close();
    }
}
