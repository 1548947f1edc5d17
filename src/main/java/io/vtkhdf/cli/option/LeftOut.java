package io.vtkhdf.cli.option;

import io.vtkhdf.cli.text.FirstOfMany;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.UnreadableArray;
import java.util.Comparator;
import java.util.List;

/** Arrays of a file that cannot be read. */
public final class LeftOut {

    private static final String PLACE = "arrays that cannot be read";
    private static final String ADVICE = ", but --array can choose others";

    private LeftOut() {}

    /** Names them, or the first of many. */
    public static List<String> lines(List<UnreadableArray> arrays) {
        return arrays.isEmpty()
                ? List.of()
                : FirstOfMany.of(
                        pointsFirst(arrays).stream().map(LeftOut::line).toList(),
                        "more arrays left out (info --json names all)");
    }

    /** Those of points and cells before field arrays, of which there may be many. */
    public static List<UnreadableArray> pointsFirst(List<UnreadableArray> arrays) {
        return arrays.stream()
                .sorted(Comparator.comparing(UnreadableArray::association))
                .toList();
    }

    public static String line(UnreadableArray array) {
        return line(array.reason());
    }

    /** Names what is left out, and why. */
    public static String line(FileContentException reason) {
        return "left out: " + reason.getMessage();
    }

    /** Those that one of the names is given to, as {@code --array} takes names. */
    public static List<UnreadableArray> named(List<UnreadableArray> arrays, List<String> names) {
        return arrays.stream()
                .filter(array ->
                        names.stream().anyMatch(name -> new ArrayName(name).isOf(array.association(), array.name())))
                .toList();
    }

    /**
     * Makes them a failure if there are any: that the file is broken, if one of them is.
     *
     * @param others the arrays that can be read, and so be chosen
     */
    public static void requireNone(String file, List<UnreadableArray> arrays, List<ArraySpec> others)
            throws FileContentException {
        if (!arrays.isEmpty()) {
            throw failure(file, arrays, others.isEmpty() ? PLACE : PLACE + ADVICE);
        }
    }

    private static FileContentException failure(String file, List<UnreadableArray> arrays, String place) {
        List<String> problems = arrays.stream()
                .map(array -> array.message().replace(file + ": ", ""))
                .toList();
        String told = String.join("; ", FirstOfMany.of(problems, "more"));
        boolean isBroken = arrays.stream().anyMatch(UnreadableArray::isBroken);
        return isBroken
                ? new CorruptFileException(file, place, told, (Throwable) null)
                : new UnsupportedFileException(file, place, told, (Throwable) null);
    }
}
