package io.vtkhdf.write;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.format.ImageContents;
import io.vtkhdf.format.UnfinishedMarks;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.image.Unfinished;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an interrupted run has left of a file; {@link WritePlan#leftover} finds it.
 *
 * @param unfinished what there is of its arrays, or, of a time series, of those of the step that was begun; empty if
 *     the file is complete and only lacks its name
 * @param steps how many steps of a time series are complete; empty if it is none, or the file is complete
 */
public record Leftover(Optional<Unfinished> unfinished, OptionalInt steps) {

    /** @param written the file that is written before it gets its name, or in place */
    static Optional<Leftover> of(Path written, WriteOptions options) throws IOException {
        if (!Files.isRegularFile(written) || OutputFile.isBeingWritten(written)) {
            return Optional.empty();
        }
        try (Hdf5Reader file = Hdf5Reader.open(ByteSource.of(written))) {
            if (UnfinishedMarks.planOf(file).isPresent()) {
                return Optional.empty(); // Nobody goes on with it but the plan's workers.
            }
            Optional<UnfinishedSeries> series = UnfinishedSeries.of(file);
            if (series.isPresent()) {
                return Optional.of(new Leftover(
                        Optional.of(series.get().begun()),
                        OptionalInt.of(series.get().steps())));
            }
            Optional<Unfinished> unfinished = ImageContents.of(file).unfinished();
            return unfinished.isEmpty() && options.isInPlace()
                    ? Optional.empty()
                    : Optional.of(new Leftover(unfinished, OptionalInt.empty()));
        } catch (FileContentException e) {
            return Optional.empty();
        }
    }

    /**
     * Makes sure that nothing is lost that nobody wants to be replaced.
     *
     * @param part the file that is written before it gets its name
     */
    static void requireNone(Path part, WriteOptions options) throws IOException {
        if (options.isInPlace() || options.overwrites()) {
            return;
        }
        requireNoPlan(part);
        if (options.resumes()) {
            return;
        }
        Optional<Leftover> found = of(part, options).filter(Leftover::isWorthKeeping);
        if (found.isPresent()) {
            throw new FileAlreadyExistsException(
                    part.toString(),
                    null,
                    "is " + found.get() + ": withResume(true) goes on with it, withOverwrite(true) replaces it");
        }
    }

    /** Its workers may be writing, and nobody but they know what is there. */
    private static void requireNoPlan(Path part) throws IOException {
        if (!Files.isRegularFile(part)) {
            return;
        }
        Optional<String> plan;
        try (Hdf5Reader file = Hdf5Reader.open(ByteSource.of(part))) {
            plan = UnfinishedMarks.planOf(file);
        } catch (FileContentException e) {
            return;
        }
        if (plan.isPresent()) {
            throw new FileAlreadyExistsException(
                    part.toString(),
                    null,
                    "is reserved for the slabs of a plan, which may be under way: withOverwrite(true) replaces it");
        }
    }

    /** Whether there is something in it that would be lost: steps, or slices of which all values are there. */
    public boolean isWorthKeeping() {
        return steps.orElse(0) > 0
                || unfinished
                        .map(found -> found.arrays().stream().anyMatch(array -> array.stored() > 0))
                        .orElse(true);
    }

    /** In words, such as {@code an unfinished file with 3 of 10 slices}. */
    @Override
    public String toString() {
        if (steps.isPresent()) {
            String count = steps.getAsInt() + (steps.getAsInt() == 1 ? " step" : " steps");
            String begun = unfinished.orElseThrow().arrays().isEmpty()
                    ? ""
                    : " and " + slices(unfinished.orElseThrow()) + " of the next one";
            return "an unfinished time series of " + count + begun;
        }
        return unfinished.map(Leftover::words).orElse("a complete file that only lacks its name");
    }

    private static String words(Unfinished found) {
        if (found.arrays().isEmpty()) {
            return "an unfinished file without any arrays yet";
        }
        return "an unfinished file with " + slices(found);
    }

    private static String slices(Unfinished found) {
        long stored = 0;
        long total = 0;
        for (Unfinished.Slices array : found.arrays()) {
            stored += array.stored();
            total += array.total();
        }
        return stored + " of " + total + " slices";
    }
}
