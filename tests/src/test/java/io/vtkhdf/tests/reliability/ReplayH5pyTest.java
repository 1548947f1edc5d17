package io.vtkhdf.tests.reliability;

import io.vtkhdf.tests.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link ReplayTest} shows to this library's reader, shown to HDF5's own. */
class ReplayH5pyTest {

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
