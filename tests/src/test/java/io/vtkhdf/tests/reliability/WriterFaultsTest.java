package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.ArrayWriter;
import io.vtkhdf.VtkhdfWriter;
import io.vtkhdf.WriteOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each call that the writer makes fails once, in each way, for each way of writing. */
class WriterFaultsTest {

    private static final Specimen SPECIMEN = Specimen.of(5, 4, 6);
    private static final byte[] EARLIER = "an earlier file".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path scratch;

    /** How the file is written. */
    enum Manner {
        NEW(WriteOptions.defaults()),
        OVERWRITE(WriteOptions.defaults().overwrite()),
        IN_PLACE(WriteOptions.defaults().inPlace()),
        IN_PLACE_OVERWRITE(WriteOptions.defaults().inPlace().overwrite());

        private final WriteOptions options;

        Manner(WriteOptions options) {
            this.options = options.threads(2).memory(200).commitOnDemand();
        }

        boolean isInPlace() {
            return options.isInPlace();
        }

        boolean hasEarlier() {
            return this == OVERWRITE || this == IN_PLACE_OVERWRITE;
        }
    }

    private static final class Job implements FaultJob {
        private final Manner manner;
        private byte[] expected;
        private boolean isCommitted;

        Job(Manner manner) {
            this.manner = manner;
        }

        @Override
        public void prepare(Path folder) throws IOException {
            if (manner.hasEarlier()) {
                Files.write(folder.resolve("image.vtkhdf"), EARLIER);
            }
        }

        @Override
        public void run(Path folder) throws IOException {
            isCommitted = false;
            VtkhdfWriter writer =
                    VtkhdfWriter.create(folder.resolve("image.vtkhdf"), SPECIMEN.geometry(), manner.options);
            try (writer) {
                writeAll(writer);
                writer.finish();
            } catch (IOException | RuntimeException | Error e) {
                writer.abort();
                throw e;
            }
        }

        private void writeAll(VtkhdfWriter writer) throws IOException {
            List<ArrayWriter> arrays = SPECIMEN.create(writer);
            for (int k = 0; k < 6; k++) {
                for (ArrayWriter array : arrays) {
                    if (k < array.dimensions().z()) {
                        SPECIMEN.writeSlice(array, k);
                    }
                }
                if (k == 2) {
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
            } else if (manner.isInPlace()) {
                requireLastCommit(output);
            } else if (Files.exists(output) && !isEarlier(output)) {
                requireComplete(output);
            } else {
                assertEquals(manner.hasEarlier(), Files.exists(output), "the earlier file");
            }
        }

        private boolean isEarlier(Path output) throws IOException {
            return java.util.Arrays.equals(EARLIER, Files.readAllBytes(output));
        }

        private void requireComplete(Path output) throws IOException {
            if (expected == null) {
                SPECIMEN.requireWhole(output);
                expected = Files.readAllBytes(output);
            }
            assertArrayEquals(expected, Files.readAllBytes(output));
        }

        private void requireLastCommit(Path output) throws IOException {
            if (isCommitted) {
                assertTrue(SPECIMEN.slicesOf(output).of("raw").get(0, 3).cardinality() == 3, "committed slices");
            } else if (Files.exists(output) && !isEarlier(output)) {
                SPECIMEN.slicesOf(output);
            }
        }

        /** Where deleting fails something stays. */
        private void requireNothingElse(Path folder, IoFault fault) throws IOException {
            List<String> others = FaultCampaign.names(folder).stream()
                    .filter(name -> !name.equals("image.vtkhdf"))
                    .toList();
            boolean mayStay = fault.failed() != null && fault.failed().kind() == IoCall.Kind.DELETE;
            assertTrue(others.isEmpty() || mayStay, () -> "left behind: " + others);
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsPromises(Manner manner) throws Exception {
        StringBuilder all = new StringBuilder();
        for (IoFault.Way way : IoFault.Way.values()) {
            FaultCampaign campaign = new FaultCampaign(scratch, new Job(manner), 1);
            try {
                int injected = campaign.run(way);
                System.out.println(manner + " " + way + " " + injected + " survived " + campaign.survived());
            } catch (AssertionError e) {
                System.out.println(manner + " " + way);
                java.util.Set<String> seen = new java.util.TreeSet<>();
                for (Throwable t : e.getSuppressed()) {
                    if (seen.add(t.getMessage().replaceAll("[0-9]+", "#"))) {
                        System.out.println("  BROKEN " + t.getMessage());
                        if (t.getCause() != null
                                && t.getCause().getCause() != null
                                && System.getProperty("vtkhdf.traces") != null)
                            t.getCause().getCause().printStackTrace(System.out);
                    }
                }
            }
        }
    }
}
