package io.vtkhdf.write.store;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.FillValue;
import io.vtkhdf.image.Region;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Chunks that boxes have begun and not completed, within a bound of memory. Thread-safe for different values. */
final class PendingChunks {

    private final ArrayShape shape;
    private final ChunkRegions chunks;
    private final SlabBuffers memory;
    private final Map<Integer, Pending> pending = new TreeMap<>();

    PendingChunks(ArrayShape shape, ChunkRegions chunks, SlabBuffers memory) {
        this.shape = shape;
        this.chunks = chunks;
        this.memory = memory;
    }

    /** What is there of a chunk, as far as it lies inside the array, and the fill value. */
    static final class Pending {
        private final Region region;
        private final byte[] bytes;
        private final AtomicLong missing;

        private Pending(Region region, byte[] bytes) {
            this.region = region;
            this.bytes = bytes;
            this.missing = new AtomicLong(region.size().count());
        }

        Region region() {
            return region;
        }

        byte[] bytes() {
            return bytes;
        }

        /** Counts tuples that were put; returns whether they were the last ones missing. */
        boolean take(Region part) {
            return missing.addAndGet(-part.size().count()) == 0;
        }
    }

    /**
     * Makes room for the chunks that some boxes cover in part.
     *
     * @throws IllegalStateException if there is none; nothing has changed then
     */
    synchronized void prepare(List<Region> boxes) {
        Set<Integer> begun = new HashSet<>();
        for (Region box : boxes) {
            chunks.forEach(box, chunk -> {
                if (!chunk.isWhole() && !pending.containsKey(chunk.number())) {
                    begun.add(chunk.number());
                    require(box, begun.size());
                }
            });
        }
        long bytes = bytesEach() * begun.size();
        if (!memory.reserve(bytes)) {
            throw refused(boxes.get(0), begun.size());
        }
        for (int number : begun) {
            Region inside = chunks.inside(number);
            int length = Math.toIntExact(inside.size().count() * shape.spec().tupleSize());
            pending.put(number, new Pending(inside, new FillValue(shape.spec().type()).bytes(length)));
        }
    }

    /** So that a box of very many chunks is not gone through to its end in vain. */
    private void require(Region box, int begun) {
        if (begun > memory.memory() / bytesEach()) {
            throw refused(box, begun);
        }
    }

    private long bytesEach() {
        return chunks.size().count() * shape.spec().tupleSize();
    }

    private IllegalStateException refused(Region box, int begun) {
        return new IllegalStateException(ShownText.quoted(shape.spec().name()) + ": the region " + box + " begins "
                + begun + (begun == 1 ? " chunk" : " chunks or more") + " and leaves them incomplete, beside "
                + pending.size() + " that are; they take " + bytesEach()
                + " bytes each while they wait for their rest, of at most " + memory.memory()
                + ": let regions begin and end where chunks do, which are "
                + chunks.size() + ", or give the writer more memory");
    }

    synchronized Pending get(int number) {
        return pending.get(number);
    }

    /** Gives a chunk's room back. */
    synchronized void remove(int number) {
        pending.remove(number);
        memory.release(bytesEach());
    }

    /** The numbers of those that wait, from the first to the last. */
    synchronized Collection<Integer> numbers() {
        return List.copyOf(pending.keySet());
    }
}
