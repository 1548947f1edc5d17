package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.Box;
import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.CopyTarget;
import io.vtkhdf.chunk.StridedCopy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Copies a box of a dataset to a target: the blocks that it touches and no others, several at a time. */
public final class RegionCopy {

    /**
     * Larger parts of a block are copied piece by piece, so that a loader need not hold them and they stay in the
     * processor's cache.
     */
    static final int PIECE_SIZE = 256 << 10;

    private final Blocks blocks;
    private final ByteOrder order;
    private final ByteBuffer fill;
    private final int elementSize;
    private final long[] first;
    private final int[] size;
    private final int[] targetStrides;
    private final CopyTarget target;
    private final long[] firstPlace;
    private final int[] places;
    private final int[] blockShape;
    private final int[] blockStrides;

    /**
     * @param fill the bytes of one element, for blocks never written
     * @param first the index of the box's first element; {@code size} its size along each axis
     * @param targetStrides the distance in the target of neighbours along each axis
     */
    public RegionCopy(
            Blocks blocks,
            ByteOrder order,
            ByteBuffer fill,
            long[] first,
            int[] size,
            int[] targetStrides,
            CopyTarget target) {
        this.blocks = blocks;
        this.order = order;
        this.fill = fill.duplicate().order(order);
        this.elementSize = fill.remaining();
        this.first = first;
        this.size = size;
        this.targetStrides = targetStrides;
        this.target = target;
        this.blockShape = blocks.grid().chunkShape();
        this.firstPlace = new long[size.length];
        this.places = new int[size.length];
        this.blockStrides = new int[size.length];
        for (int axis = size.length - 1, stride = 1; axis >= 0; axis--) {
            blockStrides[axis] = stride;
            stride *= blockShape[axis];
            firstPlace[axis] = first[axis] / blockShape[axis];
            places[axis] = (int) ((first[axis] + size[axis] - 1) / blockShape[axis] - firstPlace[axis] + 1);
        }
    }

    public void run() throws IOException {
        int count = ChunkGrid.elements(places);
        blocks.expect(firstPlace, places);
        AtomicInteger next = new AtomicInteger();
        int workers = workers(count, blocks.loaderMemory());
        if (workers == 1) {
            copyBlocks(next, count);
            return;
        }
        AtomicReference<Exception> failure = new AtomicReference<>();
        IntStream.range(0, workers).parallel().forEach(worker -> {
            try {
                copyBlocks(next, count);
            } catch (IOException | RuntimeException e) {
                next.set(count);
                failure.compareAndSet(null, e);
            }
        });
        if (failure.get() instanceof IOException e) {
            throw e;
        } else if (failure.get() instanceof RuntimeException e) {
            throw e;
        }
    }

    /** Copies those blocks that nobody else does. */
    private void copyBlocks(AtomicInteger next, int count) throws IOException {
        try (Blocks.Loader loader = blocks.loader(firstPlace, places)) {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                copyBlock(loader, i);
            }
        }
    }

    /** As many as there are processors, but no more than fit into a quarter of the heap. */
    public static int workers(long count, long memory) {
        Runtime runtime = Runtime.getRuntime();
        long affordable = Math.max(1, runtime.maxMemory() / 4 / Math.max(1, memory));
        return (int) Math.min(Math.min(count, runtime.availableProcessors()), affordable);
    }

    private void copyBlock(Blocks.Loader loader, int index) throws IOException {
        int rank = size.length;
        long[] place = Blocks.place(firstPlace, places, index);
        long[] low = new long[rank];
        int[] part = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            long start = place[axis] * blockShape[axis];
            low[axis] = Math.max(start, first[axis]);
            part[axis] = (int) (Math.min(start + blockShape[axis], first[axis] + size[axis]) - low[axis]);
        }
        boolean whole = Arrays.equals(part, blocks.grid().sizeInside(place));
        copyPart(loader, blocks.grid().number(place), low, part);
        if (whole) {
            loader.discard();
        }
    }

    /** Copies a box that is inside a block: as a whole, or in halves along its outermost axis. */
    private void copyPart(Blocks.Loader loader, long block, long[] low, int[] part) throws IOException {
        int from = 0;
        int to = 0;
        int outermost = -1;
        for (int axis = part.length - 1; axis >= 0; axis--) {
            from += (int) (low[axis] % blockShape[axis]) * blockStrides[axis];
            to += (int) (low[axis] - first[axis]) * targetStrides[axis];
            outermost = part[axis] > 1 ? axis : outermost;
        }
        Box box = new Box(from, part, blockStrides);
        if (outermost >= 0 && (long) box.span() * elementSize > PIECE_SIZE) {
            int half = part[outermost] / 2;
            int[] rest = part.clone();
            rest[outermost] -= half;
            part[outermost] = half;
            copyPart(loader, block, low.clone(), part);
            low[outermost] += half;
            copyPart(loader, block, low, rest);
            return;
        }
        Blocks.Elements data = loader.load(block, box);
        if (data == null) {
            StridedCopy.copy(part, blockStrides, 0, targetStrides, to, this::fill);
        } else {
            StridedCopy.copy(
                    part,
                    data.strides(),
                    0,
                    targetStrides,
                    to,
                    target.from(data.bytes().order(order)));
        }
    }

    private void fill(int from, int fromStride, int to, int toStride, int count, int width) {
        ByteBuffer element = fill.slice(0, elementSize).order(order);
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < width; j++) {
                target.put(element, 0, 0, to + i * toStride + j, 1, 1, 1);
            }
        }
    }
}
