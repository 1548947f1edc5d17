package io.vtkhdf.vti;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Extent;
import io.vtkhdf.input.InputContents;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputSource;
import io.vtkhdf.input.InputValues;
import io.vtkhdf.source.ImageSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A VTK XML image file ({@code .vti}).
 *
 * <p>Opening reads the XML once, passing over the values of arrays within it; after that each array is read where it
 * stands, in memory that grows neither with the image nor with the file. All encodings and compressors of VTK's writer
 * are read; of a series of steps each by {@link VtiSeries}. Blocks and numbers as text are decoded by several threads.
 * LZ4 blocks of more than 16 MiB are an error. Arrays of bits become ones of bytes, which {@link #notes} tells, as it
 * does of information keys, which are left out, of arrays whose name another one has before, and of fields that do not
 * say how many tuples they have. Broken arrays, strings outside of field data, and field arrays beyond 64 MiB in all,
 * or a quarter of the heap (each string counts for 48 bytes more than it has) are {@linkplain #unreadable() left out};
 * if no array is left and one is broken, or the end of the file is missing, so is the file. Field arrays are read at
 * once.
 */
public final class VtiSource extends InputSource {

    private final Closeable owned;
    private final VtiResources resources;
    private final VtiPayloads payloads;
    private final VtiIndex index;
    private final VtiFieldSet fields;

    private VtiSource(
            InputFile file,
            Closeable owned,
            VtiResources resources,
            VtiPayloads payloads,
            VtiIndex index,
            VtiFieldSet fields,
            InputContents contents) {
        super(file.path(), resources.files(), contents);
        this.owned = owned;
        this.resources = resources;
        this.payloads = payloads;
        this.index = index;
        this.fields = fields;
    }

    /**
     * @throws io.vtkhdf.error.CorruptFileException if the file is no image of VTK's XML format or contradicts itself
     * @throws io.vtkhdf.error.UnsupportedFileException if it holds something, other than single arrays, that is not
     *     read
     */
    public static ImageSource open(Path path) throws IOException {
        VtiSource source = open(path, new VtiResources());
        try {
            source.requireCovered();
            return source;
        } catch (IOException | RuntimeException | Error e) {
            source.close();
            throw e;
        }
    }

    /**
     * Opens a file whose pieces need not {@linkplain #requireCovered cover} the image.
     *
     * @param resources closed with the source, or if it fails to open
     */
    static VtiSource open(Path path, VtiResources resources) throws IOException {
        InputFile file = resources.files().open(path);
        try {
            VtiContents contents = VtiIndexer.index(file, VtiIndexer.IMAGE, resources.xml());
            VtiPayloads payloads = new VtiPayloads(file, contents, resources.workers());
            return open(file, contents.single(), payloads, resources, () -> {
                resources.close();
                file.close();
            });
        } catch (IOException | RuntimeException | Error e) {
            resources.close();
            file.close();
            throw e;
        }
    }

    /** @param owned closed with the source */
    static VtiSource open(InputFile file, VtiIndex index, VtiPayloads payloads, VtiResources resources, Closeable owned)
            throws IOException {
        List<ArraySpec> arrays = arraysWithinFile(index, payloads);
        index.leftOut().requireAny(arrays);
        VtiFieldSet fields = new VtiFields(payloads, resources.fields()).read(index);
        return new VtiSource(file, owned, resources, payloads, index, fields, index.contents(arrays, fields));
    }

    private static List<ArraySpec> arraysWithinFile(VtiIndex index, VtiPayloads payloads) throws IOException {
        List<ArraySpec> arrays = new ArrayList<>();
        for (ArraySpec array : new VtiPieceChecks(index).arrays()) {
            try {
                requireWithinFile(index, array, payloads);
                arrays.add(array);
            } catch (FileContentException e) {
                VtiEnd.requireThere(index.image().file(), e);
                index.leftOut().add(array.association(), array.name(), e);
            }
        }
        return List.copyOf(arrays);
    }

    private static void requireWithinFile(VtiIndex index, ArraySpec array, VtiPayloads payloads) throws IOException {
        for (VtiPiece piece : index.pieces()) {
            Optional<Extent> extent =
                    piece.extent(array.association(), index.geometry().extent());
            if (extent.isPresent()) {
                payloads.requireWithinFile(
                        piece.array(array.association(), array.name()).orElseThrow(),
                        extent.get().dimensions().count() * array.components());
            }
        }
    }

    /** Makes sure that the pieces have all values of the image. */
    void requireCovered() throws IOException {
        requireCovered(geometry().extent(), geometry().extent());
    }

    /**
     * Makes sure that the pieces have all values of a box.
     *
     * @param box indices of points
     * @param whole those of the image that is put together, which may be larger than this one
     */
    void requireCovered(Extent box, Extent whole) throws IOException {
        for (Association association : List.of(Association.POINT, Association.CELL)) {
            Optional<Extent> tuples = VtiBoxes.tuples(association, box, whole);
            if (tuples.isPresent() && (association == Association.POINT || hasCellArrays())) {
                new VtiPieceChecks(index).requireCovered(association, tuples.get());
            }
        }
    }

    private boolean hasCellArrays() {
        return arrays().stream().anyMatch(array -> array.association() == Association.CELL);
    }

    /** With those that are not read. */
    VtiFieldSet fieldSet() {
        return fields;
    }

    /** Why other arrays are not {@linkplain #arrays offered}. */
    VtiLeftOut leftOut() {
        return index.leftOut();
    }

    @Override
    protected InputValues values(ArraySpec array) {
        Extent whole = VtiBoxes.tuples(array.association(), geometry().extent());
        return new VtiSlabs(whole, array.tupleSize(), readers(array, whole, whole));
    }

    /**
     * Readers of what an array holds of a box, later ones over those before.
     *
     * @param box indices of tuples
     * @param whole those of the image that is put together
     */
    List<VtiPieceReader> readers(ArraySpec array, Extent box, Extent whole) {
        List<VtiPieceReader> readers = new ArrayList<>();
        for (VtiPiece piece : index.pieces()) {
            Optional<Extent> stored =
                    piece.extent(array.association(), geometry().extent());
            stored.flatMap(extent -> VtiBoxes.intersection(extent, box))
                    .ifPresent(common -> readers.add(new VtiPieceReader(
                            stored.get(),
                            common,
                            whole,
                            array.tupleSize(),
                            () -> open(piece, array, stored.get()),
                            resources.memory())));
        }
        return readers;
    }

    private InputValues open(VtiPiece piece, ArraySpec spec, Extent extent) throws IOException {
        VtiArray array = piece.array(spec.association(), spec.name()).orElseThrow();
        return payloads.values(array, extent.dimensions().count() * spec.components());
    }

    @Override
    public void close() throws IOException {
        owned.close();
    }
}
