package io.vtkhdf.hdf5.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.hdf5.Datatype;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Hdf5WriterTest {

    @TempDir
    Path directory;

    @Test
    void is_readable_after_each_commit_and_keeps_what_was_committed() throws IOException {
        Path path = directory.resolve("a.h5");
        try (Hdf5Writer file = create(path)) {
            Group root = new Group();
            file.commit(root);
            byte[] first = Files.readAllBytes(path);

            root.link("one", file.appendDataset(Datatype.signed(1), new long[] {3}, bytes(1, 2, 3)));
            file.commit(root);

            byte[] second = Files.readAllBytes(path);
            int superblock = 48;
            assertArrayEquals(
                    Arrays.copyOfRange(first, superblock, first.length),
                    Arrays.copyOfRange(second, superblock, first.length),
                    "nothing after the superblock is overwritten");
            try (HdfFile before = HdfFile.fromBytes(first);
                    HdfFile after = HdfFile.fromBytes(second)) {
                assertEquals(0, before.getChildren().size());
                assertArrayEquals(new byte[] {1, 2, 3}, (byte[])
                        after.getDatasetByPath("one").getData());
            }
        }
    }

    @Test
    void writes_attributes_strings_and_many_links() throws IOException {
        Path path = directory.resolve("a.h5");
        List<String> strings = List.of("", "a", "ä€", "x".repeat(10_000), "tail");
        try (Hdf5Writer file = create(path)) {
            Group root = new Group().set(Attribute.ofString("ascii", "abc")).set(Attribute.ofString("utf8", "ä"));
            root.set(Attribute.ofInts("ints", 1, -2)).set(Attribute.ofDoubles("doubles", 0.5));
            root.link("strings", file.appendStrings(strings));
            for (int i = 0; i < 300; i++) {
                root.link("group " + i, new Group());
            }
            file.commit(root);
        }
        try (HdfFile file = new HdfFile(path)) {
            assertEquals("abc", file.getAttribute("ascii").getData());
            assertEquals("ä", file.getAttribute("utf8").getData());
            assertArrayEquals(
                    new int[] {1, -2}, (int[]) file.getAttribute("ints").getData());
            assertArrayEquals(
                    new double[] {0.5}, (double[]) file.getAttribute("doubles").getData());
            assertEquals(301, file.getChildren().size());
            assertEquals(strings.size(), file.getDatasetByPath("strings").getDimensions()[0]);
            assertEquals(
                    "x".repeat(10_000),
                    ((String[]) file.getDatasetByPath("strings").getData())[3]);
        }
    }

    @Test
    void refuses_names_that_are_none() {
        Group group = new Group().link("a", new Group());

        for (String name : List.of("", ".", "a/b", "a\0", "a", "x".repeat(0x10000))) {
            assertThrows(IllegalArgumentException.class, () -> group.link(name, new Group()), name);
        }
    }

    @Test
    void repeats_its_first_failure() throws IOException {
        FailingChannel channel = new FailingChannel(3);
        try (Hdf5Writer file = Hdf5Writer.create(Path.of("a.h5"), channel, Hdf5Writer.Durability.CACHED)) {
            file.append(bytes(1));
            file.append(bytes(2));

            IOException first = assertThrows(IOException.class, () -> file.append(bytes(3)));
            IOException again = assertThrows(IOException.class, () -> file.commit(new Group()));

            assertEquals("a.h5: could not be written: No space left on device", first.getMessage());
            assertEquals(first.getMessage(), again.getMessage());
        }
    }

    @Test
    void forces_what_is_committed_and_then_the_commit() throws IOException {
        FailingChannel cached = new FailingChannel(100);
        try (Hdf5Writer file = Hdf5Writer.create(Path.of("a.h5"), cached, Hdf5Writer.Durability.CACHED)) {
            file.commit(new Group());
        }
        assertEquals(List.of("0", "48", "0"), cached.calls);
        FailingChannel forced = new FailingChannel(100);
        try (Hdf5Writer file = Hdf5Writer.create(Path.of("a.h5"), forced, Hdf5Writer.Durability.FORCED)) {
            file.append(bytes(1, 2));
            file.commit(new Group());
        }
        assertEquals(List.of("0", "force", "48", "56", "force", "0", "force"), forced.calls);
    }

    /** Given up after a commit has written its tree, before the superblock points to it. */
    @Test
    void a_commit_under_way_does_not_reach_a_file_that_is_given_up() throws IOException {
        Path path = directory.resolve("a.h5");
        try (Hdf5Writer file = create(path)) {
            file.commit(new Group());
        }
        byte[] before = Files.readAllBytes(path);
        try (OutputFile output = OutputFile.open(path, false)) {
            EarlierFile earlier = EarlierFile.of(output);
            AtomicReference<Hdf5Writer> writer = new AtomicReference<>();
            FailingChannel channel = new FailingChannel(100) {
                @Override
                public int write(ByteBuffer source, long position) throws IOException {
                    return output.channel().write(source, position);
                }

                @Override
                public void force(boolean metaData) {
                    assertTrue(assertDoesNotThrow(() -> Files.size(path)) > before.length);
                    assertTrue(assertDoesNotThrow(() -> earlier.restore(writer.get())));
                }
            };
            writer.set(Hdf5Writer.resume(path, channel, Hdf5Writer.Durability.FORCED, earlier.length()));
            long address = writer.get().append(bytes(1, 2, 3));
            assertThrows(IOException.class, () -> writer.get().commit(new Group()));
            assertThrows(IOException.class, () -> writer.get().write(address, bytes(1)));
        }
        assertArrayEquals(before, Files.readAllBytes(path));
    }

    @Test
    void writes_a_large_index_in_pieces() throws IOException {
        FailingChannel channel = new FailingChannel(1000);
        try (Hdf5Writer file = Hdf5Writer.create(Path.of("a.h5"), channel, Hdf5Writer.Durability.CACHED)) {
            int[] chunk = {1};
            Layout layout = new ChunkedLayout(chunk, 1, List.of(), new ChunkTable(1 << 20));
            Group root = new Group()
                    .link("a", new Dataset(Datatype.signed(1), new long[] {1 << 20}, layout, bytes().array()));
            long size = file.commit(root);
            assertEquals((8 << 20) + 4 * 1024, size, 1000);
        }
        assertEquals(39, channel.calls.size(), 3, "pieces of some 224 KiB");
    }

    private static Hdf5Writer create(Path path) throws IOException {
        return Hdf5Writer.create(
                path,
                FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                Hdf5Writer.Durability.CACHED);
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.flip();
    }
}
