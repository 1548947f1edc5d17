package io.vtkhdf.hdf5.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.hdf5.FileBytes;
import io.vtkhdf.hdf5.Span;
import io.vtkhdf.runtime.SharedMemory;
import io.vtkhdf.testing.RemoteBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FetchTest {

    private static final int BASE = 100;
    private static final int BATCH = 64 << 10;

    private final byte[] content = new byte[1 << 20];
    private final SharedMemory memory = new SharedMemory(3 * BATCH);
    private final Random random = new Random(5);

    FetchTest() {
        random.nextBytes(content);
    }

    private FileBytes file(ByteSource source) {
        return new FileBytes(source, BASE, content.length - BASE);
    }

    private List<Fetch.Piece<Span>> pieces(int count) {
        List<Fetch.Piece<Span>> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int size = random.nextInt(8 << 10);
            Span span = new Span(random.nextInt(content.length - BASE - size), size);
            pieces.add(new Fetch.Piece<>(span, i % 9 == 0 ? null : span));
        }
        return pieces;
    }

    private static Fetch.Source<Fetch.Piece<Span>> plan(List<Fetch.Piece<Span>> pieces) {
        Iterator<Fetch.Piece<Span>> left = pieces.iterator();
        return () -> left.hasNext() ? left.next() : null;
    }

    private void check(FileBytes bytes, Span span) throws IOException {
        int from = BASE + (int) span.address();
        assertArrayEquals(
                Arrays.copyOfRange(content, from, from + span.size()), bytes.read(span.address(), span.size()));
    }

    @Test
    void holdsNoMoreThanIsFair() throws IOException {
        RemoteBytes source = new RemoteBytes("bytes", content);
        List<Fetch.Piece<Span>> pieces = pieces(300);
        long total = pieces.stream().mapToLong(Fetch.Piece::size).sum();
        AtomicLong most = new AtomicLong();
        List<Span> done = Collections.synchronizedList(new ArrayList<>());
        List<Span> unfetched = new ArrayList<>();
        pieces.stream().filter(piece -> piece.span() == null).forEach(piece -> unfetched.add(piece.what()));
        new Fetch<Span>(file(source), memory, BATCH).run(4, plan(pieces), (bytes, taken) -> {
            for (Span span = taken.next(); span != null; span = taken.next()) {
                most.accumulateAndGet(memory.taken(), Math::max);
                if (!unfetched.contains(span)) {
                    check(bytes, span);
                }
                done.add(span);
            }
        });
        assertEquals(300, done.size());
        assertTrue(most.get() <= 2 * BATCH, "held: " + most);
        assertTrue(source.largestList() <= BATCH);
        assertTrue(source.lists() <= total / (BATCH - (8 << 10)) + 1, "lists: " + source.lists());
        assertEquals(0, memory.taken());
    }

    @Test
    void fetchesAPieceThatIsLargerThanABatch() throws IOException {
        RemoteBytes source = new RemoteBytes("bytes", content);
        Span large = new Span(10, 5 * BATCH);
        List<Fetch.Piece<Span>> pieces = List.of(new Fetch.Piece<>(large, large));
        new Fetch<Span>(file(source), memory, BATCH).run(2, plan(pieces), (bytes, taken) -> check(bytes, taken.next()));
        assertEquals(1, source.lists());
        assertEquals(0, memory.taken());
    }

    @Test
    void asksForNothingIfNothingIsNeeded() throws IOException {
        RemoteBytes source = new RemoteBytes("bytes", content);
        AtomicInteger done = new AtomicInteger();
        List<Fetch.Piece<Span>> pieces = Collections.nCopies(20_000, new Fetch.Piece<>(new Span(0, 1), null));
        new Fetch<Span>(file(source), memory, BATCH).run(2, plan(pieces), (bytes, taken) -> {
            while (taken.next() != null) {
                done.incrementAndGet();
            }
        });
        assertEquals(20_000, done.get());
        assertEquals(0, source.lists());
    }

    @Test
    void readsPieceByPieceWhatFailsTogether() throws IOException {
        ByteSource source = new Failing(false);
        List<Fetch.Piece<Span>> pieces = pieces(50);
        new Fetch<Span>(file(source), memory, BATCH).run(3, plan(pieces), (bytes, taken) -> {
            for (Span span = taken.next(); span != null; span = taken.next()) {
                check(bytes, span);
            }
        });
        assertEquals(0, memory.taken());
    }

    @Test
    void endsWithTheFirstFailure() {
        ByteSource source = new Failing(true);
        List<Fetch.Piece<Span>> pieces = pieces(300);
        AtomicInteger begun = new AtomicInteger();
        IOException failure = assertThrows(
                IOException.class,
                () -> new Fetch<Span>(file(source), memory, BATCH).run(3, plan(pieces), (bytes, taken) -> {
                    for (Span span = taken.next(); span != null; span = taken.next()) {
                        begun.incrementAndGet();
                        bytes.read(span.address(), span.size());
                    }
                }));
        assertTrue(failure.getMessage().contains("unplugged"), failure.getMessage());
        assertTrue(begun.get() <= 3);
        assertEquals(0, memory.taken());
    }

    /** Fails whenever several ranges are wanted, or always. */
    private final class Failing implements ByteSource {
        private final boolean always;

        Failing(boolean always) {
            this.always = always;
        }

        @Override
        public String name() {
            return "bytes";
        }

        @Override
        public long length() {
            return content.length;
        }

        @Override
        public boolean isRemote() {
            return true;
        }

        @Override
        public void read(long position, ByteBuffer target) throws IOException {
            if (always) {
                throw new IOException("unplugged");
            }
            target.put(content, (int) position, target.remaining());
        }

        @Override
        public void read(List<Range> ranges) throws IOException {
            throw new IOException("unplugged");
        }

        @Override
        public void close() {}
    }
}
