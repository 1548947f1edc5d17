package io.vtkhdf.cli.option;

import io.vtkhdf.cli.text.Report;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.UnreadableArray;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Arrays of a file that cannot be read. */
public final class LeftOut {

    private static final String PLACE = "arrays that cannot be read";
    private static final String ADVICE = ", but --array can choose others";

    private LeftOut() {}

    /** Names them without making it a failure. */
    public static void warn(PrintWriter err, List<UnreadableArray> arrays) {
        lines(arrays).forEach(line -> Report.WORDS.line(err, Report.Event.WARNING, line));
    }

    public static List<String> lines(List<UnreadableArray> arrays) {
        return arrays.stream().map(LeftOut::line).toList();
    }

    public static String line(UnreadableArray array) {
        return "left out: " + array.message();
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
    public static void requireNone(Path file, List<UnreadableArray> arrays, List<ArraySpec> others)
            throws FileContentException {
        if (!arrays.isEmpty()) {
            throw failure(file, arrays, others.isEmpty() ? PLACE : PLACE + ADVICE);
        }
    }

    private static FileContentException failure(Path file, List<UnreadableArray> arrays, String place) {
        String problems = arrays.stream()
                .map(array -> array.message().replace(file + ": ", ""))
                .collect(Collectors.joining("; "));
        boolean isBroken = arrays.stream().anyMatch(UnreadableArray::isBroken);
        return isBroken
                ? new CorruptFileException(file.toString(), place, problems, (Throwable) null)
                : new UnsupportedFileException(file.toString(), place, problems, (Throwable) null);
    }
}
