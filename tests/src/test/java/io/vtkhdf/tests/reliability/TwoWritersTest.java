package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.cli.Main;
import io.vtkhdf.error.AnotherWriterException;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers of one file, in two processes, and one that finds what another has left. */
class TwoWritersTest {

    private static final Specimen SPECIMEN = Specimen.of(4, 3, 5);
    private static final WriteOptions ON_DEMAND = WriteOptions.defaults().withCommits(Commits.onDemand());

    @TempDir
    private Path folder;

    private Path output;
    private Path part;

    @BeforeEach
    void name() {
        output = folder.resolve("image.vtkhdf");
        part = folder.resolve("image.vtkhdf.part");
    }

    @Test
    void oneProcessKeepsTheOtherAway() throws Exception {
        keepAway(part, WriteOptions.defaults());
    }

    /** Closing any channel of a file ends a process's lock of it, says POSIX. */
    @Test
    void oneProcessKeepsTheOtherAwayThoughItReadsItsOwnFile() throws Exception {
        keepAway(output, WriteOptions.defaults().withInPlace(true), "--in-place");
    }

    @Test
    void oneProcessDoesNotReplaceWhatTheOtherWritesInPlace() throws Exception {
        keepAway(output, WriteOptions.defaults().withInPlace(true));
    }

    /** An interruption closes the channel, and with it ends the lock. */
    @Test
    void whoWasInterruptedDoesNotDeleteWhatTheOtherHasTakenOver() throws Exception {
        ImageDataWriter writer = ImageDataWriter.create(output, SPECIMEN.geometry());
        ArrayWriter array = SPECIMEN.create(writer).get(0);
        Thread.currentThread().interrupt();
        assertThrows(IOException.class, () -> SPECIMEN.writeSlice(array, 0));
        assertTrue(Thread.interrupted());
        try (ChildJvm other = new ChildJvm(StuckWriter.class.getName(), output)) {
            assertEquals("stuck", other.line());
            writer.abort();
            assertTrue(Files.exists(part));
            other.kill();
        }
    }

    /** Begins a file and waits. */
    static final class StuckWriter {
        public static void main(String[] args) throws Exception {
            ImageDataWriter.create(Path.of(args[0]), SPECIMEN.geometry());
            System.out.println("stuck");
            Thread.sleep(600_000); // It is killed long before.
        }
    }

