package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.Box;
import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.CopyTarget;
import io.vtkhdf.chunk.Destination;
import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.chunk.ElementForm;
import io.vtkhdf.chunk.StridedCopy;
import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.runtime.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Copies a box of a dataset to a target: the blocks that it touches and no others, several at a time. */
public final class RegionCopy {

    /**
     * Larger parts of a block are copied piece by piece, so that a loader need not hold them and they stay in the
     * processor's cache.
     */
    static final int PIECE_SIZE = 256 << 10;

    private final LoadedBlocks blocks;
    private final ElementForm form;
    private final long[] first;
    private final int[] size;
    private final long[] steps;
    private final int[] targetStrides;
    private final int targetStart;
    private final CopyTarget target;
    private final long[] firstPlace;
    private final int[] places;
    private final int[] blockShape;
    private final int[] blockStrides;

    /** @param box its steps are smaller than a block */
    RegionCopy(LoadedBlocks blocks, ElementForm form, ElementBox box, Destination to) {
        this.blocks = blocks;
        this.form = form;
        this.first = box.first();
        this.size = box.size();
        this.steps = box.steps();
        this.targetStrides = to.strides();
        this.targetStart = to.start();
        this.target = to.target();
        this.blockShape = blocks.grid().chunkShape();
        this.firstPlace = new long[size.length];
        this.places = new int[size.length];
        this.blockStrides = new int[size.length];
        for (int axis = size.length - 1, stride = 1; axis >= 0; axis--) {
            blockStrides[axis] = stride;
            stride *= blockShape[axis];
            long last = first[axis] + (size[axis] - 1) * steps[axis];
            firstPlace[axis] = first[axis] / blockShape[axis];
            places[axis] = (int) (last / blockShape[axis] - firstPlace[axis] + 1);
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
        Workers.together(workers, () -> {
            try {
                copyBlocks(next, count);
            } finally {
                next.set(count); // After a failure the others stop, too.
            }
        });
    }

    /** Copies those blocks that nobody else does. */
    private void copyBlocks(AtomicInteger next, int count) throws IOException {
        try (LoadedBlocks.Loader loader = blocks.loader(firstPlace, places)) {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                copyBlock(loader, i);
            }
        }
    }

    /** As many as there are processors, but no more than fit into a quarter of the heap. */
    public static int workers(long count, long memory) {
        long affordable = Math.max(1, MemoryBudget.CHUNKS_AT_WORK.bytes() / Math.max(1, memory));
        return (int) Math.min(Math.min(count, Workers.processors()), affordable);
    }

    private void copyBlock(LoadedBlocks.Loader loader, int index) throws IOException {
        int rank = size.length;
        long[] place = Blocks.place(firstPlace, places, index);
        long[] low = new long[rank];
        int[] part = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            long start = place[axis] * blockShape[axis];
            low[axis] = Math.max(0, (start - first[axis] + steps[axis] - 1) / steps[axis]);
            long high = (start + blockShape[axis] - 1 - first[axis]) / steps[axis] + 1;
            part[axis] = (int) (Math.min(high, size[axis]) - low[axis]);
        }
        boolean whole = Arrays.equals(part, blocks.grid().sizeInside(place));
        copyPart(loader, blocks.grid().number(place), low, part);
        if (whole) {
            loader.discard();
        }
    }

    /**
     * Copies a part that is inside a block: as a whole, or in halves along its outermost axis.
     *
     * @param low where it begins in the box
     */
    private void copyPart(LoadedBlocks.Loader loader, long block, long[] low, int[] part) throws IOException {
        int from = 0;
        int to = targetStart;
        int outermost = -1;
        int[] strides = new int[part.length];
        for (int axis = part.length - 1; axis >= 0; axis--) {
            from += (int) ((first[axis] + low[axis] * steps[axis]) % blockShape[axis]) * blockStrides[axis];
            to += (int) low[axis] * targetStrides[axis];
            strides[axis] = part[axis] == 1 ? blockStrides[axis] : (int) steps[axis] * blockStrides[axis];
            outermost = part[axis] > 1 ? axis : outermost;
        }
        Box box = new Box(from, part, strides);
        if (outermost >= 0 && (long) box.span() * form.size() > PIECE_SIZE) {
            int half = part[outermost] / 2;
            int[] rest = part.clone();
            rest[outermost] -= half;
            part[outermost] = half;
            copyPart(loader, block, low.clone(), part);
            low[outermost] += half;
            copyPart(loader, block, low, rest);
            return;
        }
        LoadedBlocks.Elements data = loader.load(block, box);
        if (data == null) {
            StridedCopy.copy(part, strides, 0, targetStrides, to, this::fill);
        } else {
            StridedCopy.copy(
                    part,
                    data.strides(),
                    0,
                    targetStrides,
                    to,
                    target.from(data.bytes().order(form.order())));
        }
    }

    private void fill(int from, int fromStride, int to, int toStride, int count, int width) {
        fill(target, form, to, toStride, count, width);
    }

    /** Puts the same element to {@code count} runs of {@code width} values. */
    static void fill(CopyTarget target, ElementForm form, int to, int toStride, int count, int width) {
        ByteBuffer element = form.fill().slice().order(form.order());
        for (int i = 0; i < count; i++) {
            target.put(element, 0, 0, to + i * toStride, 1, width, 1);
        }
    }
}
