package io.vtkhdf.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.testing.HangGuard;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Files broken in every place are read or refused, as {@link Trials} has it, in bounded time.
 *
 * <p>Of all mutations a sample is tried; all of them with {@code -Dvtkhdf.mutations=all}, another sample with another
 * {@code -Dvtkhdf.seed}.
 */
@Tag("once")
class HostileInputTest {

    private static final long SEED = Long.getLong("vtkhdf.seed", 1);
    private static final boolean ALL = "all".equals(System.getProperty("vtkhdf.mutations"));
    private static final int SAMPLE = 2500;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void theSeedsAreReadOrRefused(InputKind kind) throws IOException {
        Trials trials = trials(kind);
        List<Path> files = new ArrayList<>(Seeds.of(kind));
        assertFalse(files.isEmpty());
        files.addAll(Seeds.findings(kind));
        for (Path file : files) {
            read(trials, Files.readAllBytes(file), file.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void brokenFilesAreReadOrRefused(InputKind kind) throws IOException {
        Trials trials = trials(kind);
        Random random = new Random(SEED);
        List<Path> seeds = Seeds.of(kind);
        for (Path seed : seeds) {
            byte[] whole = Files.readAllBytes(seed);
            List<Mutation> mutations = Mutation.ofBytes(whole);
            if (kind != InputKind.VTKHDF) {
                mutations.addAll(Mutation.ofText(whole));
            }
            for (Mutation mutation : sample(mutations, SAMPLE / seeds.size(), random)) {
                read(trials, mutation.of(whole), seed + ", " + mutation.what());
            }
        }
        System.out.println(kind + ": " + trials);
    }

    private static List<Mutation> sample(List<Mutation> mutations, int count, Random random) {
        Collections.shuffle(mutations, random);
        return ALL ? mutations : mutations.subList(0, Math.min(mutations.size(), count));
    }

    private Trials trials(InputKind kind) throws IOException {
        Seeds.companions(kind, directory);
        return new Trials(kind, directory);
    }

    private static void read(Trials trials, byte[] bytes, String what) {
        assertTimeoutPreemptively(HangGuard.LIMIT, () -> trials.readRepaired(bytes), what);
    }

    /** Of a file whose metadata and chunks all have checksums, as this library writes it. */
    @Test
    void noChangeGoesUnseenWhereThereAreChecksums() throws IOException {
        Path file = directory.resolve("checked.vtkhdf");
        WriteOptions options =
                WriteOptions.defaults().withStorage(Storage.gzip(1).withChecksum());
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(4, 3, 2), options)) {
            ArrayWriter array = writer.createPointArray("a", ScalarType.INT16);
            for (int k = 0; k < 2; k++) {
                array.writeSlice(k, new short[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, (short) k});
            }
            writer.finish();
        }
        assertNoChangeUnseen(InputKind.VTKHDF, Files.readAllBytes(file), 0);
    }

    @Test
    void noChangeOfCompressedBlocksGoesUnseen() throws IOException {
        byte[] values = new byte[300];
        new Random(SEED).nextBytes(values);
        for (String compressor : List.of("vtkZLibDataCompressor", "vtkLZMADataCompressor")) {
            ByteArrayOutputStream block = new ByteArrayOutputStream();
            try (OutputStream out = compressor.contains("LZMA")
                    ? new XZOutputStream(block, new LZMA2Options())
                    : new DeflaterOutputStream(block)) {
                out.write(values);
            }
            byte[] whole = BlockFile.of(compressor, "0 299 0 0 0 0", block.toByteArray(), 1, 300, 0);
            assertNoChangeUnseen(InputKind.VTI, whole, whole.length - block.size());
        }
    }

    private void assertNoChangeUnseen(InputKind kind, byte[] whole, int from) throws IOException {
        Trials trials = trials(kind);
        long digest = trials.read(whole).digest();
        byte[] head = Arrays.copyOf(whole, from);
        byte[] guarded = Arrays.copyOfRange(whole, from, whole.length);
        for (Mutation mutation : sample(Mutation.ofBytes(guarded), SAMPLE, new Random(SEED))) {
            byte[] changed = mutation.of(guarded);
            byte[] file = Arrays.copyOf(head, from + changed.length);
            System.arraycopy(changed, 0, file, from, changed.length);
            Trials.Outcome outcome =
                    assertTimeoutPreemptively(HangGuard.LIMIT, () -> trials.read(file), mutation.what());
            if (outcome.refusal().isEmpty()) {
                assertEquals(digest, outcome.digest(), mutation.what());
            }
        }
        System.out.println(kind + " with checksums: " + trials);
    }
}
