package io.vtkhdf.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.vtkhdf.ArrayWriter;
import io.vtkhdf.ImageGeometry;
import io.vtkhdf.ScalarType;
import io.vtkhdf.Storage;
import io.vtkhdf.VtkhdfWriter;
import io.vtkhdf.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files broken in every place are read or refused, as {@link Trials} has it, in bounded time.
 *
 * <p>Of all mutations a sample is tried; all of them with {@code -Dvtkhdf.mutations=all}, another sample with another
 * {@code -Dvtkhdf.seed}.
 */
class HostileInputTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
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
        assertTimeoutPreemptively(LIMIT, () -> trials.readRepaired(bytes), what);
    }

    /** Of a file whose metadata and chunks all have checksums, as this library writes it. */
    @Test
    void noChangeGoesUnseenWhereThereAreChecksums() throws IOException {
        Path file = directory.resolve("checked.vtkhdf");
        WriteOptions options = WriteOptions.defaults().storage(Storage.gzip(1).withChecksum());
        try (VtkhdfWriter writer = VtkhdfWriter.create(file, ImageGeometry.of(4, 3, 2), options)) {
            ArrayWriter array = writer.createPointArray("a", ScalarType.INT16);
            for (int k = 0; k < 2; k++) {
                array.writeSlice(k, new short[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, (short) k});
            }
            writer.finish();
        }
        byte[] whole = Files.readAllBytes(file);
        Trials trials = trials(InputKind.VTKHDF);
        long digest = trials.read(whole).digest();
        for (Mutation mutation : sample(Mutation.ofBytes(whole), SAMPLE, new Random(SEED))) {
            Trials.Outcome outcome =
                    assertTimeoutPreemptively(LIMIT, () -> trials.read(mutation.of(whole)), mutation.what());
            if (outcome.refusal().isEmpty()) {
                assertEquals(digest, outcome.digest(), mutation.what());
            }
        }
        System.out.println("checksums: " + trials);
    }
}
