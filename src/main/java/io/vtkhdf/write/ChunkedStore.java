package io.vtkhdf.write;

import io.vtkhdf.chunk.ChunkBuffers;
import io.vtkhdf.chunk.ChunkEncoder;
import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.ChunkPipeline;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.hdf5.write.ChunkTable;
import io.vtkhdf.hdf5.write.ChunkedLayout;
import io.vtkhdf.hdf5.write.Layout;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/**
 * Slices and boxes of a chunked dataset. Slices that a layer of chunks needs are gathered in a slab, which is then cut
 * into chunks; where the values of a chunk stand together in one slice they need not be gathered. In a layer that
 * begins with a box each chunk is gathered by itself, unless the box covers it.
 */
final class ChunkedStore implements SliceStore {

    private final ArrayShape shape;
    private final ChunkGrid grid;
    private final int[] chunk;
    private final ChunkPipeline pipeline;
    private final ChunkEncoder encoder;
    private final ChunkTable table;
    private final SlabBuffers slabs;
    /** Whether the values of a chunk are neighbours in a slice: whole rows, or a part of one. */
    private final boolean isRun;

    private final LongConsumer listener;
    private final Layout layout;
    private final ChunkRegions regions;
    private final PendingChunks pending;
    /** Those that are begun and not complete. */
    private final Map<Integer, Layer> layers = new TreeMap<>();

    /** A layer of chunks; guarded by {@link #layers}. */
    private static final class Layer {
        private final boolean isOfSlices;
        /** Null until there is a slice. */
        private SlabBuffer slab;
        /** The tuples whose chunks have not gone on; of no use if it is of slices. */
        private long tuples;

        Layer(boolean isOfSlices, long tuples) {
            this.isOfSlices = isOfSlices;
            this.tuples = tuples;
        }
    }

    private ChunkedStore(WriterSession session, ArrayShape shape, Storage storage, Optional<ChunkTable> earlier) {
        Dimensions size = storage.chunkOf(shape).orElseThrow();
        int elementSize = shape.spec().type().size();
        this.shape = shape;
        this.chunk = new int[] {size.z(), size.y(), size.x()};
        this.grid = new ChunkGrid(shape.rows(), chunk);
        this.encoder = new ChunkEncoder(elementSize, storage.gzipLevel(), storage.hasShuffle(), storage.hasChecksum());
        this.pipeline = session.pipeline();
        this.slabs = session.slabs();
        this.listener = session.listener();
        this.regions = new ChunkRegions(shape.dimensions(), size, grid);
        this.pending = new PendingChunks(shape, regions, slabs);
        this.isRun = chunk[0] == 1 && (grid.chunksPerAxis()[2] == 1 || chunk[1] == 1);
        this.table = earlier.orElseGet(() -> new ChunkTable(Math.toIntExact(grid.count())));
        this.layout = new ChunkedLayout(shape.hdf5Chunk(size), elementSize, encoder.filters(), table);
    }

    /** An array of which nothing is there. */
    static ChunkedStore create(WriterSession session, ArrayShape shape, Storage storage) {
        return new ChunkedStore(session, shape, storage, Optional.empty());
    }

