package io.vtkhdf.cli.option;

import io.vtkhdf.cli.progress.Progress;
import io.vtkhdf.cli.text.Report;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** What is said while a command works. */
public final class ProgressOptions implements Args {

    private final Arg<Progress.Mode> mode = Arg.of(
            Progress.Mode.class,
            OptionSpec.builder("--progress")
                    .paramLabel("MODE")
                    .defaultValue("auto")
                    .description(
                            "auto (a bar if stderr is a terminal), json (on stderr nothing but one object a line, whose event"
                                    + " is progress, warning, error or done) or none. Default: ${DEFAULT-VALUE}."));

    private final Arg<Boolean> quiet =
            Arg.flag("--quiet", "Print nothing but errors, and what --progress json asks for but warnings.");

    @Override
    public List<Arg<?>> args() {
        return List.of(mode, quiet);
    }

    public Progress open(PrintWriter err) {
        return Progress.of(
                quiet.isGiven() && mode.get() == Progress.Mode.AUTO ? Progress.Mode.NONE : mode.get(),
                err,
                System::nanoTime);
    }

    /** The form of all lines on stderr. */
    public Report report() {
        return mode.get() == Progress.Mode.JSON ? Report.JSON : Report.WORDS;
    }

    /** Tells it, unless nothing but errors, and the end of a stream of JSON, is to be told. */
    public void say(PrintWriter err, Report.Event event, String message) {
        if (!quiet.isGiven() || event == Report.Event.DONE && report() == Report.JSON) {
            report().line(err, event, message);
        }
    }
}