    /** By way of a link to the folder, which a thread of its own has tried before. */
    @Test
    void oneProcessKeepsTheOtherAwayByAnotherName() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        Path hard = folder.resolve("hard.vtkhdf");
        for (WriteOptions options :
                List.of(WriteOptions.defaults(), WriteOptions.defaults().withInPlace(true))) {
            try (ImageDataWriter writer = ImageDataWriter.create(output, SPECIMEN.geometry(), options)) {
                fill(writer);
                writer.commit();
                Path other = link.resolve(output.getFileName());
                if (options.isInPlace()) {
                    Files.createLink(hard, output);
                    other = hard;
                }
                for (Path name : List.of(other, link.resolve(output.getFileName()))) {
                    WriteOptions overwrite = options.withOverwrite(true);
                    assertThrows(IOException.class, () -> ImageDataWriter.create(name, SPECIMEN.geometry(), overwrite));
                    String place = options.isInPlace() ? "--in-place" : "--quiet";
                    requireKeptAway("convert", input(), name, "--overwrite", place);
                }
                writer.finish();
            }
            SPECIMEN.requireWhole(output);
            Files.delete(output);
        }
    }

    private Path input() throws IOException {
        Path input = folder.resolve("in.vtkhdf");
        if (!Files.exists(input)) {
            write(input);
        }
        return input;
    }

    private static void requireKeptAway(Object... args) throws Exception {
        try (ChildJvm other = new ChildJvm(Main.class.getName(), args)) {
            String line = other.line();
            assertTrue(line.endsWith("another writer is writing it"), line);
            assertEquals(3, other.exitCode());
        }
    }

    private void keepAway(Path written, WriteOptions options, String... more) throws Exception {
        Path input = input();
        try (ImageDataWriter writer = ImageDataWriter.create(output, SPECIMEN.geometry(), options)) {
            fill(writer);
            writer.commit();
            for (int i = 0; i < 3; i++) {
                ImageDataReader.open(written).close();
            }
            Object[] args = new Object[4 + more.length];
            System.arraycopy(new Object[] {"convert", input, output, "--overwrite"}, 0, args, 0, 4);
            System.arraycopy(more, 0, args, 4, more.length);
            requireKeptAway(args);
            writer.finish();
        }
        SPECIMEN.requireWhole(output);
    }

    /** A process that is killed after it gave a file its name, and before it took the old one away. */
    @Test
    void whatHasTwoNamesIsNotEmptied() throws Exception {
        write(output);
        byte[] finished = Files.readAllBytes(output);
        WriteOptions overwrite = WriteOptions.defaults().withOverwrite(true);
        for (WriteOptions options : new WriteOptions[] {overwrite, overwrite.withResume(true)}) {
            Files.createLink(part, output);
            try (ImageDataWriter writer = ImageDataWriter.create(output, SPECIMEN.geometry(), options)) {
                SPECIMEN.writeSlice(SPECIMEN.create(writer).get(0), 1);
                writer.commit();
                writer.abort();
            }
            assertArrayEquals(finished, Files.readAllBytes(output));
            Files.deleteIfExists(part);
        }
    }

    @Test
    void aFileThatIsGivenItsNameHasNoOther() throws Exception {
        write(output);
        assertFalse(Files.exists(part));
    }

    /** Whoever comes second, in this process or another one, finds the file taken, and adds to it afterwards. */
    @Test
    void oneAppendsToASeriesAtATime() throws Exception {
        Subject series = Subjects.APPENDED_SERIES.of(4, 3, 4, 5);
        series.prepare(folder);
        try (SubjectWriter writer = series.open(output, ON_DEMAND, Progress.NONE)) {
            for (int step = 0; step < 2; step++) {
                for (SubjectSlice slice : writer.next()) {
                    slice.write(Progress.NONE);
                }
                writer.commit();
                SliceSets committed = series.slicesOf(output);
                assertThrows(AnotherWriterException.class, () -> ImageSeriesWriter.append(output));
                WriteOptions inPlace = ON_DEMAND.withInPlace(true).withOverwrite(true);
                assertThrows(
                        AnotherWriterException.class,
                        () -> ImageDataWriter.create(output, SPECIMEN.geometry(), inPlace));
                try (ChildJvm other = new ChildJvm(Appender.class.getName(), output)) {
                    String line = other.line();
                    assertTrue(line.endsWith("another writer is writing it"), line);
                }
                committed.requireWithin(series.slicesOf(output), "were there and are lost");
            }
            writer.abort();
        }
        try (ChildJvm other = new ChildJvm(Appender.class.getName(), output)) {
            assertEquals("done", other.line());
        }
        series.requireWhole(output);
    }

    /** Appends what is missing. */
    static final class Appender {
        public static void main(String[] args) throws IOException {
            Subject series = Subjects.APPENDED_SERIES.of(4, 3, 4, 5);
            try (SubjectWriter writer = series.open(Path.of(args[0]), ON_DEMAND, Progress.NONE)) {
                writer.writeAll(Progress.NONE);
                System.out.println("done");
            } catch (AnotherWriterException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    /** Many threads and one file: one of them has it, the others hear of that, and all steps are there in the end. */
    @Test
    void manyThreadsAppendToASeries() throws Exception {
        Path file = folder.resolve("run.vtkhdf");
        Subject first = Subjects.GROWING_SERIES.of(4, 3, 4, 3);
        try (SubjectWriter writer = first.open(file, ON_DEMAND, Progress.NONE)) {
            writer.writeAll(Progress.NONE);
        }
        int steps = 43;
        SeriesSpecimen series = SeriesSpecimen.growing(4, 3, 4, steps);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> ends = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ends.add(threads.submit(() -> appendAll(file, steps)));
        }
        int refused = 0;
        for (Future<Integer> end : ends) {
            refused += end.get();
        }
        threads.shutdown();
        assertTrue(refused > 0, "nobody was kept away");
        series.requireWhole(file);
    }

    /** One step after the other, each by a writer of its own; returns how often the file was taken. */
    private static int appendAll(Path file, int steps) throws IOException {
        int refused = 0;
        for (int there = 0; there < steps; ) {
            try (ImageSeriesWriter writer = ImageSeriesWriter.append(file, ON_DEMAND)) {
                there = writer.times().length + 1;
                if (there <= steps) {
                    SeriesSpecimen.growing(4, 3, 4, there)
                            .opened(writer, true, Progress.NONE)
                            .writeAll(Progress.NONE);
                } else {
                    writer.finish();
                }
            } catch (AnotherWriterException e) {
                refused++;
            }
        }
        return refused;
    }

    private static void write(Path file) throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(file, SPECIMEN.geometry())) {
            fill(writer);
            writer.finish();
        }
    }

    private static void fill(ImageDataWriter writer) throws IOException {
        for (ArrayWriter array : SPECIMEN.create(writer)) {
            for (int k = 0; k < array.dimensions().z(); k++) {
                SPECIMEN.writeSlice(array, k);
            }
        }
    }
}
