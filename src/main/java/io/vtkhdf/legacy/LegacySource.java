package io.vtkhdf.legacy;

import io.vtkhdf.ActiveArray;
import io.vtkhdf.ArraySpec;
import io.vtkhdf.FieldArray;
import io.vtkhdf.ImageGeometry;
import io.vtkhdf.ImageSource;
import io.vtkhdf.SlabReader;
import io.vtkhdf.SourceNote;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputSlabReader;
import io.vtkhdf.input.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A legacy VTK file ({@code .vtk}) with an image, which it calls {@code STRUCTURED_POINTS}.
 *
 * <p>Opening reads the file once, passing over the values of arrays; after that each array is read where it stands, in
 * memory that grows neither with the image nor with the file. All of the point and cell arrays are offered, of which
 * VTK by default keeps only the first of each kind; the first is the active one. Lookup tables and information keys are
 * passed over, which {@link #notes} tells. Variants, strings outside of field data, and field arrays beyond 64 MiB in
 * all, or a quarter of the heap, are {@linkplain #unsupportedArrays() left out}. Field arrays are read at once.
 */
public final class LegacySource implements ImageSource {

    private final InputFile file;
    private final LegacyIndex index;
    private final Workers workers;
    private final LegacyValues values;
    private final Map<ArraySpec, LegacyArray> arrays = new LinkedHashMap<>();
    private final List<FieldArray> fields;
    private final List<String> unsupportedArrays;

    private LegacySource(InputFile file, LegacyIndex index, Workers workers) throws IOException {
        this.file = file;
        this.index = index;
        this.workers = workers;
        this.values = new LegacyValues(file, index.encoding(), workers);
        index.arrays().forEach(array -> arrays.put(array.spec(), array));
        List<String> unsupported = new ArrayList<>(index.unsupported());
        this.fields = new LegacyFields(file, index.encoding(), values).read(index.fields(), unsupported::add);
        this.unsupportedArrays = List.copyOf(unsupported);
    }

    /**
     * @throws io.vtkhdf.CorruptFileException if the file is none of VTK's legacy format or contradicts itself
     * @throws io.vtkhdf.UnsupportedFileException if it holds something else than an image
     */
    public static ImageSource open(Path path) throws IOException {
        InputFile file = InputFile.open(path);
        Workers workers = new Workers();
        try {
            return new LegacySource(file, LegacyIndexer.index(file), workers);
        } catch (IOException | RuntimeException | Error e) {
            workers.close();
            file.close();
            throw e;
        }
    }

    @Override
    public ImageGeometry geometry() {
        return index.geometry();
    }

    @Override
    public List<ArraySpec> arrays() {
        return List.copyOf(arrays.keySet());
    }

    @Override
    public List<FieldArray> fields() {
        return fields;
    }

    @Override
    public List<String> unsupportedArrays() {
        return unsupportedArrays;
    }

    @Override
    public List<SourceNote> notes() {
        return index.notes();
    }

    @Override
    public List<ActiveArray> activeArrays() {
        return index.active();
    }

    @Override
    public SlabReader open(ArraySpec array) {
        LegacyArray stored = arrays.get(array);
        if (stored == null) {
            throw new IllegalArgumentException(array + " is none of the arrays of " + file.path());
        }
        return new InputSlabReader(geometry().dimensions(array.association()), array.tupleSize(), values.open(stored));
    }

    @Override
    public void close() throws IOException {
        workers.close();
        file.close();
    }
}
