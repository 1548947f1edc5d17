package io.vtkhdf.tests.reliability;

import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a specimen, or what is missing of it, and tells of each commit: a program that is to be killed. */
final class KillVictim {

    static final Specimen SPECIMEN = Specimen.of(24, 20, 240);

    /** What is printed when the file is open. */
    static final String OPEN = "open";

    /** What is printed when these slices of all arrays, and those before, have been committed. */
    static final String COMMITTED = "committed ";

    private KillVictim() {}

    public static void main(String[] args) throws IOException {
        WriteOptions options = WriteOptions.defaults()
                .withResume(true)
                .withThreads(2)
                .withMemory(1 << 16)
                .withCommits(Commits.everySlices(9));
        try (ImageDataWriter writer = ImageDataWriter.create(Path.of(args[0]), SPECIMEN.geometry(), options)) {
            System.out.println(OPEN);
            List<ArrayWriter> arrays = SPECIMEN.create(writer);
            for (int k = 0; k < SPECIMEN.geometry().dimensions().z(); k++) {
                for (ArrayWriter array : arrays) {
                    writeIfMissing(array, k);
                }
                if (k % 10 == 9) {
                    writer.commit();
                    System.out.println(COMMITTED + k);
                }
            }
            writer.finish();
        }
    }

    private static void writeIfMissing(ArrayWriter array, int k) throws IOException {
        if (array.missingSlices().anyMatch(slice -> slice == k)) {
            SPECIMEN.writeSlice(array, k);
        }
    }
}
