package io.vtkhdf.tests.reliability;

import io.vtkhdf.WriteOptions;
import io.vtkhdf.tests.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link ReplayTest} shows to this library's reader, shown to HDF5's own. */
class ReplayH5pyTest {

    private static final Specimen SPECIMEN = Specimen.of(4, 3, 9);
    private static final WriteOptions OPTIONS =
            WriteOptions.defaults().threads(2).memory(200).commitEvery(5);

    @TempDir
    private Path folder;

    @Test
    @Tag("h5py")
    void killedAnywhere() throws Exception {
        AtomicInteger states = new AtomicInteger();
        try (H5pyOnlooker h5py = new H5pyOnlooker(SPECIMEN)) {
            for (int seed = 0; seed < Campaign.rounds(1); seed++) {
                record(seed, OPTIONS).killedAnywhere(3, state -> {
                    states.addAndGet(judge(state, h5py));
                });
            }
        }
        Campaign.report("replay", states + " states after a kill, each opened by h5py");
    }

    @Test
    @Tag("h5py")
    void stoppedAnywhereWhenDurable() throws Exception {
        AtomicInteger states = new AtomicInteger();
        try (H5pyOnlooker h5py = new H5pyOnlooker(SPECIMEN)) {
            for (int seed = 0; seed < Campaign.rounds(1); seed++) {
                CrashStates crashes = record(seed, OPTIONS.durable());
                crashes.stoppedAnywhere(2, new SplittableRandom(seed), state -> {
                    states.addAndGet(judge(state, h5py));
                });
            }
        }
        Campaign.report("replay", states + " states after the machine stopped, with --durable, each opened by h5py");
    }

    @Test
    @Tag("h5dump")
    void isDumped() throws Exception {
        AtomicInteger states = new AtomicInteger();
        SplittableRandom random = new SplittableRandom(1);
        record(1, OPTIONS).killedAnywhere(1, state -> {
            if (state.committed() && random.nextInt(8) == 0) {
                states.incrementAndGet();
                dump(write(state));
            }
        });
        Campaign.report("replay", states + " states after a kill, each read by h5dump");
    }

    private CrashStates record(long seed, WriteOptions options) throws Exception {
        Path file = folder.resolve("image.vtkhdf");
        CrashStates states =
                new CrashStates(SPECIMEN, new RecordedRun(SPECIMEN, seed).write(file, options), new DiskImage(), null);
        Files.delete(file);
        return states;
    }

    private Path write(CrashState state) throws IOException {
        Path part = folder.resolve("image.vtkhdf.part");
        state.image().writeTo(part);
        return part;
    }

    /** Returns how many files were opened. */
    private int judge(CrashState state, Onlooker onlooker) throws IOException {
        if (!state.committed()) {
            return 0;
        }
        try {
            state.judge(onlooker.slicesOf(write(state)));
        } catch (AssertionError e) {
            throw new AssertionError(state.place() + ": " + e, e);
        }
        return 1;
    }

    private void dump(Path file) throws IOException {
        try {
            Tool.runH5dump(folder, file);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
