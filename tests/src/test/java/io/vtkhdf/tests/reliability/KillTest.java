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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real processes are killed at any instant; what they leave is judged, and completed by the next. */
class KillTest {

    @TempDir
    private Path folder;

    private final Random random = new Random(6);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "APPENDED_H5PY")
    void writers(Subjects kind) throws Exception {
        kill(kind, "", kind == Subjects.IMAGE ? 6 : 3, KillVictim.subject(kind));
    }

    @Test
    @Tag("h5py")
    void writersBeforeH5py() throws Exception {
        try (H5pyOnlooker h5py = new H5pyOnlooker((Specimen) KillVictim.subject(Subjects.IMAGE))) {
            kill(Subjects.IMAGE, ", seen by h5py", 4, h5py);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GROWING_SERIES", "APPENDED_H5PY"})
    @Tag("h5py")
    void writersOfSeriesBeforeH5py(Subjects kind) throws Exception {
        SeriesSpecimen series = (SeriesSpecimen) KillVictim.subject(Subjects.GROWING_SERIES);
        try (SeriesOnlooker h5py = SeriesOnlooker.h5py(series)) {
            kill(kind, ", seen by h5py", 2, h5py);
        }
    }

    private void kill(Subjects kind, String how, int ordinary, Onlooker onlooker) throws Exception {
        Subject subject = KillVictim.subject(kind);
        int kills = 0;
        int resumed = 0;
        int finished = 0;
        subject.prepare(folder);
        SliceSets committed = subject.prepared();
        for (int rounds = Campaign.rounds(ordinary); kills < rounds; ) {
            resumed += committed.count() > subject.prepared().count() ? 1 : 0;
            if (killOne(kind, committed)) {
                kills++;
            }
            if (subject.isFinished(folder)) {
                subject.requireWhole(Subject.output(folder));
                Files.delete(Subject.output(folder));
                Files.deleteIfExists(subject.written(folder)); // Its second name, if it was killed in between.
                subject.prepare(folder);
                committed = subject.prepared();
                finished++;
            } else {
                SliceSets seen = onlooker.slicesOf(subject.written(folder));
                subject.shown(committed).requireWithin(seen, "were committed and are lost");
                committed.add(seen);
            }
        }
        Campaign.report(
                "kills",
                kills + " writers of " + kind + how + " killed, " + resumed + " resumed, " + finished
                        + " files finished");
    }

    /** Adds what the process says that it has committed; returns whether it was killed before its end. */
    private boolean killOne(Subjects kind, SliceSets committed) throws IOException, InterruptedException {
        try (ChildJvm victim = new ChildJvm(KillVictim.class.getName(), Subject.output(folder), kind)) {
            assertEquals(KillVictim.OPEN, victim.line());
            Thread.sleep(random.nextInt(450));
            boolean wasKilled = victim.kill();
            SliceSets told = new SliceSets();
            for (String line = victim.line(); line != null; line = victim.line()) {
                if (line.startsWith(KillVictim.FOUND)) {
                    SliceSets found = SliceSets.ofLine(line.substring(KillVictim.FOUND.length()));
                    committed.requireWithin(found, "were committed and are not found by who goes on");
                } else {
                    assertTrue(line.startsWith(KillVictim.COMMITTED), line);
                    told.add(SliceSets.ofLine(line.substring(KillVictim.COMMITTED.length())));
                }
            }
            told.add(committed);
            KillVictim.subject(kind).keepCommitted(told);
            committed.add(told);
            return wasKilled;
        }
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES) // Only one that hangs takes so long.
    void conversions() throws Exception {
        Path input = input();
        Path output = folder.resolve("out.vtkhdf");
        Path part = folder.resolve("out.vtkhdf.part");
        int kills = 0;
        int resumed = 0;
        int finished = 0;
        for (int rounds = Campaign.isLong() ? Campaign.rounds(0) / 10 : 3; kills < rounds; ) {
            resumed += Files.exists(part) ? 1 : 0;
            try (ChildJvm victim = conversion(input, output)) {
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
        requireResumable(input, output);
        Campaign.report(
                "kills", kills + " conversions killed, " + resumed + " resumed, " + finished + " files finished");
    }

    private ChildJvm conversion(Path input, Path output) throws IOException {
        return new ChildJvm(
                Main.class.getName(), "convert", input, output, "--resume", "--quiet", "--compress", "gzip:9");
    }

    private void requireResumable(Path input, Path output) throws IOException, InterruptedException {
        try (ChildJvm last = conversion(input, output)) {
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
