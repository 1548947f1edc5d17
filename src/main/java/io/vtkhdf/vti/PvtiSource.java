package io.vtkhdf.vti;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.input.FileLocator;
import io.vtkhdf.input.InputContents;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputFiles;
import io.vtkhdf.input.InputSource;
import io.vtkhdf.input.InputValues;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A VTK XML image in several files: a {@code .pvti} file and the {@code .vti} files that it names, which must lie in
 * its folder or below, also when links have been followed, unless another {@link InputReach} is given.
 *
 * <p>The arrays are those that the {@code .pvti} file declares and every piece holds. Of a piece's file nothing but the
 * box counts that the {@code .pvti} file gives it; the file may hold more, or be a part of an image that is larger.
 * Where pieces overlap, what VTK takes is taken, see {@link PvtiSplit}. The direction, which the {@code .pvti} file
 * lacks, is that of the pieces if they agree. Some of the pieces' files are open at a time. Where many pieces cross a
 * slab and are compressed in large blocks, or are text, blocks are decoded again rather than kept in memory.
 */
public final class PvtiSource extends InputSource {

    private final PvtiPieces pieces;

    private PvtiSource(Path path, InputFiles files, PvtiPieces pieces, InputContents contents) {
        super(path, files, contents);
        this.pieces = pieces;
    }

    /**
     * @throws io.vtkhdf.error.CorruptFileException if the file, or a piece, is no image of VTK's XML format or
     *     contradicts itself, or a piece is missing
     * @throws io.vtkhdf.error.UnsupportedFileException if a piece lies outside of the folder, or something, other than
     *     single arrays, is not read
     */
    public static ImageSource open(Path path) throws IOException {
        return open(path, InputReach.FOLDER);
    }

    /** As {@link #open(Path)}, with pieces within reach. */
    public static ImageSource open(Path path, InputReach reach) throws IOException {
        return open(path, new VtiResources(), reach);
    }

    /** @param resources closed with the source, or if it fails to open */
    static ImageSource open(Path path, VtiResources resources, InputReach reach) throws IOException {
        try (InputFile file = resources.files().open(path)) {
            return open(file, resources, reach);
        } catch (IOException | RuntimeException | Error e) {
            resources.close();
            throw e;
        }
    }

    private static PvtiSource open(InputFile file, VtiResources resources, InputReach reach) throws IOException {
        VtiContents contents = VtiIndexer.index(file, VtiIndexer.PARALLEL_IMAGE, resources.xml());
        VtiIndex index = contents.single();
        List<ArraySpec> declared = new VtiPieceChecks(index).arrays();
        VtiPayloads payloads = new VtiPayloads(file, contents, resources.workers());
        VtiFieldSet own = new VtiFields(payloads, resources.fields()).read(index);
        PvtiPieces pieces = new PvtiPieces(new FileLocator(file.path(), ".pvti", reach), index, resources);
        try {
            List<ArraySpec> arrays = pieces.openAll(declared);
            index.leftOut().requireAny(arrays);
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
        return new InputContents(
                geometry,
                arrays,
                fields.offered(),
                index.activeArrays(arrays),
                fields.unreadableWith(index.leftOut().arrays()),
                pieces.notes(arrays));
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
