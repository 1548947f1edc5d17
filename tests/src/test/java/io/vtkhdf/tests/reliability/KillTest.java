package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.cli.Main;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.Converter;
import io.vtkhdf.copy.VtiTarget;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.tests.SourceComparison;
import io.vtkhdf.vti.write.VtiForm;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes are killed at any instant; what they leave is judged, and completed by the next. */
class KillTest {

    private static final Specimen SPECIMEN = KillVictim.SPECIMEN;

    @TempDir
    private Path folder;

    private Path output;
    private Path part;
    private final Random random = new Random(6);

    @Test
    void writers() throws Exception {
        kill("writers", 6, SPECIMEN::slicesOf);
    }

    @Test
    @Tag("h5py")
    void writersBeforeH5py() throws Exception {
        try (H5pyOnlooker h5py = new H5pyOnlooker(SPECIMEN)) {
            kill("writers, seen by h5py", 4, h5py);
        }
    }

    private void kill(String what, int ordinary, Onlooker onlooker) throws Exception {
        output = folder.resolve("image.vtkhdf");
        part = folder.resolve("image.vtkhdf.part");
        int kills = 0;
        int resumed = 0;
        int finished = 0;
        SliceSets committed = new SliceSets();
        for (int rounds = Campaign.rounds(ordinary); kills < rounds; ) {
            resumed += Files.exists(part) ? 1 : 0;
            if (killOne(committed)) {
                kills++;
            }
            if (Files.exists(output)) {
                SPECIMEN.requireWhole(output);
                Files.delete(output);
                Files.deleteIfExists(part); // Its second name, if it was killed in between.
                committed = new SliceSets();
                finished++;
            } else {
                SliceSets seen = onlooker.slicesOf(part);
                committed.requireWithin(seen, "were committed and are lost");
                committed = seen;
            }
        }
        Campaign.report(
                "kills", kills + " " + what + " killed, " + resumed + " resumed, " + finished + " files finished");
    }

    /** Adds what the process says that it has committed; returns whether it was killed before its end. */
    private boolean killOne(SliceSets committed) throws IOException, InterruptedException {
        try (ChildJvm victim = new ChildJvm(KillVictim.class.getName(), output)) {
            assertEquals(KillVictim.OPEN, victim.line());
            int milliseconds = random.nextInt(450);
            Thread.sleep(milliseconds);
            boolean wasKilled = victim.kill();
            for (String line = victim.line(); line != null; line = victim.line()) {
                assertTrue(line.startsWith(KillVictim.COMMITTED), line);
                addUpTo(Integer.parseInt(line.substring(KillVictim.COMMITTED.length())), committed);
            }
            return wasKilled;
        }
    }

    private static void addUpTo(int last, SliceSets committed) {
        SliceSets all = SPECIMEN.all();
        SliceSets told = new SliceSets();
        for (SpecimenArray array : SPECIMEN.arrays()) {
            all.of(array.spec().name()).get(0, last + 1).stream()
                    .forEach(k -> told.add(array.spec().name(), k));
        }
        SPECIMEN.keepWholeLayers(told);
        committed.add(told);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES) // Only one that hangs takes so long.
    void conversions() throws Exception {
        Path input = input();
        output = folder.resolve("out.vtkhdf");
        part = folder.resolve("out.vtkhdf.part");
        int kills = 0;
        int resumed = 0;
        int finished = 0;
        for (int rounds = Campaign.isLong() ? Campaign.rounds(0) / 10 : 3; kills < rounds; ) {
            resumed += Files.exists(part) ? 1 : 0;
            try (ChildJvm victim = conversion(input)) {
                Thread.sleep(200 + random.nextInt(Campaign.isLong() ? 9000 : 1500)); // A commit every 5 seconds.
                kills += victim.kill() ? 1 : 0;
            }
            if (Files.exists(output)) {
                requireSame(input, output);
                Files.delete(output);
                Files.deleteIfExists(part);
                finished++;
            } else if (Files.exists(part) && Files.size(part) > 48) {
                ImageDataReader.open(part).close();
            }
        }
        requireResumable(input);
        Campaign.report(
                "kills", kills + " conversions killed, " + resumed + " resumed, " + finished + " files finished");
    }

    private ChildJvm conversion(Path input) throws IOException {
        return new ChildJvm(
                Main.class.getName(), "convert", input, output, "--resume", "--quiet", "--compress", "gzip:9");
    }

    private void requireResumable(Path input) throws IOException, InterruptedException {
        try (ChildJvm last = conversion(input)) {
            assertEquals(null, last.line());
            assertEquals(0, last.exitCode());
        }
        requireSame(input, output);
    }

    private Path input() throws IOException {
        Path vtkhdf = folder.resolve("in.vtkhdf");
        int slices = Campaign.isLong() ? 640 : 64;
        try (ImageDataWriter writer = ImageDataWriter.create(vtkhdf, ImageGeometry.of(128, 128, slices))) {
            ArrayWriter array = writer.createPointArray("noise", ScalarType.FLOAT32);
            for (int k = 0; k < slices; k++) {
                float[] values = new float[128 * 128];
                for (int i = 0; i < values.length; i++) {
                    values[i] = random.nextInt(1000);
                }
                array.writeSlice(k, values);
            }
            writer.finish();
        }
        Path vti = folder.resolve("in.vti");
        try (ImageSource image = ImageSources.open(vtkhdf)) {
            new Converter(image).copyTo(new VtiTarget(vti, VtiForm.zlib(1), Set.of(), 2, 1 << 24));
        }
        return vti;
    }

    private static void requireSame(Path a, Path b) throws IOException {
        try (ImageSource inA = ImageSources.open(a);
                ImageSource inB = ImageSources.open(b)) {
            SourceComparison.bitForBit(name -> name).requireSame(inA, inB);
        }
    }
}
