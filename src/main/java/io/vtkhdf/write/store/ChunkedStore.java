package io.vtkhdf.write.store;

import io.vtkhdf.chunk.ChunkEncoder;
import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.hdf5.write.ChunkTable;
import io.vtkhdf.hdf5.write.ChunkedLayout;
import io.vtkhdf.hdf5.write.Layout;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import java.io.IOException;
import java.util.ArrayList;
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
public final class ChunkedStore implements SliceStore {

    private final ArrayShape shape;
    private final int thickness;
    private final ChunkCutter chunks;
    private final SlabBuffers slabs;
    private final LongConsumer listener;
    private final Layout layout;
    private final ChunkTable table;
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

    private ChunkedStore(
            StoreTools tools, ArrayShape shape, Dimensions size, ChunkEncoder encoder, Optional<ChunkTable> earlier) {
        int elementSize = shape.spec().type().size();
        ChunkGrid grid = new ChunkGrid(shape.rows(), new int[] {size.z(), size.y(), size.x()});
        this.table = earlier.orElseGet(() -> new ChunkTable(Math.toIntExact(grid.count())));
        this.shape = shape;
        this.thickness = size.z();
        this.chunks = new ChunkCutter(shape, grid, tools.pipeline(), encoder, table);
        this.slabs = tools.slabs();
        this.listener = tools.listener();
        this.regions = new ChunkRegions(shape.dimensions(), size, grid);
        this.pending = new PendingChunks(shape, regions, slabs);
        this.layout = new ChunkedLayout(shape.hdf5Chunk(size), elementSize, encoder.filters(), table);
    }

    /** An array of which nothing is there. */
    public static ChunkedStore create(StoreTools tools, ArrayShape shape, Dimensions chunk, ChunkEncoder encoder) {
        return new ChunkedStore(tools, shape, chunk, encoder, Optional.empty());
    }

    /** An array of which an earlier run has written some chunks. */
    public static ChunkedStore resume(
            StoreTools tools, ArrayShape shape, Dimensions chunk, ChunkEncoder encoder, ChunkTable chunks) {
        return new ChunkedStore(tools, shape, chunk, encoder, Optional.of(chunks));
    }

    @Override
    public Layout layout() {
        return layout;
    }

    /** Where its chunks have their places. */
    public ChunkTable table() {
        return table;
    }

    @Override
    public void prepare(int first, BitSet slices) {
        if (chunks.areRuns()) {
            return;
        }
        synchronized (layers) {
            List<Region> boxes = new ArrayList<>(0);
            for (int i = slices.nextSetBit(0); i >= 0; i = slices.nextSetBit(i + 1)) {
                if (isOfBoxes((first + i) / thickness)) {
                    boxes.add(slice(first + i));
                }
            }
            if (!boxes.isEmpty()) {
                pending.prepare(boxes);
            }
            for (int i = slices.nextSetBit(0); i >= 0; i = slices.nextSetBit(i + 1)) {
                layers.computeIfAbsent((first + i) / thickness, layer -> new Layer(true, 0));
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
        return IntStream.rangeClosed(box.z() / thickness, (box.z() + box.size().z() - 1) / thickness);
    }

    private Region layer(int layer) {
        int first = layer * thickness;
        return Region.slab(
                shape.dimensions(),
                new Slab(first, Math.min(thickness, shape.dimensions().z() - first)));
    }

    private Region slice(int slice) {
        return Region.slab(shape.dimensions(), new Slab(slice, 1));
    }

    @Override
    public void write(int slice, Values values) throws IOException {
        if (chunks.areRuns()) {
            chunks.submitRuns(slice, values);
            return;
        }
        int layer = slice / thickness;
        SlabBuffer slab = slab(layer);
        if (slab == null) {
            writeChunks(slice(slice), BoxValues.slice(slice(slice), shape.spec(), values));
        } else if (slab.write(slice % thickness, values)) {
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
                chunks.submit(share, values);
                goneOn(share.inside());
                return;
            }
            PendingChunks.Pending chunk = pending.get(share.number());
            values.copy(share.part(), chunk.bytes(), chunk.region());
            if (chunk.take(share.part())) {
                submitPending(share.number(), chunk);
            }
        });
    }

    private void submitPending(int number, PendingChunks.Pending chunk) throws IOException {
        chunks.submit(number, chunk);
        pending.remove(number);
        goneOn(chunk.region());
    }

    /** A chunk of a layer of boxes needs no more. */
    private void goneOn(Region inside) {
        synchronized (layers) {
            int number = inside.z() / thickness;
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
            Layer layer = layers.get(part.z() / thickness);
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

    private void complete(int layer, SlabBuffer slab) throws IOException {
        chunks.submit(layer, slab);
        synchronized (layers) {
            layers.remove(layer);
        }
        slab.release();
    }
}
