package io.vtkhdf.write;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.format.ImageContents;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.image.Unfinished;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What an interrupted run has left of a file.
 *
 * @param isWorthKeeping whether there is something in it that would be lost
 */
record Leftover(String words, boolean isWorthKeeping) {

    /** @param written the file that is written before it gets its name, or in place */
    static Optional<Leftover> of(Path written, WriteOptions options) throws IOException {
        if (!Files.isRegularFile(written) || OutputFile.isBeingWritten(written)) {
            return Optional.empty();
        }
        try (Hdf5Reader file = Hdf5Reader.open(ByteSource.of(written))) {
            Optional<Unfinished> unfinished = ImageContents.of(file).unfinished();
            if (unfinished.isPresent()) {
                return unfinished.map(Leftover::of);
            }
            return options.isInPlace()
                    ? Optional.empty()
                    : Optional.of(new Leftover("a complete file that only lacks its name", true));
        } catch (FileContentException e) {
            return Optional.empty();
        }
    }

    private static Leftover of(Unfinished found) {
        if (found.arrays().isEmpty()) {
            return new Leftover("an unfinished file without any arrays yet", false);
        }
        long stored = 0;
        long total = 0;
        for (Unfinished.Slices array : found.arrays()) {
            stored += array.stored();
            total += array.total();
        }
        return new Leftover("an unfinished file with " + stored + " of " + total + " slices", stored > 0);
    }

    /**
     * Makes sure that nothing is lost that nobody wants to be replaced.
     *
     * @param part the file that is written before it gets its name
     */
    static void requireNone(Path part, WriteOptions options) throws IOException {
        if (options.isInPlace() || options.overwrites() || options.resumes()) {
            return;
        }
        Optional<Leftover> found = of(part, options).filter(Leftover::isWorthKeeping);
        if (found.isPresent()) {
            throw new FileAlreadyExistsException(
                    part.toString(),
                    null,
                    "is " + found.get().words() + ": resume() goes on with it, overwrite() replaces it");
        }
    }
}
