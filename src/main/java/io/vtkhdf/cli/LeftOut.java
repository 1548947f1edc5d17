package io.vtkhdf.cli;

import io.vtkhdf.cli.text.Report;
import io.vtkhdf.error.UnsupportedFileException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Arrays of a file that cannot be read. */
final class LeftOut {

    private static final String PREFIX = "left out: ";

    private LeftOut() {}

    /** Names them without making it a failure. */
    static void warn(PrintWriter err, List<String> reasons) {
        reasons.forEach(reason -> Report.WORDS.line(err, Report.Event.WARNING, PREFIX + reason));
    }

    static List<String> lines(List<String> reasons) {
        return reasons.stream().map(PREFIX::concat).toList();
    }

    /** Makes them a failure if there are any. */
    static void requireNone(Path file, List<String> reasons) throws UnsupportedFileException {
        if (!reasons.isEmpty()) {
            throw failure(file, reasons);
        }
    }

    /**
     * A failure because of them.
     *
     * @param reasons messages that begin with the file's name
     */
    static UnsupportedFileException failure(Path file, List<String> reasons) {
        String problems = String.join("; ", reasons).replace(file + ": ", "");
        return new UnsupportedFileException(
                file.toString(), "arrays that cannot be read, but --array can choose others", problems, (Throwable)
                        null);
    }
}
