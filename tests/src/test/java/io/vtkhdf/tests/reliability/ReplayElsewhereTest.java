package io.vtkhdf.tests.reliability;

import io.vtkhdf.tests.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link ReplayTest} shows to this library's reader, shown to others. */
class ReplayElsewhereTest {

    private static final Specimen SPECIMEN = Specimen.of(4, 3, 9);

    @TempDir
    private Path folder;

    @Test
    @Tag("h5py")
    void seesWhatKillsLeave() throws Exception {
        int states = 0;
        try (H5pyOnlooker h5py = new H5pyOnlooker(SPECIMEN)) {
            for (int seed = 0; seed < Campaign.rounds(1); seed++) {
                states += new Replay(SPECIMEN, folder).showKilled(seed, h5py);
            }
        }
        Campaign.report("replay", states + " states after a kill, each opened by h5py");
    }

    @Test
    @Tag("h5py")
    void seesWhatIsLeftOfDurableFiles() throws Exception {
        int states = 0;
        try (H5pyOnlooker h5py = new H5pyOnlooker(SPECIMEN)) {
            for (int seed = 0; seed < Campaign.rounds(1); seed++) {
                states += new Replay(SPECIMEN, folder).showStopped(seed, h5py);
            }
        }
        Campaign.report("replay", states + " states after the machine stopped, with --durable, each opened by h5py");
    }

    @ParameterizedTest
    @EnumSource(names = {"GROWING_SERIES", "KNOWN_SERIES", "APPENDED_H5PY"})
    @Tag("h5py")
    void seesWhatKillsLeaveOfSeries(Subjects kind) throws Exception {
        try (SeriesOnlooker h5py = SeriesOnlooker.h5py(series())) {
            showSeries(kind, "h5py", h5py);
        }
    }

    /** A newer VTK than that of the Java wrappers, which show no series. */
    @ParameterizedTest
    @EnumSource(names = {"GROWING_SERIES", "KNOWN_SERIES", "APPENDED_H5PY"})
    @Tag("wheel")
    void isShownByVtk(Subjects kind) throws Exception {
        for (String wheel : SeriesOnlooker.wheels()) {
            try (SeriesOnlooker vtk = SeriesOnlooker.vtk(series(), wheel)) {
                showSeries(kind, SeriesOnlooker.nameOf(wheel), vtk);
            }
        }
    }

    private static SeriesSpecimen series() {
        return (SeriesSpecimen) Subjects.GROWING_SERIES.of(4, 3, 4, 4);
    }

    private void showSeries(Subjects kind, String name, Onlooker onlooker) throws Exception {
        int states = 0;
        for (int seed = 0; seed < Campaign.rounds(1); seed++) {
            Replay replay = new Replay(kind.of(4, 3, 4, 4), folder);
            states += replay.showKilled(seed, onlooker) + replay.showStopped(seed, onlooker);
        }
        Campaign.report(
                "replay",
                states + " states of " + kind
                        + " after a kill, or after the machine stopped, with --durable, each opened by " + name);
    }

    /** Some of them: it takes a process for each. */
    @Test
    @Tag("h5dump")
    void isDumped() throws Exception {
        SplittableRandom random = new SplittableRandom(1);
        int[] dumped = new int[1];
        for (int seed = 0; seed < Campaign.rounds(1); seed++) {
            new Replay(SPECIMEN, folder).showKilled(seed, file -> {
                if (random.nextInt(16) == 0) {
                    dump(file);
                    dumped[0]++;
                }
                return SPECIMEN.slicesOf(file);
            });
        }
        Campaign.report("replay", dumped[0] + " states after a kill, each read by h5dump");
    }

    private void dump(Path file) throws IOException {
        try {
            Tool.runH5dump(folder, file);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
