package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.DeflateEngine;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each call that the writer makes fails once, in each way, for each manner of writing. */
class WriterFaultsTest {

    private static final Specimen SPECIMEN = Specimen.of(5, 4, 6);
    private static final byte[] EARLIER = "an earlier file".getBytes(StandardCharsets.US_ASCII);
    private static final int COMMITTED = 3;

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
            this.options = options.withThreads(2).withMemory(200).withCommits(Commits.onDemand());
        }

        boolean hasEarlier() {
            return options.overwrites();
        }
    }

    private static final class Job implements FaultJob {
        private final Manner manner;
        private byte[] expected;
        private boolean isCommitTried;
        private boolean isCommitted;

        Job(Manner manner) {
            this.manner = manner;
        }

        @Override
        public void prepare(Path folder) throws IOException {
            if (manner.hasEarlier()) {
                Files.write(folder.resolve("image.vtkhdf"), EARLIER);
            } else if (manner == Manner.RESUME) {
                try (ImageDataWriter writer = create(folder, manner.options)) {
                    writeSlices(writer, COMMITTED);
                    writer.commit(); // What waits to be compressed would be dropped.
                    writer.abort();
                }
            }
        }

        private static ImageDataWriter create(Path folder, WriteOptions options) throws IOException {
            WriteOptions reproducible = options.withDeflateEngine(DeflateEngine.JDK);
            return ImageDataWriter.create(folder.resolve("image.vtkhdf"), SPECIMEN.geometry(), reproducible);
        }

        @Override
        public void run(Path folder) throws IOException {
            isCommitted = manner == Manner.RESUME;
            isCommitTried = isCommitted;
            write(folder, manner.options);
        }

        private void write(Path folder, WriteOptions options) throws IOException {
            ImageDataWriter writer = create(folder, options);
            try (writer) {
                writeSlices(writer, 6);
                writer.finish();
            } catch (IOException | RuntimeException | Error e) {
                writer.abort();
                throw e;
            }
        }

        private void writeSlices(ImageDataWriter writer, int end) throws IOException {
            List<ArrayWriter> arrays = SPECIMEN.create(writer);
            for (int k = 0; k < end; k++) {
                for (ArrayWriter array : arrays) {
                    int slice = k;
                    if (array.missingSlices().anyMatch(missing -> missing == slice)) {
                        SPECIMEN.writeSlice(array, k);
                    }
                }
                if (k == COMMITTED - 1) {
                    isCommitTried = true;
                    writer.commit();
                    isCommitted = true;
                }
            }
        }

        @Override
        public void judge(Path folder, Throwable failure, IoFault fault) throws IOException {
            Path output = folder.resolve("image.vtkhdf");
            requireNothingElse(folder, fault);
            if (failure == null) {
                requireComplete(output);
                return;
            } else if (manner.options.isInPlace()) {
                requireLastCommit(output);
            } else if (Files.exists(output) && !isEarlier(output)) {
                requireComplete(output);
            } else {
                assertEquals(manner.hasEarlier(), Files.exists(output), "the earlier file");
                requireLastCommit(folder.resolve("image.vtkhdf.part"));
            }
            requireFree(folder);
        }

        private static boolean isEarlier(Path output) throws IOException {
            return Arrays.equals(EARLIER, Files.readAllBytes(output));
        }

        private void requireComplete(Path output) throws IOException {
            if (expected == null) {
                SPECIMEN.requireWhole(output);
                expected = Files.readAllBytes(output);
            }
            assertArrayEquals(expected, Files.readAllBytes(output));
        }

        private void requireLastCommit(Path file) throws IOException {
            if (isCommitted) {
                assertEquals(
                        COMMITTED,
                        SPECIMEN.slicesOf(file).of("raw").get(0, COMMITTED).cardinality());
            } else if (Files.exists(file) && !isEarlier(file)) {
                SPECIMEN.slicesOf(file);
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
            write(folder, manner.options.withOverwrite(true));
            SPECIMEN.requireWhole(folder.resolve("image.vtkhdf"));
        }

        @Override
        public String toString() {
            return "writing, " + manner;
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsPromises(Manner manner) throws Exception {
        new FaultCampaign(scratch, new Job(manner)).runAll();
    }
}
