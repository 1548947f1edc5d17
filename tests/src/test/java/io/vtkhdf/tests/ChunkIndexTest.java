package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The files of {@code make_chunk_indexes.py}, from here and from afar: 5,800 chunks, and what tells where they are. */
@Tag("h5py")
class ChunkIndexTest {

    private static final Dimensions SIZE = new Dimensions(40, 50, 60);
    /** For the header, the levels of a tree or the super blocks of an array, their blocks, and the chunk. */
    private static final int MOST_LISTS = 20;

    @TempDir
    static Path scratch;

    /** Counts how often it is asked. */
    private static final class Remote implements ByteSource {
        private final byte[] bytes;
        private int lists;

        Remote(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public String name() {
            return "remote";
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public boolean isRemote() {
            return true;
        }

        @Override
        public void read(long position, ByteBuffer target) throws IOException {
            read(List.of(new Range(position, target)));
        }

        @Override
        public synchronized void read(List<Range> ranges) throws IOException {
            lists++;
            for (Range range : ranges) {
                requireInside(range.position(), range.target().remaining());
                range.target().put(bytes, (int) range.position(), range.target().remaining());
            }
        }

        @Override
        public void close() {}
    }

    @TestFactory
    Stream<DynamicTest> readsWhatH5pyWrote() throws IOException, InterruptedException {
        Tool.run(
                scratch,
                List.of(
                        Tool.python(),
                        Tool.pythonScript("make_chunk_indexes.py").toString(),
                        scratch.toString()));
        List<DynamicTest> tests = new ArrayList<>();
        for (String index : List.of("tree-1", "fixed", "extensible", "tree-2")) {
            for (String packed : List.of("", "-packed")) {
                Path file = scratch.resolve(index + packed + ".h5");
                tests.add(dynamicTest(index + packed, () -> check(file)));
            }
        }
        return tests.stream();
    }

    private static void check(Path file) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            check(reader.pointArray("a"), Region.all(SIZE));
        }
        Remote remote = new Remote(Files.readAllBytes(file));
        try (ImageDataReader reader = ImageDataReader.open(remote)) {
            ArrayReader array = reader.pointArray("a");
            remote.lists = 0;
            check(array, new Region(3, 4, 5, new Dimensions(1, 1, 1)));
            assertTrue(remote.lists <= MOST_LISTS, "lists: " + remote.lists);
            remote.lists = 0;
            check(array, Region.all(SIZE));
            assertTrue(remote.lists <= 2, "lists: " + remote.lists);
            check(array, new Region(7, 0, 39, new Dimensions(2, 50, 4)));
        }
    }

    private static void check(ArrayReader array, Region region) throws IOException {
        int[] expected = new int[(int) region.size().count()];
        for (int i = 0; i < expected.length; i++) {
            int x = region.x() + i % region.size().x();
            int y = region.y() + i / region.size().x() % region.size().y();
            int z = region.z() + i / region.size().x() / region.size().y();
            expected[i] = z / 2 == 20 ? -1 : (z * SIZE.y() + y) * SIZE.x() + x;
        }
        assertArrayEquals(expected, array.readInts(region, Order.X_FASTEST));
    }
}
