package io.vtkhdf.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is being written is, whenever it is opened, a consistent image. */
class LiveViewTest {

    private static final Specimen SPECIMEN = Specimen.of(9, 8, 150);

    @TempDir
    private Path folder;

    @Test
    void byThisLibrary() throws Exception {
        watch("this library", SPECIMEN::slicesOf);
    }

    @Test
    @Tag("h5py")
    void byH5py() throws Exception {
        try (H5pyOnlooker h5py = new H5pyOnlooker(SPECIMEN)) {
            watch("h5py", h5py);
        }
    }

    private void watch(String name, Onlooker onlooker) throws Exception {
        int openings = 0;
        int rounds = Campaign.rounds(1);
        for (int round = 0; round < rounds; round++) {
            Path file = folder.resolve("image.vtkhdf");
            openings += new LiveView(SPECIMEN, file).watch(onlooker);
            Files.delete(file);
        }
        assertTrue(openings > rounds, "opened " + openings + " times");
        Campaign.report("live", openings + " openings by " + name + " of " + rounds + " files being written");
    }
}
