package io.vtkhdf.vti;

import io.vtkhdf.ActiveArray;
import io.vtkhdf.ArraySpec;
import io.vtkhdf.Association;
import io.vtkhdf.Extent;
import io.vtkhdf.FieldArray;
import io.vtkhdf.ImageGeometry;
import io.vtkhdf.ImageSource;
import io.vtkhdf.SlabReader;
import io.vtkhdf.SourceNote;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputSlabReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A VTK XML image in several files: a {@code .pvti} file and the {@code .vti} files that it names, which must lie in
 * its folder or below, also when links have been followed.
 *
 * <p>The arrays are those that the {@code .pvti} file declares; each piece must hold them. Where pieces overlap, what
 * VTK takes is taken, see {@link PvtiSplit}. The direction, which the {@code .pvti} file lacks, is that of the pieces
 * if they agree. Some of the pieces' files are open at a time. Where many pieces cross a slab and are compressed in
 * large blocks, or are text, blocks are decoded again rather than kept in memory.
 */
public final class PvtiSource implements ImageSource {

    private final VtiIndex index;
    private final ImageGeometry geometry;
    private final List<ArraySpec> arrays;
    private final VtiFieldSet fields;
    private final List<String> unsupportedArrays;
    private final List<SourceNote> notes;
    private final PvtiPieces pieces;

    private PvtiSource(InputFile file, VtiResources resources) throws IOException {
        this.index = VtiIndexer.index(file, VtiIndexer.PARALLEL_IMAGE);
        this.arrays = VtiPieceChecks.arrays(index);
        VtiPayloads payloads = new VtiPayloads(file, index, resources.workers());
        VtiFieldSet own = new VtiFields(payloads, resources.fields()).read(index.fields());
        this.pieces = new PvtiPieces(file.path(), index, resources);
        try {
            pieces.openAll(arrays);
            this.geometry = pieces.geometry();
            this.fields = pieces.withFields(own);
            this.unsupportedArrays = fields.unsupportedWith(index.unsupported());
        } catch (IOException | RuntimeException | Error e) {
            pieces.close();
            throw e;
        }
        Set<SourceNote> all = new LinkedHashSet<>(index.notes());
        all.addAll(pieces.notes());
        this.notes = List.copyOf(all);
    }

    /**
     * @throws io.vtkhdf.CorruptFileException if the file, or a piece, is no image of VTK's XML format or contradicts
     *     itself, or a piece is missing
     * @throws io.vtkhdf.UnsupportedFileException if a piece lies outside of the folder, or something, other than single
     *     arrays, is not read
     */
    public static ImageSource open(Path path) throws IOException {
        return open(path, new VtiResources());
    }

    /** @param resources closed with the source, or if it fails to open */
    static ImageSource open(Path path, VtiResources resources) throws IOException {
        try (InputFile file = resources.files().open(path)) {
            return new PvtiSource(file, resources);
        } catch (IOException | RuntimeException | Error e) {
            resources.close();
            throw e;
        }
    }

    @Override
    public ImageGeometry geometry() {
        return geometry;
    }

    @Override
    public List<ArraySpec> arrays() {
        return arrays;
    }

    @Override
    public List<FieldArray> fields() {
        return fields.offered();
    }

    @Override
    public List<String> unsupportedArrays() {
        return unsupportedArrays;
    }

    @Override
    public List<SourceNote> notes() {
        return notes;
    }

    @Override
    public List<Path> otherFiles() {
        return pieces.files();
    }

    @Override
    public List<ActiveArray> activeArrays() {
        return index.pieces().get(0).activeArrays();
    }

    @Override
    public SlabReader open(ArraySpec array) throws IOException {
        if (!arrays.contains(array)) {
            throw new IllegalArgumentException(array + " is none of the arrays of this image");
        }
        Extent whole = array.association() == Association.POINT
                ? geometry.extent()
                : geometry.extent().cells();
        VtiSlabs slabs = new VtiSlabs(whole, array.tupleSize(), pieces.readers(array, whole));
        return new InputSlabReader(whole.dimensions(), array.tupleSize(), slabs);
    }

    @Override
    public void close() throws IOException {
        pieces.close();
    }
}
