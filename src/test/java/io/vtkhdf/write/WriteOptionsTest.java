package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.compat.VtkRelease;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WriteOptionsTest {

    /** Each changes one property, and the other takes the change back. */
    private record Change(UnaryOperator<WriteOptions> made, UnaryOperator<WriteOptions> undone) {}

    private static final WriteOptions DEFAULTS = WriteOptions.defaults();

    private static final List<Change> CHANGES = List.of(
            new Change(o -> o.withStorage(Storage.gzip(2)), o -> o.withStorage(Storage.raw())),
            new Change(
                    o -> o.withCommits(Commits.onDemand()), o -> o.withCommits(Commits.every(Duration.ofSeconds(5)))),
            new Change(o -> o.withDeflateEngine(DeflateEngine.JDK), o -> o.withDeflateEngine(DeflateEngine.AUTO)),
            new Change(o -> o.withThreads(1000), o -> o.withThreads(DEFAULTS.threads())),
            new Change(o -> o.withMemory(7), o -> o.withMemory(DEFAULTS.memory())),
            new Change(o -> o.withOldestReader(VtkRelease.VTK_9_3), WriteOptions::withoutOldestReader),
            new Change(o -> o.withWarnings(true), o -> o.withWarnings(false)),
            new Change(o -> o.withSource("a.vti"), WriteOptions::withoutSource),
            new Change(o -> o.withOverwrite(true), o -> o.withOverwrite(false)),
            new Change(o -> o.withInPlace(true), o -> o.withInPlace(false)),
            new Change(o -> o.withKeepExtent(true), o -> o.withKeepExtent(false)),
            new Change(o -> o.withFillMissing(true), o -> o.withFillMissing(false)),
            new Change(o -> o.withResume(true), o -> o.withResume(false)),
            new Change(o -> o.withDurable(true), o -> o.withDurable(false)));

    @Test
    void everyPropertyCountsAndCanBeUndone() {
        WriteOptions all = DEFAULTS;
        for (Change change : CHANGES) {
            WriteOptions changed = change.made.apply(DEFAULTS);
            assertNotEquals(DEFAULTS, changed);
            assertNotEquals(DEFAULTS.toString(), changed.toString());
            assertEquals(changed, change.made.apply(WriteOptions.defaults()));
            assertEquals(changed.hashCode(), change.made.apply(DEFAULTS).hashCode());
            assertEquals(DEFAULTS, change.undone.apply(changed));
            all = change.made.apply(all);
        }
        for (Change change : CHANGES) {
            assertNotEquals(all, change.undone.apply(all)); // No change has lost another.
        }
        assertEquals(WriteOptions.defaults(), DEFAULTS);
    }

    @Test
    void valuesAreEqualByWhatTheySay() {
        List<Supplier<Object>> values = List.of(
                () -> Storage.raw(),
                () -> Storage.gzip(1),
                () -> Storage.gzip(2),
                () -> Storage.gzip(1).withoutShuffle(),
                () -> Storage.gzip(1).withChecksum(),
                () -> Storage.chunked(ChunkShape.slice()),
                () -> Storage.chunked(ChunkShape.brick()),
                () -> Storage.chunked(ChunkShape.of(32, 32, 31)),
                ChunkShape::slice,
                ChunkShape::brick,
                () -> ChunkShape.of(1, 2, 3),
                () -> ChunkShape.of(3, 2, 1),
                () -> ChunkShape.of(Integer.MAX_VALUE, Integer.MAX_VALUE, 1), // Unlike a slice, it is never cut.
                Commits::onDemand,
                () -> Commits.everySlices(5),
                () -> Commits.everySlices(6),
                () -> Commits.every(Duration.ofSeconds(5)),
                () -> Commits.every(Duration.ofSeconds(6)));
        for (int i = 0; i < values.size(); i++) {
            for (int j = 0; j < values.size(); j++) {
                Object one = values.get(i).get();
                Object other = values.get(j).get();
                assertEquals(i == j, one.equals(other), one + " and " + other);
                assertEquals(i == j, one.toString().equals(other.toString()), one + " and " + other);
                if (i == j) {
                    assertEquals(one.hashCode(), other.hashCode());
                }
            }
        }
        assertEquals(Storage.fast(), Storage.gzip(1).withChunk(ChunkShape.slice()));
        assertEquals(ChunkShape.brick(), ChunkShape.of(32, 32, 32));
    }

    @Test
    void areShownInWords() {
        assertEquals(
                "chunks of 32 x 32 x 32, filters [shuffle, deflate] at level 3",
                Storage.gzip(3).withChunk(ChunkShape.brick()).toString());
        assertEquals(
                "chunks of slices, filters []",
                Storage.chunked(ChunkShape.slice()).toString());
        assertEquals(
                "raw, commits every PT5S, engine AUTO, 3 threads, 1073741824 bytes of memory, RESUME",
                DEFAULTS.withThreads(3).withMemory(1 << 30).withResume(true).toString());
        assertEquals("on demand", Commits.onDemand().toString());
        assertEquals("every 3 slices", Commits.everySlices(3).toString());
    }

    @Test
    void refuseWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withThreads(0));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withThreads(1025));
        assertThrows(IllegalArgumentException.class, () -> DEFAULTS.withMemory(0));
        assertThrows(NullPointerException.class, () -> DEFAULTS.withStorage(null));
        assertThrows(NullPointerException.class, () -> DEFAULTS.withCommits(null));
        assertThrows(NullPointerException.class, () -> DEFAULTS.withOldestReader(null));
        assertFalse(DEFAULTS.equals(null));
    }
}