    /** An array of which an earlier run has written some chunks. */
    static ChunkedStore resume(WriterSession session, ArrayShape shape, Storage storage, ChunkTable chunks) {
        return new ChunkedStore(session, shape, storage, Optional.of(chunks));
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public void prepare(int first, BitSet slices) {
        if (isRun) {
            return;
        }
        synchronized (layers) {
            List<Region> boxes = new ArrayList<>(0);
            for (int i = slices.nextSetBit(0); i >= 0; i = slices.nextSetBit(i + 1)) {
                if (isOfBoxes((first + i) / chunk[0])) {
                    boxes.add(slice(first + i));
                }
            }
            if (!boxes.isEmpty()) {
                pending.prepare(boxes);
            }
            for (int i = slices.nextSetBit(0); i >= 0; i = slices.nextSetBit(i + 1)) {
                layers.computeIfAbsent((first + i) / chunk[0], layer -> new Layer(true, 0));
            }
        }
    }

    @Override
    public void prepare(Region box) {
        synchronized (layers) {
            List<Region> parts = layers(box)
                    .filter(layer -> isOfBoxes(layer) || !layers.containsKey(layer))
                    .mapToObj(layer -> box.intersection(layer(layer)).orElseThrow())
                    .toList();
            if (!parts.isEmpty()) {
                pending.prepare(parts);
            }
            layers(box)
                    .forEach(layer -> layers.computeIfAbsent(
                            layer,
                            number -> new Layer(false, layer(number).size().count())));
        }
    }

    private boolean isOfBoxes(int layer) {
        return layers.containsKey(layer) && !layers.get(layer).isOfSlices;
    }

    private IntStream layers(Region box) {
        return IntStream.rangeClosed(box.z() / chunk[0], (box.z() + box.size().z() - 1) / chunk[0]);
    }

    private Region layer(int layer) {
        int first = layer * chunk[0];
        return Region.slab(
                shape.dimensions(),
                new Slab(first, Math.min(chunk[0], shape.dimensions().z() - first)));
    }

    private Region slice(int slice) {
        return Region.slab(shape.dimensions(), new Slab(slice, 1));
    }

    @Override
    public void write(int slice, Values values) throws IOException {
        if (isRun) {
            submitRuns(slice, values);
            return;
        }
        int layer = slice / chunk[0];
        SlabBuffer slab = slab(layer);
        if (slab == null) {
            writeChunks(slice(slice), BoxValues.slice(slice(slice), shape.spec(), values));
        } else if (slab.write(slice % chunk[0], values)) {
            complete(layer, slab);
        }
    }

    @Override
    public void write(Region box, BoxValues values) throws IOException {
        for (int layer : layers(box).toArray()) {
            Region part = box.intersection(layer(layer)).orElseThrow();
            SlabBuffer slab = slab(layer);
            if (slab == null) {
                writeChunks(part, values);
            } else if (slab.write(part, values, layer(layer))) {
                complete(layer, slab);
            }
        }
    }

    /** Null if it is one of boxes. */
    private SlabBuffer slab(int number) throws IOException {
        synchronized (layers) {
            Layer layer = layers.get(number);
            if (layer.isOfSlices && layer.slab == null) {
                layer.slab = slabs.create(shape, layer(number).size().z());
            }
            return layer.slab;
        }
    }

    private void writeChunks(Region box, BoxValues values) throws IOException {
        regions.forEach(box, share -> {
            if (share.isWhole()) {
                submitWhole(share, values);
                return;
            }
            PendingChunks.Pending chunk = pending.get(share.number());
            values.copy(share.part(), chunk.bytes(), chunk.region());
            if (chunk.take(share.part())) {
                submitPending(share.number(), chunk);
            }
        });
    }

    private void submitWhole(ChunkRegions.Share share, BoxValues values) throws IOException {
        ChunkBuffers buffers = pipeline.acquire(chunkBytes());
        Region inside = share.inside();
        if (!inside.size().equals(regions.size())) {
            Arrays.fill(buffers.data(), 0, chunkBytes(), (byte) 0);
        }
        values.copy(inside, buffers.data(), new Region(inside.x(), inside.y(), inside.z(), regions.size()));
        submit(buffers, share.number(), inside);
    }

    private void submitPending(int number, PendingChunks.Pending pendingChunk) throws IOException {
        Dimensions size = pendingChunk.region().size();
        SlabBuffer.Band band = new SlabBuffer.Band(
                pendingChunk.bytes(),
                size.z(),
                size.y(),
                size.x(),
                0,
                0,
                shape.spec().tupleSize());
        submit(band, 0, grid.place(number));
        pending.remove(number);
        goneOn(pendingChunk.region());
    }

    private void submit(ChunkBuffers buffers, int number, Region inside) {
        pipeline.submit(buffers, inside.size().count() * shape.spec().tupleSize(), encoder, table, number);
        goneOn(inside);
    }

    /** A chunk of a layer of boxes needs no more. */
    private void goneOn(Region inside) {
        synchronized (layers) {
            int number = inside.z() / chunk[0];
            Layer layer = layers.get(number);
            layer.tuples -= inside.size().count();
            if (layer.tuples == 0) {
                layers.remove(number);
            }
        }
    }

    @Override
    public void fill(int slice) throws IOException {
        fill(slice(slice));
    }

    /** Chunks that were never written read as the fill value, and those that wait begin with it. */
    @Override
    public void fill(Region part) throws IOException {
        synchronized (layers) {
            Layer layer = layers.get(part.z() / chunk[0]);
            if (layer == null) {
                listener.accept(part.size().count() * shape.spec().tupleSize());
            }
            if (layer == null || !layer.isOfSlices) {
                return;
            }
        }
        write(part, BoxValues.filled(part, shape));
    }

    @Override
    public void completeFilled() throws IOException {
        for (int number : pending.numbers()) {
            submitPending(number, pending.get(number));
        }
        for (Layer layer : layers.values()) {
            listener.accept(layer.tuples * shape.spec().tupleSize());
        }
        layers.clear();
    }

    private void submitRuns(int slice, Values values) throws IOException {
        for (int row = 0; row < grid.chunksPerAxis()[1]; row++) {
            for (int column = 0; column < grid.chunksPerAxis()[2]; column++) {
                submitRun(new long[] {slice, row, column}, values);
            }
        }
    }

    private void submitRun(long[] place, Values values) throws IOException {
        ChunkBuffers buffers = pipeline.acquire(chunkBytes());
        int components = shape.spec().components();
        int[] size = grid.sizeInside(place);
        long[] start = grid.start(place);
        long tuple = start[1] * shape.dimensions().x() + start[2];
        int count = ChunkGrid.elements(size) * components;
        values.get((int) (tuple * components), count, Values.littleEndian(buffers.data()));
        int valueBytes = count * shape.spec().type().size();
        Arrays.fill(buffers.data(), valueBytes, chunkBytes(), (byte) 0);
        pipeline.submit(buffers, valueBytes, encoder, table, (int) grid.number(place));
    }

    private int chunkBytes() {
        return grid.chunkElements() * shape.spec().tupleSize();
    }

    private void complete(int layer, SlabBuffer slab) throws IOException {
        for (int row = 0; row < grid.chunksPerAxis()[1]; row++) {
            submitRow(layer, row, slab);
        }
        synchronized (layers) {
            layers.remove(layer);
        }
        slab.release();
    }

    private void submitRow(int layer, int row, SlabBuffer slab) throws IOException {
        int firstRow = row * chunk[1];
        int rows = Math.min(chunk[1], shape.dimensions().y() - firstRow);
        int chunks = Math.max(1, slab.columnsAtOnce(rows) / chunk[2]);
        int allChunks = (int) grid.chunksPerAxis()[2];
        for (int first = 0; first < allChunks; first += chunks) {
            int end = Math.min(first + chunks, allChunks);
            int firstColumn = first * chunk[2];
            int columns =
                    (int) Math.min((long) end * chunk[2], shape.dimensions().x()) - firstColumn;
            SlabBuffer.Band band = slab.band(firstRow, rows, firstColumn, columns);
            for (int column = first; column < end; column++) {
                submit(band, (column - first) * chunk[2], new long[] {layer, row, column});
            }
        }
    }

    private void submit(SlabBuffer.Band band, int column, long[] place) throws IOException {
        ChunkBuffers buffers = pipeline.acquire(chunkBytes());
        int[] size = grid.sizeInside(place);
        if (!Arrays.equals(size, chunk)) {
            Arrays.fill(buffers.data(), 0, chunkBytes(), (byte) 0);
        }
        band.copyTo(column, size, buffers.data(), chunk);
        long valueBytes = (long) ChunkGrid.elements(size) * shape.spec().tupleSize();
        pipeline.submit(buffers, valueBytes, encoder, table, (int) grid.number(place));
    }
}
