package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vtkhdf.write.Commits;
import io.vtkhdf.write.DeflateEngine;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each call that the writer makes fails once, in each way, for each manner of writing. */
class WriterFaultsTest {

    private static final byte[] EARLIER = "an earlier file".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path scratch;

    /** How the file is written. */
    enum Manner {
        NEW(WriteOptions.defaults()),
        OVERWRITE(WriteOptions.defaults().withOverwrite(true)),
        DURABLE(WriteOptions.defaults().withOverwrite(true).withDurable(true)),
        RESUME(WriteOptions.defaults().withResume(true)),
        IN_PLACE(WriteOptions.defaults().withInPlace(true)),
        IN_PLACE_OVERWRITE(WriteOptions.defaults().withInPlace(true).withOverwrite(true)),
        IN_PLACE_DURABLE(WriteOptions.defaults().withInPlace(true).withDurable(true));

        private final WriteOptions options;

        Manner(WriteOptions options) {
            this.options = options.withThreads(2)
                    .withMemory(200)
                    .withCommits(Commits.onDemand())
                    .withDeflateEngine(DeflateEngine.JDK); // Whose bytes are always the same.
        }

        boolean hasEarlier() {
            return options.overwrites();
        }
    }

    private static final class Job implements FaultJob, Progress {
        private final Subjects kind;
        private final Subject subject;
        private final Manner manner;
        private byte[] expected;
        private boolean isCommitTried;
        private SliceSets written;
        private SliceSets committed;

        Job(Subjects kind, Manner manner) {
            this.kind = kind;
            this.subject = kind == Subjects.IMAGE ? Specimen.of(5, 4, 6) : kind.of(4, 3, 4, 3);
            this.manner = manner;
        }

        private boolean isInPlace() {
            return kind.isAppended() || manner.options.isInPlace();
        }

        private boolean hasEarlier() {
            return !kind.isAppended() && manner.hasEarlier();
        }

        @Override
        public void prepare(Path folder) throws IOException {
            written = new SliceSets();
            committed = subject.prepared();
            isCommitTried = false;
            subject.prepare(folder);
            if (hasEarlier()) {
                Files.write(Subject.output(folder), EARLIER);
            } else if (manner == Manner.RESUME) {
                write(folder, manner.options, true);
            }
        }

        @Override
        public void run(Path folder) throws IOException {
            write(folder, manner.options, false);
        }

        /** With a commit when half of all is written: of a series, within a step. */
        private void write(Path folder, WriteOptions options, boolean isHalf) throws IOException {
            SubjectWriter writer = subject.open(Subject.output(folder), options, this);
            boolean isHalfWritten = false;
            try (writer) {
                for (List<SubjectSlice> slices = writer.next(); !slices.isEmpty(); slices = writer.next()) {
                    for (SubjectSlice slice : slices) {
                        slice.write(this);
                        if (!isHalfWritten && written.count() >= subject.all().count() / 2) {
                            isHalfWritten = true;
                            commit(writer);
                        }
                        if (isHalfWritten && isHalf) {
                            writer.abort(); // What waits to be compressed is dropped, but for what was committed.
                            return;
                        }
                    }
                }
                writer.finish();
            } catch (IOException | RuntimeException | Error e) {
                writer.abort();
                throw e;
            }
        }

        private void commit(SubjectWriter writer) throws IOException {
            isCommitTried = true;
            writer.commit();
            committed = written.copy();
            committed.add(writer.found());
            subject.keepCommitted(committed);
        }

        @Override
        public void started(String what, int number) {}

        @Override
        public void done(String what, int number) {
            written.add(what, number);
        }

        @Override
        public void judge(Path folder, Throwable failure, IoFault fault) throws IOException {
            Path output = Subject.output(folder);
            requireNothingElse(folder, fault);
            if (failure == null) {
                requireComplete(output);
                return;
            } else if (isInPlace()) {
                requireLastCommit(output);
            } else if (Files.exists(output) && !isEarlier(output)) {
                requireComplete(output);
            } else {
                assertEquals(hasEarlier(), Files.exists(output), "the earlier file");
                requireLastCommit(subject.written(folder));
            }
            requireFree(folder);
        }

