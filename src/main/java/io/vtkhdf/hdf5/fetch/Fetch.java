package io.vtkhdf.hdf5.fetch;

import io.vtkhdf.hdf5.Fetched;
import io.vtkhdf.hdf5.FileBytes;
import io.vtkhdf.hdf5.Span;
import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.runtime.PendingTasks;
import io.vtkhdf.runtime.SharedMemory;
import io.vtkhdf.runtime.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fetches what pieces of work need, batch by batch in the order of the file, the next batch while several threads are
 * at the last one. What a batch could not fetch is read when its turn comes, so that a failure is that of the piece
 * which meets it.
 *
 * @param <P> a piece
 */
public final class Fetch<P> {

    /** So many are put in order at a time. */
    private static final int PIECES = 1 << 14;

    /**
     * A piece of work.
     *
     * @param span what is to be fetched for it; null if that is nothing
     */
    public record Piece<P>(P what, Span span) {

        long address() {
            return span == null ? -1 : span.address();
        }

        int size() {
            return span == null ? 0 : span.size();
        }
    }

    /** Where pieces come from, one at a time. */
    @FunctionalInterface
    public interface Source<P> {

        /** The next one; null if there is none. */
        P next() throws IOException;
    }

    /** What is done with the pieces of a batch: by several threads, each taking one after the other. */
    @FunctionalInterface
    public interface Work<P> {
        void run(FileBytes bytes, Source<P> pieces) throws IOException;
    }

    private final FileBytes bytes;
    private final SharedMemory memory;
    private final long mostBatch;

    public Fetch(FileBytes bytes, SharedMemory memory) {
        this(bytes, memory, mostBatch());
    }

    Fetch(FileBytes bytes, SharedMemory memory, long mostBatch) {
        this.bytes = bytes;
        this.memory = memory;
        this.mostBatch = mostBatch;
    }

    /** The most bytes that are asked for at a time, unless a single piece needs more. */
    public static long mostBatch() {
        return MemoryBudget.FETCHED_BATCH.bytes();
    }

    /** @param workers how many threads at most, this one among them */
    public void run(int workers, Source<Piece<P>> plan, Work<P> work) throws IOException {
        Batches batches = new Batches(plan);
        Batch next = batches.next();
        while (next != null) {
            try (Batch present = next) {
                next = null;
                present.fetch();
                next = batches.next();
                if (next != null) {
                    next.fetchAhead();
                }
                present.run(workers, work);
            } catch (IOException | RuntimeException | Error e) {
                if (next != null) {
                    next.close();
                }
                throw e;
            }
        }
    }

    private final class Batches {
        private final Source<Piece<P>> plan;
        private List<Piece<P>> ordered = List.of();
        private int used;

        Batches(Source<Piece<P>> plan) {
            this.plan = plan;
        }

        /** Null if there are no more pieces. */
        Batch next() throws IOException {
            if (used == ordered.size() && !fill()) {
                return null;
            }
            int first = used;
            long size = 0;
            do {
                size += ordered.get(used++).size();
            } while (used < ordered.size() && ordered.get(used).size() <= mostBatch - size);
            return new Batch(ordered.subList(first, used), size);
        }

        private boolean fill() throws IOException {
            used = 0;
            ordered = new ArrayList<>();
            for (Piece<P> piece = plan.next(); piece != null; piece = plan.next()) {
                ordered.add(piece);
                if (ordered.size() == PIECES) {
                    break;
                }
            }
            ordered.sort(Comparator.comparingLong(Piece::address));
            return !ordered.isEmpty();
        }
    }

    private final class Batch implements AutoCloseable {
        private final List<Piece<P>> pieces;
        private final long size;
        private final PendingTasks<FileBytes> ahead = new PendingTasks<>(Workers.atNetwork());
        private boolean holding;
        private FileBytes fetched;

        Batch(List<Piece<P>> pieces, long size) {
            this.pieces = pieces;
            this.size = size;
        }

        /** Begins with it if there is memory now. */
        void fetchAhead() {
            holding = memory.tryTake(size);
            if (holding) {
                ahead.submit(this::read);
            }
        }

        void fetch() throws IOException {
            if (!holding) {
                memory.take(size);
                holding = true;
                fetched = read();
            } else {
                fetched = ahead.take();
            }
        }

        private FileBytes read() {
            try {
                return Fetched.of(
                        bytes,
                        pieces.stream()
                                .map(Piece::span)
                                .filter(Objects::nonNull)
                                .toList());
            } catch (IOException e) {
                return bytes;
            }
        }

        void run(int workers, Work<P> work) throws IOException {
            AtomicInteger next = new AtomicInteger();
            Workers.together(Math.min(workers, pieces.size()), () -> {
                try {
                    work.run(fetched, () -> {
                        int index = next.getAndIncrement();
                        return index < pieces.size() ? pieces.get(index).what() : null;
                    });
                } finally {
                    next.set(pieces.size()); // After a failure the others stop, too.
                }
            });
        }

        @Override
        public void close() {
            ahead.drop();
            if (holding) {
                memory.giveBack(size);
            }
        }
    }
}
