package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.AnotherWriterException;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteListener;
import io.vtkhdf.write.WriteOptions;
import io.vtkhdf.write.WritePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** File systems without locks, and what reaches the disk when. */
class PlainFileSystemTest {

    private static final ImageGeometry IMAGE = ImageGeometry.of(2, 1, 2);

    @TempDir
    private Path folder;

    private final WatchedFiles files = new WatchedFiles();
    private final List<String> warnings = new ArrayList<>();

    private final WriteListener listener = new WriteListener() {
        @Override
        public void warned(String message) {
            warnings.add(message);
        }
    };

    /** As NFS without its lock daemon: ENOLCK. */
    private static final IoWatch NO_LOCKS = new IoWatch() {
        @Override
        public <T> T watch(IoCall call, Action<T> action) throws IOException {
            if (call.kind() == IoCall.Kind.LOCK) {
                throw call.error("No locks available");
            }
            return action.run();
        }
    };

    @Test
    void withoutLocksFilesAreWrittenAndOneWarningTells() throws Exception {
        files.watchedBy(NO_LOCKS);
        Path file = files.path(folder.resolve("out.vtkhdf"));
        WriteOptions options = WriteOptions.defaults().withCommits(Commits.onDemand());
        for (WriteOptions each : List.of(
                options,
                options.withOverwrite(true),
                options.withOverwrite(true).withInPlace(true),
                options.withOverwrite(true).withResume(true))) {
            warnings.clear();
            new WritePlan(file, each).requireCreatable();
            write(file, each);
            assertEquals(1, warnings.size(), warnings.toString());
            Path written = each.isInPlace() ? file : ImageDataWriter.partOf(file);
            assertEquals(
                    written + ": found a file system without locks, expected some: make sure that no other process"
                            + " writes it",
                    warnings.get(0));
        }
        files.requireAllClosed();
        try (ImageDataReader reader = ImageDataReader.open(folder.resolve("out.vtkhdf"))) {
            assertArrayEquals(new byte[] {3, 4}, (byte[]) reader.pointArray("a").readSlice(1));
        }
    }

    @Test
    void withoutLocksWritersOfThisProcessAreKeptApart() throws Exception {
        files.watchedBy(NO_LOCKS);
        Path file = files.path(folder.resolve("out.vtkhdf"));
        WriteOptions options =
                WriteOptions.defaults().withCommits(Commits.onDemand()).withResume(true);
        try (ImageDataWriter first = ImageDataWriter.create(file, IMAGE, options)) {
            first.createPointArray("a", ScalarType.UINT8).writeSlice(0, new byte[] {1, 2});
            assertThrows(AnotherWriterException.class, () -> ImageDataWriter.create(file, IMAGE, options));
            first.abort();
        }
        try (ImageDataWriter again = ImageDataWriter.create(file, IMAGE, options)) {
            assertTrue(again.createPointArray("a", ScalarType.UINT8).isWritten(0));
            again.abort();
        }
        files.requireAllClosed();
    }

    @Test
    void theNameOfADurableFileReachesTheDiskWithItsFirstCommit() throws Exception {
        List<String> calls = Collections.synchronizedList(new ArrayList<>());
        files.watchedBy(new IoWatch() {
            @Override
            public <T> T watch(IoCall call, Action<T> action) throws IOException {
                if (call.kind() == IoCall.Kind.FORCE) {
                    calls.add(call.file().getFileName().toString());
                }
                return action.run();
            }
        });
        Path file = files.path(folder.resolve("out.vtkhdf"));
        WriteOptions options = WriteOptions.defaults()
                .withCommits(Commits.onDemand())
                .withDurable(true)
                .withResume(true);
        String name = folder.getFileName().toString();
        try (ImageDataWriter killed = ImageDataWriter.create(file, IMAGE, options)) {
            assertEquals("out.vtkhdf.part", calls.get(0));
            assertEquals(name, calls.get(calls.size() - 1));
            killed.createPointArray("a", ScalarType.UINT8).writeSlice(0, new byte[] {1, 2});
            killed.commit();
            killed.abort();
        }
        calls.clear();
        try (ImageDataWriter resumed = ImageDataWriter.create(file, IMAGE, options)) {
            assertEquals(List.of(name), calls);
            resumed.createPointArray("a", ScalarType.UINT8).writeSlice(1, new byte[] {3, 4});
            resumed.finish();
        }
        assertEquals(name, calls.get(calls.size() - 1));
    }

    private void write(Path file, WriteOptions options) throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, options, listener)) {
            ArrayWriter array = writer.createPointArray("a", ScalarType.UINT8);
            array.writeSlice(0, new byte[] {1, 2});
            writer.commit();
            array.writeSlice(1, new byte[] {3, 4});
            writer.finish();
        }
    }
}
