package io.vtkhdf.vti;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.Extent;
import io.vtkhdf.ImageGeometry;
import io.vtkhdf.ImageSource;
import io.vtkhdf.SourceNote;
import io.vtkhdf.input.InputContents;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputFiles;
import io.vtkhdf.input.InputSource;
import io.vtkhdf.input.InputValues;
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
public final class PvtiSource extends InputSource {

    private final PvtiPieces pieces;

    private PvtiSource(Path path, InputFiles files, PvtiPieces pieces, InputContents contents) {
        super(path, files, contents);
        this.pieces = pieces;
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
            return open(file, resources);
        } catch (IOException | RuntimeException | Error e) {
            resources.close();
            throw e;
        }
    }

    private static PvtiSource open(InputFile file, VtiResources resources) throws IOException {
        VtiIndex index = VtiIndexer.index(file, VtiIndexer.PARALLEL_IMAGE, resources.xml());
        List<ArraySpec> arrays = VtiPieceChecks.arrays(index);
        VtiPayloads payloads = new VtiPayloads(file, index, resources.workers());
        VtiFieldSet own = new VtiFields(payloads, resources.fields()).read(index.fields());
        PvtiPieces pieces = new PvtiPieces(file.path(), index, resources);
        try {
            pieces.openAll(arrays);
            return new PvtiSource(
                    file.path(), resources.files(), pieces, contents(index, arrays, pieces, pieces.withFields(own)));
        } catch (IOException | RuntimeException | Error e) {
            pieces.close();
            throw e;
        }
    }

    private static InputContents contents(
            VtiIndex index, List<ArraySpec> arrays, PvtiPieces pieces, VtiFieldSet fields) {
        ImageGeometry geometry = pieces.geometry();
        Set<SourceNote> notes = new LinkedHashSet<>(index.notes());
        notes.addAll(pieces.notes());
        return new InputContents(
                geometry,
                arrays,
                fields.offered(),
                index.pieces().get(0).activeArrays(),
                fields.unsupportedWith(index.unsupported()),
                List.copyOf(notes));
    }

    @Override
    public List<Path> otherFiles() {
        return pieces.files();
    }

    @Override
    protected InputValues values(ArraySpec array) {
        Extent whole = VtiBoxes.tuples(array.association(), geometry().extent());
        return new VtiSlabs(whole, array.tupleSize(), pieces.readers(array, whole));
    }

    @Override
    public void close() throws IOException {
        pieces.close();
    }
}
