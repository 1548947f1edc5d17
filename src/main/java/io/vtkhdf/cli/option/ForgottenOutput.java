package io.vtkhdf.cli.option;

import io.vtkhdf.input.FileFormat;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Commands that make one file of many take the last name for the file to write. Where that was forgotten, the last file
 * to read is in its place, which {@code --overwrite} must not replace: it is there, and of the kind of the others, not
 * of what the command writes.
 */
public final class ForgottenOutput {

    private ForgottenOutput() {}

    /**
     * Refuses an output that is itself one step, as those that are read; a series is an earlier output. That it is one
     * of them by name is for others to say.
     *
     * @throws IllegalArgumentException if it is one
     */
    public static void requireNoStep(List<Path> steps, Path output) {
        boolean isStep = isOneOf(FileFormat.VTI, steps, output)
                || isOneOf(FileFormat.VTKHDF, steps, output) && is(output, reader -> !reader.isSeries());
        if (isStep && !steps.contains(output)) {
            throw refusal(output, "steps", "a time series");
        }
    }

    /**
     * Refuses an output that has values of its own, as the parts that are read; one that only refers to others is an
     * earlier output.
     *
     * @throws IllegalArgumentException if it has
     */
    public static void requireNoPart(Path output) {
        if (Files.isRegularFile(output) && is(output, ForgottenOutput::hasItsOwnValues)) {
            throw refusal(output, "parts", "a file that joins others");
        }
    }

    private static boolean hasItsOwnValues(ImageDataReader reader) throws IOException {
        for (ArrayReader array : reader.arrays()) {
            if (!array.missingParts().isEmpty()) {
                return false;
            }
        }
        return reader.otherFiles().isEmpty();
    }

    private static boolean isOneOf(FileFormat format, List<Path> inputs, Path output) {
        return Files.isRegularFile(output)
                && format.isNameOf(output)
                && inputs.stream().anyMatch(format::isNameOf);
    }

    private interface Question {
        boolean answer(ImageDataReader reader) throws IOException;
    }

    /** What cannot be read is no input either. */
    private static boolean is(Path output, Question question) {
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            return question.answer(reader);
        } catch (IOException e) {
            return false;
        }
    }

    private static IllegalArgumentException refusal(Path output, String inputs, String earlier) {
        return new IllegalArgumentException(
                output + ": found an image as the last of the files, expected an OUTPUT that"
                        + " is not one of the " + inputs + ": a new name, or that of " + earlier
                        + "; give it last, or delete this"
                        + " file if it is not needed");
    }
}
