package io.vtkhdf.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** What is said while a command works. */
final class ProgressOptions {

    @Option(
            names = "--progress",
            paramLabel = "MODE",
            defaultValue = "auto",
            description =
                    "auto (a bar if stderr is a terminal), json (on stderr nothing but one object a line, whose event"
                            + " is progress, warning, error or done) or none. Default: ${DEFAULT-VALUE}.")
    private Progress.Mode mode;

    @Option(
            names = "--quiet",
            description = "Print nothing but errors, and what --progress json asks for but warnings.")
    private boolean quiet;

    Progress open(PrintWriter err) {
        return Progress.of(quiet && mode == Progress.Mode.AUTO ? Progress.Mode.NONE : mode, err, System::nanoTime);
    }

    /** The form of all lines on stderr. */
    Report report() {
        return mode == Progress.Mode.JSON ? Report.JSON : Report.WORDS;
    }

    /** Tells it, unless nothing but errors, and the end of a stream of JSON, is to be told. */
    void say(PrintWriter err, Report.Event event, String message) {
        if (!quiet || event == Report.Event.DONE && report() == Report.JSON) {
            report().line(err, event, message);
        }
    }
}