        private static boolean isEarlier(Path output) throws IOException {
            return Arrays.equals(EARLIER, Files.readAllBytes(output));
        }

        /** An image's bytes are always the same; of a series, where raw slabs lie depends on when chunks are ready. */
        private void requireComplete(Path output) throws IOException {
            if (expected == null || kind != Subjects.IMAGE) {
                subject.requireWhole(output);
                expected = Files.readAllBytes(output);
            }
            assertArrayEquals(expected, Files.readAllBytes(output));
        }

        private void requireLastCommit(Path file) throws IOException {
            if (committed.count() > 0) {
                subject.shown(committed).requireWithin(subject.slicesOf(file), "were committed and are lost");
            } else if (Files.exists(file) && !isEarlier(file)) {
                subject.slicesOf(file);
            }
        }

        /** Where deleting fails something stays; what was committed does anyway. */
        private void requireNothingElse(Path folder, IoFault fault) throws IOException {
            List<String> others = FaultCampaign.names(folder).stream()
                    .filter(name -> !name.equals("image.vtkhdf"))
                    .filter(name -> !isCommitTried || !name.equals("image.vtkhdf.part"))
                    .toList();
            boolean mayStay = fault.failed() != null && fault.failed().kind() == IoCall.Kind.DELETE;
            assertTrue(others.isEmpty() || mayStay, () -> "left behind: " + others);
        }

        /** Whatever has failed, the next run is not kept from its work. */
        private void requireFree(Path folder) throws IOException {
            write(folder, manner.options.withOverwrite(true), false);
            subject.requireWhole(Subject.output(folder));
        }

        @Override
        public String toString() {
            return "writing " + kind + ", " + manner;
        }
    }

    /** All manners of an image; in ordinary tests those of a series that are most different. */
    static List<Arguments> jobs() {
        List<Arguments> jobs = new ArrayList<>();
        for (Manner manner : Manner.values()) {
            jobs.add(arguments(Subjects.IMAGE, manner));
            if (Campaign.isLong() || manner == Manner.RESUME || manner == Manner.IN_PLACE_OVERWRITE) {
                jobs.add(arguments(Subjects.GROWING_SERIES, manner));
                jobs.add(arguments(Subjects.KNOWN_SERIES, manner));
            }
        }
        for (Subjects kind : List.of(Subjects.APPENDED_IMAGE, Subjects.APPENDED_SERIES)) {
            jobs.add(arguments(kind, Manner.IN_PLACE));
            jobs.add(arguments(kind, Manner.IN_PLACE_DURABLE));
        }
        return jobs;
    }

    @ParameterizedTest
    @MethodSource("jobs")
    void keepsItsPromises(Subjects kind, Manner manner) throws Exception {
        new FaultCampaign(scratch, new Job(kind, manner)).runAll();
    }

    /** That the last commit could not be forced to the disk is no reason to cut off what it tells of. */
    @Test
    void aFileThatIsAppendedToIsNotCutWhereACommitHasReachedIt() throws Exception {
        Subject subject = Subjects.APPENDED_IMAGE.of(4, 3, 4, 3);
        subject.prepare(scratch);
        WatchedFiles files = new WatchedFiles();
        files.watchedBy(new IoWatch() {
            private boolean isCommitted;

            @Override
            public <T> T watch(IoCall call, Action<T> action) throws IOException {
                if (isCommitted && call.kind() == IoCall.Kind.FORCE) {
                    throw new IOException("Input/output error");
                }
                T result = action.run();
                isCommitted |= call.kind() == IoCall.Kind.WRITE && call.position() == 0;
                return result;
            }
        });
        WriteOptions options =
                WriteOptions.defaults().withCommits(Commits.onDemand()).withDurable(true);
        Path file = Subject.output(scratch);
        SubjectWriter writer = subject.open(files.path(file), options, Progress.NONE);
        writer.next();
        assertThrows(IOException.class, writer::commit);
        String message =
                assertThrows(IllegalStateException.class, writer::close).getMessage();
        assertTrue(message.contains("what there is of it is"), message);
        subject.shown(subject.prepared()).requireWithin(subject.slicesOf(file), "were there and are lost");
    }
}
