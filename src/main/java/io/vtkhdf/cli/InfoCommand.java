package io.vtkhdf.cli;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.FormOptions;
import io.vtkhdf.cli.option.LeftOut;
import io.vtkhdf.cli.option.RawOptions;
import io.vtkhdf.cli.option.ReachOption;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.text.Report;
import io.vtkhdf.cli.text.Stdout;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.source.RawLayout;
import io.vtkhdf.validate.ImageValidator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

final class InfoCommand implements Callable<Integer>, FileCommand {

    private final Arg<Path> file = Arg.of(Path.class, Arg.parameter(0, "FILE").description("The image to look at."));

    private final Arg<Boolean> json = Arg.flag("--json", "Print JSON; a number that is not finite is null.");

    private final Arg<Boolean> stats = Arg.flag(
            "--stats",
            "Read all values and show each array's range, mean and number of NaNs, over all components"
                    + " together. NaNs are left out of the range, and infinities too out of the mean.");

    private final RawOptions raw = new RawOptions();

    private final ReachOption outside = new ReachOption();

    private final CommandSpec spec = Specs.of(this, "info", file, json, stats, raw, outside);

    InfoCommand() {
        spec.usageMessage()
                .description(
                        "Shows what is in an image (.vtkhdf, .hdf, .vti, .pvti, .vtk, .vtr, .npy, .nrrd, .mha, .tif, .png, a folder of slices): its geometry, its arrays and how they are stored.",
                        "",
                        "A chunk's size is given as X x Y x Z, in JSON as [x, y, z], like the dimensions. Of a"
                                + " file whose writing was interrupted, or goes on, unfinished is true, and slices tells how many there"
                                + " are.",
                        "",
                        "Of a time series the times of its steps are listed (in JSON all, as times), and of each array the slabs:"
                                + " how many steps have values of their own; of one that does not change it is 1. --stats is of all steps, and"
                                + " a step counts, whether its values are its own or another's. Fields are those of step 0.")
                .footerHeading(Specs.EXAMPLES)
                .footer("  vtkhdf info scan.vtkhdf", "  vtkhdf info --json --stats scan.vtkhdf | jq '.arrays[].max'");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public String files() {
        return file.get().toString();
    }

    @Override
    public Integer call() throws IOException {
        Optional<RawLayout> layout = raw.layout();
        FormOptions.Form form = files -> layout.isPresent()
                ? ImageSources.openRawSeries(files.get(0), layout.get())
                : ImageSources.openSeries(files.get(0), outside.reach());
        ImageInfo info = ImageInfo.of(
                file.get(), form, stats.isGiven() ? ImageInfo.Detail.STATISTICS : ImageInfo.Detail.HEADERS);
        PrintWriter out = spec.commandLine().getOut();
        if (json.isGiven()) {
            boolean vtkhdf = info.version().isPresent();
            InfoJson.print(info, vtkhdf ? ImageValidator.validate(file.get()).readings() : List.of(), out);
        } else {
            InfoText.print(info, out);
        }
        Stdout.requireWritten(out);
        PrintWriter err = spec.commandLine().getErr();
        LeftOut.warn(err, info.leftOut());
        info.notes().forEach(note -> Report.WORDS.line(err, Report.Event.WARNING, note));
        return ExitCode.DONE;
    }
}
