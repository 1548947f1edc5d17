package io.vtkhdf.cli.slice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of several slices: their names have numbers, where OUTPUT has {@code %04d} and the like. */
final class SliceFiles {

    private static final Pattern NUMBER = Pattern.compile("%(0?[1-9]?)d");

    private SliceFiles() {}

    /**
     * A name for each.
     *
     * @param steps their steps, in their order
     * @param slices their slices
     */
    static List<Path> names(Path output, int[] steps, int[] slices) {
        String text = output.getFileName() == null ? "" : output.getFileName().toString();
        int places = (int) NUMBER.matcher(text).results().count();
        boolean isOfSteps = isVarying(steps);
        boolean isOfSlices = isVarying(slices);
        if (steps.length > 1 && places < (isOfSteps && isOfSlices ? 2 : 1)) {
            throw new IllegalArgumentException(output + ": found one name for " + steps.length + " files, expected "
                    + (isOfSteps && isOfSlices
                            ? "numbers in it, of the step and the slice: out_%03d_%04d"
                            : "a number in it: out_%04d")
                    + extension(text) + ", or --montage");
        }
        List<Path> names = new ArrayList<>();
        for (int i = 0; i < steps.length; i++) {
            int[] numbers = places > 1
                    ? new int[] {steps[i], slices[i]}
                    : new int[] {isOfSteps && !isOfSlices ? steps[i] : slices[i]};
            names.add(output.resolveSibling(numbered(text, numbers)));
        }
        return names;
    }

    private static boolean isVarying(int... numbers) {
        for (int number : numbers) {
            if (number != numbers[0]) {
                return true;
            }
        }
        return false;
    }

    private static String extension(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), 0));
    }

    private static String numbered(String text, int... numbers) {
        Matcher matcher = NUMBER.matcher(text);
        StringBuilder name = new StringBuilder();
        for (int i = 0; matcher.find(); i++) {
            String number = String.format(Locale.ROOT, matcher.group(), numbers[Math.min(i, numbers.length - 1)]);
            matcher.appendReplacement(name, number);
        }
        return matcher.appendTail(name).toString();
    }

    /**
     * Before any is written.
     *
     * @param read as of {@link PartFile#requireFree}
     */
    static void requireFree(Collection<Path> read, List<Path> names, boolean isReplaced) throws IOException {
        for (Path name : names) {
            PartFile.requireFree(name, isReplaced, read);
        }
    }
}
