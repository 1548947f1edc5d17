package io.vtkhdf;

import io.vtkhdf.file.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What an interrupted run has left of a file, in words. */
final class Leftover {

    private Leftover() {}

    /** @param written the file that is written before it gets its name, or in place */
    static Optional<String> of(Path written, WriteOptions options) throws IOException {
        if (!Files.isRegularFile(written) || OutputFile.isBeingWritten(written)) {
            return Optional.empty();
        }
        try (VtkhdfReader reader = VtkhdfReader.open(written)) {
            if (!reader.isFinished()) {
                return Optional.of(unfinished(reader));
            }
            return options.isInPlace() ? Optional.empty() : Optional.of("a complete file that only lacks its name");
        } catch (VtkhdfException e) {
            return Optional.empty();
        }
    }

    private static String unfinished(VtkhdfReader reader) throws IOException {
        long stored = 0;
        long slices = 0;
        for (ArrayReader array : reader.arrays()) {
            stored += array.storedSlices();
            slices += array.dimensions().z();
        }
        return slices == 0
                ? "an unfinished file without any arrays yet"
                : "an unfinished file with " + stored + " of " + slices + " slices";
    }
}
