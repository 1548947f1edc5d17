package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.Box;
import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.CopyTarget;
import io.vtkhdf.chunk.Destination;
import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.chunk.ElementForm;
import io.vtkhdf.chunk.StridedCopy;
import io.vtkhdf.hdf5.fetch.Fetch;
import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.runtime.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;

/** Copies a box of a dataset to a target: the blocks that it touches and no others, several at a time. */
public final class RegionCopy {

    /**
     * Larger parts of a block are copied piece by piece, so that a loader need not hold them and they stay in the
     * processor's cache.
     */
    static final int PIECE_SIZE = 256 << 10;

    /** More than so many bytes that nobody wants are not fetched to be held; the source may merge further. */
    private static final int GAP = 4 << 10;

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
        this.target = form.into(to.target());
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
        if (blocks.file().bytes().isRemote()) {
            fetch();
            return;
        }
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
        try (LoadedBlocks.Loader loader = blocks.loader(blocks.file().bytes(), firstPlace, places)) {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                copyBlock(loader, part(i));
            }
        }
    }

    /** As many as there are processors, but no more than fit into a quarter of the heap. */
    public static int workers(long count, long memory) {
        return workers(count, memory, Workers.processors());
    }

    /** The same with as many as are of use. */
    static int workers(long count, long memory, int useful) {
        long affordable = Math.max(1, MemoryBudget.CHUNKS_AT_WORK.bytes() / Math.max(1, memory));
        return (int) Math.min(Math.min(count, useful), affordable);
    }

    private void copyBlock(LoadedBlocks.Loader loader, Part part) throws IOException {
        copyPart(loader, part);
        if (part.isWhole) {
            loader.discard();
        }
    }

    /**
     * What of the box is in one block, or some of it.
     *
     * @param low where it begins in the box
     */
    private record Part(long block, long[] low, int[] size, boolean isWhole) {

        /** The outermost axis along which it can be halved; negative if it is one element. */
        int outermost() {
            for (int axis = 0; axis < size.length; axis++) {
                if (size[axis] > 1) {
                    return axis;
                }
            }
            return -1;
        }

        Part first(int axis) {
            int[] half = size.clone();
            half[axis] /= 2;
            return new Part(block, low, half, false);
        }

        Part second(int axis) {
            int half = size[axis] / 2;
            long[] from = low.clone();
            int[] rest = size.clone();
            from[axis] += half;
            rest[axis] -= half;
            return new Part(block, from, rest, false);
        }
    }

    private Part part(int index) {
        int rank = size.length;
        long[] place = ChunkGrid.place(firstPlace, places, index);
        long[] low = new long[rank];
        int[] part = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            long start = place[axis] * blockShape[axis];
            low[axis] = Math.max(0, (start - first[axis] + steps[axis] - 1) / steps[axis]);
            long high = (start + blockShape[axis] - 1 - first[axis]) / steps[axis] + 1;
            part[axis] = (int) (Math.min(high, size[axis]) - low[axis]);
        }
        boolean whole = Arrays.equals(part, blocks.grid().sizeInside(place));
        return new Part(blocks.grid().number(place), low, part, whole);
    }

    /** Where a part stands in its block. */
    private Box box(Part part) {
        int from = 0;
        int[] strides = new int[size.length];
        for (int axis = 0; axis < size.length; axis++) {
            from += (int) ((first[axis] + part.low[axis] * steps[axis]) % blockShape[axis]) * blockStrides[axis];
            strides[axis] = part.size[axis] == 1 ? blockStrides[axis] : (int) steps[axis] * blockStrides[axis];
        }
        return new Box(from, part.size, strides);
    }

    private boolean isLarge(Box box) {
        return (long) box.span() * form.size() > PIECE_SIZE;
    }

    /** Copies a part: as a whole, or in halves along its outermost axis. */
    private void copyPart(LoadedBlocks.Loader loader, Part whole) throws IOException {
        Box box = box(whole);
        int outermost = whole.outermost();
        if (outermost >= 0 && isLarge(box)) {
            copyPart(loader, whole.first(outermost));
            copyPart(loader, whole.second(outermost));
            return;
        }
        int to = targetStart;
        for (int axis = 0; axis < size.length; axis++) {
            to += (int) whole.low[axis] * targetStrides[axis];
        }
        int[] part = whole.size;
        int[] strides = box.strides();
        LoadedBlocks.Elements data = loader.load(whole.block, box);
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

    /** Has what all blocks need fetched in few lists. */
    private void fetch() throws IOException {
        StoredFile file = blocks.file();
        int count = ChunkGrid.elements(places);
        new Fetch<Part>(file.bytes(), file.buffers().fetched())
                .run(workers(count, blocks.loaderMemory()), new Plan(count), (bytes, parts) -> {
                    try (LoadedBlocks.Loader loader = blocks.loader(bytes, firstPlace, places)) {
                        for (Part part = parts.next(); part != null; part = parts.next()) {
                            copyBlock(loader, part);
                        }
                    }
                });
    }

    /** The parts that are in the blocks, cut so that there is little between their elements that nobody wants. */
    private final class Plan implements Fetch.Source<Fetch.Piece<Part>> {
        private final int count;
        private final Deque<Part> cut = new ArrayDeque<>();
        private int next;

        Plan(int count) {
            this.count = count;
        }

        @Override
        public Fetch.Piece<Part> next() throws IOException {
            if (cut.isEmpty()) {
                if (next == count) {
                    return null;
                }
                cut.push(part(next++));
            }
            Part part = cut.pop();
            Box box = box(part);
            int axis = part.outermost();
            while (axis >= 0 && !blocks.areLoadedWhole() && (isLarge(box) || hasGaps(box))) {
                cut.push(part.second(axis));
                part = part.first(axis);
                box = box(part);
                axis = part.outermost();
            }
            return new Fetch.Piece<>(part, blocks.needed(part.block, box));
        }

        private boolean hasGaps(Box box) {
            long inner = 1;
            for (int axis = size.length - 1; axis >= 0; axis--) {
                if (box.size()[axis] > 1) {
                    if ((box.strides()[axis] - inner) * form.size() > GAP) {
                        return true;
                    }
                    inner += (long) (box.size()[axis] - 1) * box.strides()[axis];
                }
            }
            return false;
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
