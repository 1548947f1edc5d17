package io.vtkhdf.vti;

import io.vtkhdf.ActiveArray;
import io.vtkhdf.ArraySpec;
import io.vtkhdf.Association;
import io.vtkhdf.Extent;
import io.vtkhdf.FieldArray;
import io.vtkhdf.ImageGeometry;
import io.vtkhdf.ImageSource;
import io.vtkhdf.SlabReader;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputSlabReader;
import io.vtkhdf.input.InputValues;
import io.vtkhdf.input.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A VTK XML image file ({@code .vti}).
 *
 * <p>Opening reads the XML once, passing over the values of arrays within it; after that each array is read where it
 * stands, in memory that grows neither with the image nor with the file. All encodings of VTK's writer are read, with
 * no compression or zlib's; not time series and the LZ4 and LZMA compressors. Bit arrays, strings outside of field data
 * and field arrays of more than 64 MiB are {@linkplain #unsupportedArrays() left out}. Field arrays are read at once.
 */
public final class VtiSource implements ImageSource {

    private final InputFile file;
    private final Workers workers = new Workers();
    private final VtiPayloads payloads;
    private final ImageGeometry geometry;
    private final List<VtiPiece> pieces;
    private final List<ArraySpec> arrays;
    private final List<FieldArray> fields;
    private final List<String> unsupportedArrays;
    private final List<String> notes;

    private VtiSource(InputFile file, VtiIndex index) throws IOException {
        this.file = file;
        this.payloads = new VtiPayloads(file, index, workers);
        this.geometry = index.geometry();
        this.pieces = index.pieces();
        this.arrays = VtiPieceChecks.arrays(index);
        List<String> unsupported = new ArrayList<>(index.unsupported());
        this.fields = new VtiFields(payloads).read(index.fields(), unsupported::add);
        this.unsupportedArrays = List.copyOf(unsupported);
        this.notes = index.notes();
    }

    /**
     * @throws io.vtkhdf.CorruptFileException if the file is no image of VTK's XML format or contradicts itself
     * @throws io.vtkhdf.UnsupportedFileException if it holds something, other than single arrays, that is not read
     */
    public static ImageSource open(Path path) throws IOException {
        InputFile file = InputFile.open(path);
        try {
            return new VtiSource(file, VtiIndexer.index(file));
        } catch (IOException | RuntimeException | Error e) {
            file.close();
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
        return fields;
    }

    @Override
    public List<String> unsupportedArrays() {
        return unsupportedArrays;
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public List<ActiveArray> activeArrays() {
        return pieces.get(0).activeArrays();
    }

    @Override
    public SlabReader open(ArraySpec array) throws IOException {
        if (!arrays.contains(array)) {
            throw new IllegalArgumentException(array + " is none of the arrays of " + file.path());
        }
        Association association = array.association();
        Extent whole = association == Association.POINT
                ? geometry.extent()
                : geometry.extent().cells();
        List<VtiPieceReader> readers = new ArrayList<>();
        for (VtiPiece piece : pieces) {
            Optional<Extent> box = piece.extent(association, geometry.extent());
            box.ifPresent(extent -> readers.add(
                    new VtiPieceReader(extent, whole, array.tupleSize(), () -> open(piece, array, extent))));
        }
        return new InputSlabReader(
                whole.dimensions(), array.tupleSize(), new VtiSlabs(whole, array.tupleSize(), readers));
    }

    private InputValues open(VtiPiece piece, ArraySpec spec, Extent extent) throws IOException {
        VtiArray array = piece.array(spec.association(), spec.name()).orElseThrow();
        return payloads.values(array, extent.dimensions().count() * spec.components());
    }

    @Override
    public void close() throws IOException {
        workers.close();
        file.close();
    }
}
