package io.vtkhdf.cli.option;

import io.vtkhdf.input.FileFormat;
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
                || isOneOf(FileFormat.VTKHDF, steps, output) && isOneStep(output);
        if (isStep && !steps.contains(output)) {
            throw refusal(output);
        }
    }

    private static boolean isOneOf(FileFormat format, List<Path> inputs, Path output) {
        return Files.isRegularFile(output)
                && format.isNameOf(output)
                && inputs.stream().anyMatch(format::isNameOf);
    }

    /** What cannot be read is no input either. */
    private static boolean isOneStep(Path output) {
        try (ImageDataReader reader = ImageDataReader.open(output)) {
            return !reader.isSeries();
        } catch (IOException e) {
            return false;
        }
    }

    private static IllegalArgumentException refusal(Path output) {
        return new IllegalArgumentException(
                output + ": found an image as the last of the files, expected an OUTPUT that is not one of the steps: a"
                        + " new name, or that of a time series; give it last, or delete this file if it is not needed");
    }
}
