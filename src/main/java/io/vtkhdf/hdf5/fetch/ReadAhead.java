package io.vtkhdf.hdf5.fetch;

import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.chunk.DecodedChunk;
import io.vtkhdf.chunk.DecodedChunks;
import io.vtkhdf.chunk.ReadBuffers;
import io.vtkhdf.hdf5.FileBytes;
import io.vtkhdf.hdf5.Span;
import io.vtkhdf.runtime.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lets chunks be decoded that will be wanted next, if boxes are read that are neighbours. Thread-safe. */
public final class ReadAhead {

    /** So many boxes are fetched together if requests are dear. */
    private static final int BOXES = 8;

    /** The chunks. */
    public interface Chunks {

        DecodedChunks.Key key(long block);

        /** Where a chunk is stored; null if it was never written, or is not what a chunk can be. */
        Span span(long block) throws IOException;

        DecodedChunk decode(FileBytes bytes, long block) throws IOException;
    }

    private final FileBytes bytes;
    private final ReadBuffers buffers;
    private final ChunkGrid grid;
    private final int chunkSize;
    private final Chunks chunks;
    private final ReadSequence sequence = new ReadSequence();

    public ReadAhead(FileBytes bytes, ReadBuffers buffers, ChunkGrid grid, int chunkSize, Chunks chunks) {
        this.bytes = bytes;
        this.buffers = buffers;
        this.grid = grid;
        this.chunkSize = chunkSize;
        this.chunks = chunks;
    }

    /** Takes the next box, which is about to be read: the place of its first chunk, and its size in chunks. */
    public void expect(long[] firstPlace, int[] places) throws IOException {
        long[] step = sequence.step(firstPlace, places);
        if (step == null) {
            return;
        }
        long count = ChunkGrid.elements(places);
        long affordable = buffers.chunks().capacity() / 2 / chunkSize / count;
        long enough = (2L * Workers.processors() + count - 1) / count;
        if (bytes.isRemote()) {
            fetch(firstPlace, places, step, Math.min(affordable, Math.max(BOXES, enough)));
            return;
        }
        for (long i = 1; i <= Math.min(affordable, enough); i++) {
            long[] first = moved(firstPlace, step, i);
            if (isInside(first, places)) {
                decode(first, places);
            }
        }
    }

    private static long[] moved(long[] first, long[] step, long times) {
        long[] moved = first.clone();
        for (int axis = 0; axis < moved.length; axis++) {
            moved[axis] += step[axis] * times;
        }
        return moved;
    }

    private boolean isInside(long[] first, int[] places) {
        long[] all = grid.chunksPerAxis();
        for (int axis = 0; axis < all.length; axis++) {
            if (first[axis] < 0 || first[axis] + places[axis] > all[axis]) {
                return false;
            }
        }
        return true;
    }

    private long block(long[] first, int[] places, int index) {
        return grid.number(ChunkGrid.place(first, places, index));
    }

    private void decode(long[] first, int[] places) throws IOException {
        for (int i = 0; i < ChunkGrid.elements(places); i++) {
            long block = block(first, places, i);
            if (chunks.span(block) != null) {
                buffers.chunks().decodeAhead(chunks.key(block), () -> chunks.decode(bytes, block));
            }
        }
    }

    /** Fetches boxes, in one list, as soon as fewer than half of what is enough are here. */
    private void fetch(long[] firstPlace, int[] places, long[] step, long boxes) throws IOException {
        long here = 0;
        while (here < boxes && isHere(moved(firstPlace, step, here + 1), places)) {
            here++;
        }
        if (here > boxes / 2) {
            return;
        }
        Wanted wanted = new Wanted();
        for (long i = here + 1; i <= boxes; i++) {
            long[] first = moved(firstPlace, step, i);
            if (!isInside(first, places) || !wanted.add(missing(first, places))) {
                break;
            }
        }
        FetchAhead.of(bytes, buffers.fetched(), wanted.spans()).ifPresent(ahead -> {
            List<Runnable> decodings = new ArrayList<>();
            for (Expected chunk : wanted.chunks) {
                buffers.chunks()
                        .expect(chunks.key(chunk.block), () -> chunks.decode(ahead.bytes(), chunk.block))
                        .ifPresent(decodings::add);
            }
            ahead.begin(decodings);
        });
    }

    /** Whether nothing of a box is missing that ever will be here. */
    private boolean isHere(long[] first, int[] places) throws IOException {
        return !isInside(first, places) || missing(first, places).isEmpty();
    }

    /** The chunks of a box that are not here. */
    private List<Expected> missing(long[] first, int[] places) throws IOException {
        List<Expected> missing = new ArrayList<>();
        for (int i = 0; i < ChunkGrid.elements(places); i++) {
            long block = block(first, places, i);
            Span stored = chunks.span(block);
            if (stored != null
                    && stored.size() <= Fetch.mostBatch()
                    && !buffers.chunks().holds(chunks.key(block))) {
                missing.add(new Expected(block, stored));
            }
        }
        return missing;
    }

    private record Expected(long block, Span span) {}

    /** Chunks that are fetched together. */
    private static final class Wanted {
        private final List<Expected> chunks = new ArrayList<>();
        private long size;

        /** Adds all of them, unless that is too much. */
        boolean add(List<Expected> box) {
            long more = 0;
            for (Expected chunk : box) {
                more += chunk.span.size();
            }
            if (more > Fetch.mostBatch() - size) {
                return false;
            }
            size += more;
            return chunks.addAll(box) || box.isEmpty();
        }

        List<Span> spans() {
            return chunks.stream().map(Expected::span).toList();
        }
    }
}
