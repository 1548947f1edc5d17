package io.vtkhdf.plan;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.chunk.ChunkEncoder;
import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.Filter;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.ImageArray;
import io.vtkhdf.format.ImageContents;
import io.vtkhdf.hdf5.Signature;
import io.vtkhdf.hdf5.read.Blocks;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.hdf5.write.ChunkTable;
import io.vtkhdf.hdf5.write.ChunkedLayout;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Names;
import io.vtkhdf.image.Slab;
import io.vtkhdf.runtime.Workers;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.store.RawSlabs;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Copies the chunks of all parts, as they are, into one file. The sizes of all chunks are read first; with them each
 * chunk's place is known, so that parts are copied at the same time. As slabs begin where chunks do, the file is the
 * one that a single writer makes of one array after the other; of a series, of one step after the other.
 */
final class Consolidation {

    private static final int PIECE = 1 << 20;

    private final PlannedImage image;
    private final PartsFolder folder;
    private final List<Path> parts;
    private final Check check;
    private final List<ChunkTable> tables = new ArrayList<>();
    /** Of an image 1. */
    private final int steps;

    /** What is done to the file before it is published. */
    interface Check {
        void run(Path written) throws IOException;
    }

    /** @param parts of all slabs */
    Consolidation(PlannedImage image, PartsFolder folder, List<Path> parts, Check check) {
        this.image = image;
        this.folder = folder;
        this.parts = parts;
        this.check = check;
        this.steps = Math.max(1, image.form().steps());
        for (int array = 0; array < image.shapes().size(); array++) {
            tables.add(new ChunkTable(Math.toIntExact(steps * grid(array).count())));
        }
    }

    /** The chunks of an array, of a series those that it has at a step. */
    private ChunkGrid grid(int array) {
        Dimensions chunk = folder.chunk(image.shapes().get(array));
        return new ChunkGrid(image.shapes().get(array).rows(), new int[] {chunk.z(), chunk.y(), chunk.x()});
    }

    /** @param overwrites whether there may be a file of that name */
    void publish(PlannedHead said, List<ActiveArray> active, boolean overwrites) throws IOException {
        measure();
        OutputFile output = OutputFile.create(image.output(), SharedFile.options(overwrites), Signature.bytes());
        try {
            Hdf5Writer file = Hdf5Writer.create(output.target(), output.channel(), Hdf5Writer.Durability.FORCED);
            PlannedTree tree = PlannedTree.begin(file, image.geometry(), said.times());
            tree.addFields(said.fields());
            for (Association association : List.of(Association.POINT, Association.CELL)) {
                for (int array = 0; array < tables.size(); array++) {
                    if (image.shapes().get(array).spec().association() == association) {
                        addArray(tree, array);
                    }
                }
            }
            place(file);
            long root = file.prepare(tree.finish(active).root());
            long end = file.end();
            PlanMark.commit(file, image);
            Workers.each(Workers.processors(), parts.size(), slab -> copy((int) slab, file));
            Hdf5Writer.resume(output.target(), output.channel(), Hdf5Writer.Durability.FORCED, end)
                    .commitPrepared(root);
            check.run(output.written());
            OutputFile.channelClosed(output.written());
            output.publish();
            output.truncate(end);
            output.close();
        } catch (IOException | RuntimeException | Error e) {
            output.giveUp();
            throw e;
        }
    }

    private void addArray(PlannedTree tree, int array) {
        ArrayShape shape = image.shapes().get(array);
        int elementSize = shape.spec().type().size();
        Storage storage = image.storage();
        List<Filter> filters = new ChunkEncoder(
                        elementSize, storage.gzipLevel(), storage.isShuffled(), storage.hasChecksum())
                .filters();
        int[] ofStep = shape.hdf5Chunk(folder.chunk(shape));
        int[] chunk = steps > 1 ? RawSlabs.withTime(ofStep) : ofStep;
        tree.addArray(shape, new ChunkedLayout(chunk, elementSize, filters, tables.get(array)));
    }

    /** What is done to one of an image's chunks. */
    private interface Visitor {
        void visit(int array, int chunk, Blocks.Stored stored, ByteSource part) throws IOException;
    }

    private void measure() throws IOException {
        Visitor sizes = (array, chunk, stored, part) ->
                tables.get(array).set(chunk, stored.address(), Math.toIntExact(stored.size()));
        Workers.each(Workers.processors(), parts.size(), slab -> visit((int) slab, sizes));
    }

    /** Gives all chunks their places: step after step, array after array, in their order. */
    private void place(Hdf5Writer file) {
        for (int step = 0; step < steps; step++) {
            for (ChunkTable table : tables) {
                int count = table.count() / steps;
                for (int chunk = step * count; chunk < (step + 1) * count; chunk++) {
                    table.set(chunk, file.allocate(table.size(chunk)), table.size(chunk));
                }
            }
        }
    }

    private void copy(int slab, Hdf5Writer file) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE); // What Java has beside its heap only a collection gives back.
        visit(slab, (array, chunk, stored, part) -> {
            ChunkTable table = tables.get(array);
            if (stored.size() != table.size(chunk)) {
                throw image.wrong(slab, "its part has changed meanwhile: write it again");
            }
            long address = table.address(chunk);
            for (long done = 0; done < stored.size(); done += piece.limit()) {
                piece.clear().limit((int) Math.min(PIECE, stored.size() - done));
                part.read(stored.address() + done, piece);
                file.write(address + done, piece.flip());
            }
        });
    }

    /** Visits the chunks that a slab has of the image, in the order of the file. */
    private void visit(int slab, Visitor visitor) throws IOException {
        try (Hdf5Reader part = Hdf5Reader.open(ByteSource.of(parts.get(slab)))) {
            ImageContents contents = ImageContents.of(part);
            for (int array = 0; array < tables.size(); array++) {
                Optional<Slab> slices = image.slices(slab, array);
                if (slices.isPresent()) {
                    visit(slab, array, slices.get(), contents, part.source(), visitor);
                }
            }
        } catch (FileContentException e) {
            throw image.broken(slab, e);
        }
    }

    private void visit(int number, int array, Slab slices, ImageContents contents, ByteSource part, Visitor visitor)
            throws IOException {
        ArrayShape shape = image.shapes().get(array);
        ArraySpec spec = shape.spec();
        Dimensions chunk = folder.chunk(shape);
        Optional<ImageArray> found = contents.arrays().find(spec.association(), Names.stored(spec.name()));
        if (found.isEmpty() || !found.get().chunk().equals(Optional.of(chunk))) {
            throw image.wrong(
                    number,
                    "found a part without " + ShownText.quoted(spec.name()) + " in chunks of " + chunk
                            + ", expected them: write it again");
        }
        Blocks blocks = found.get().blocks();
        long all = grid(array).count();
        long layer = all / grid(array).chunksPerAxis()[0];
        Slab slab = image.slab(number);
        long first = image.isSeries() ? slab.first() * all : slices.first() / chunk.z() * layer;
        long wanted = image.isSeries() ? slab.count() * all : ((slices.count() - 1) / chunk.z() + 1) * layer;
        for (long index = 0; index < wanted; index++) {
            if (index >= blocks.storedCount() || blocks.stored(index).number() != index) {
                throw image.wrong(
                        number,
                        "found no chunk " + index + " of " + ShownText.quoted(spec.name()) + ", expected " + wanted
                                + " from 0 on: write it again");
            }
            visitor.visit(array, Math.toIntExact(first + index), blocks.stored(index), part);
        }
    }
}
