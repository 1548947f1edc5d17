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
            Optional<Unfinished> unfinished = reader.unfinished();
            if (unfinished.isPresent()) {
                return unfinished.map(Leftover::describe);
            }
            return options.isInPlace() ? Optional.empty() : Optional.of("a complete file that only lacks its name");
        } catch (VtkhdfException e) {
            return Optional.empty();
        }
    }

    private static String describe(Unfinished found) {
        if (found.arrays().isEmpty()) {
            return "an unfinished file without any arrays yet";
        }
        long stored = 0;
        long total = 0;
        for (Unfinished.Slices array : found.arrays()) {
            stored += array.stored();
            total += array.total();
        }
        return "an unfinished file with " + stored + " of " + total + " slices";
    }
}
