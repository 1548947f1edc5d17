package io.vtkhdf.cli;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ArraySelection;
import io.vtkhdf.cli.option.Existing;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.FolderOptions;
import io.vtkhdf.cli.option.ForgottenOutput;
import io.vtkhdf.cli.option.FormOptions;
import io.vtkhdf.cli.option.FoundFile;
import io.vtkhdf.cli.option.Input;
import io.vtkhdf.cli.option.InputForm;
import io.vtkhdf.cli.option.OutputFormat;
import io.vtkhdf.cli.option.OutputOptions;
import io.vtkhdf.cli.option.ProgressOptions;
import io.vtkhdf.cli.option.ReachOption;
import io.vtkhdf.cli.option.ResourceOptions;
import io.vtkhdf.cli.option.SeriesOptions;
import io.vtkhdf.cli.option.ServerOptions;
import io.vtkhdf.cli.option.ShapingOptions;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.option.StepOptions;
import io.vtkhdf.cli.progress.Progress;
import io.vtkhdf.cli.text.Report;
import io.vtkhdf.cli.text.Sizes;
import io.vtkhdf.cli.text.Stdout;
import io.vtkhdf.source.StepTimes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class ConvertCommand implements Callable<Integer>, FileCommand {

    private final ServerOptions servers = new ServerOptions();

    private final Arg<List<Path>> files = Arg.listOf(
            Path.class,
            servers.input(PositionalParamSpec.builder()
                    .arity("1..*")
                    .required(true)
                    .paramLabel("FILE")
                    .description("The image to read, and the file to write.")));

    private final Arg<List<String>> names = Arg.listOf(
            String.class,
            OptionSpec.builder("--array")
                    .paramLabel("NAME")
                    .description(
                            "Convert only the point or cell array of this name; point:NAME or cell:NAME if both have it;"
                                    + " may be repeated. Default: all; one of a kind that cannot be read is left out, with a warning (exit"
                                    + " code 4 if no other is there), one that is broken is an error (exit code 3)."));

    private final ShapingOptions shape = new ShapingOptions();

    private final SeriesOptions series = new SeriesOptions();

    private final FolderOptions folders = new FolderOptions(
            " With --output-dir, which gets the same folders; what is up to date there is passed over. Or with --replace.");

    private final StepOptions step = new StepOptions("all of them");

    private final FormOptions form = new FormOptions();

    private final ReachOption outside = new ReachOption();

    private final OutputOptions output = new OutputOptions();

    private final Arg<Boolean> dryRun =
            Arg.flag("--dry-run", "Say what would be written, and how large, and write nothing.");

    private final ResourceOptions resources = new ResourceOptions();

    private final ProgressOptions progress = new ProgressOptions();

    private final CommandSpec spec = Specs.of(
            this, "convert", files, names, shape, series, folders, step, form, outside, servers, output, dryRun,
            resources, progress);

    ConvertCommand() {
        spec.usageMessage()
                .customSynopsis(
                        "@|bold vtkhdf convert|@ INPUT OUTPUT [OPTIONS]",
                        "       @|bold vtkhdf convert|@ INPUT... --output-dir DIR [OPTIONS]",
                        "       @|bold vtkhdf convert|@ INPUT... OUTPUT --series|--merge|--stack [OPTIONS]")
                .description(
                        "Converts images (.vti, .pvti, .vtk, .vtr and .vtk of uniform grids, .vtkhdf, .hdf), volumes (.npy, .nrrd, .nhdr,"
                                + " .mha, .mhd, bare values with --dimensions), pictures as slices (a .tif of several pages, a folder of"
                                + " .png or .tif, several with --stack) and time series (.pvd, .series, .vti with several steps, several"
                                + " files with --series) to VTKHDF (.vtkhdf, .hdf), .vti, a volume of one array (.npy, .nrrd, .mha, .mhd"
                                + " with .raw) or, step by step, .pvd with a folder of .vti files, in memory that does not grow with the"
                                + " image, nor with the number of steps.",
                        "",
                        "OUTPUT's name tells its format. It appears when it is complete. Whatever ends a conversion to VTKHDF"
                                + " before, what was committed (every few seconds, and with --resume at the end, too) stays in"
                                + " OUTPUT.part, and a warning says so; of other formats nothing stays. An OUTPUT that exists already, or an"
                                + " OUTPUT.part with slices in it, is an error (exit code 3) unless --overwrite is given, or --resume"
                                + " for the latter. A warning names what OUTPUT holds otherwise than INPUT does.")
                .footerHeading(Specs.EXAMPLES)
                .footer(
                        "  vtkhdf convert scan.vti scan.vtkhdf --compress fast",
                        "  vtkhdf convert scan.vtkhdf scan.vti --compress lz4",
                        "  vtkhdf convert *.vti --output-dir converted",
                        "  vtkhdf convert scan.vti scan.vtkhdf --compress gzip --dry-run",
                        "  vtkhdf convert run.pvd run.vtkhdf --compress fast",
                        "  vtkhdf convert ct.raw ct.vtkhdf --dimensions 512,512,300 --raw-type int16",
                        "  vtkhdf convert slices/ ct.vtkhdf",
                        "  vtkhdf convert scan.vtkhdf scan.nrrd --array density",
                        "  vtkhdf convert out_*.vti run.vtkhdf --series --dt 0.1");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public String files() {
        List<Path> named = files.get();
        return named.get(0) + " to " + named.get(named.size() - 1);
    }

    @Override
    public Integer call() throws IOException {
        Optional<StepTimes> times = series.times();
        Optional<InputForm> given = form.form(outside.reach());
        if (given.isPresent() && times.isPresent()) {
            throw new IllegalArgumentException("--series goes with files that tell what they are, not with "
                    + form.together().orElse("--dimensions"));
        }
        Optional<String> together = times.isPresent() ? Optional.of("--series") : form.together();
        Existing existing = output.existing(folders.isGiven());
        List<OutputOptions.FilePair> pairs = output.pairs(found(), together);
        if (times.isPresent() && !step.isGiven()) {
            ForgottenOutput.requireNoStep(inputsOfOneOutput(), pairs.get(0).output());
        }
        int atOnce = dryRun.isGiven() ? 1 : resources.filesAtOnce(pairs.size());
        ResourceOptions.Share share = resources.share(atOnce);
        ArraySelection selection = new ArraySelection(names.isGiven() ? names.get() : List.of(), shape.excluded());
        List<FileConversion> conversions = new ArrayList<>();
        for (OutputOptions.FilePair pair : pairs) {
            List<Path> inputs = together.isPresent() ? inputsOfOneOutput() : List.of(pair.input());
            conversions.add(new FileConversion(
                    new Input(inputs, outside.reach(), times, step, given),
                    output.output(pair, share),
                    new Wanted(selection, shape.shaping(output.keepsExtent(pair))),
                    share.readMemory(),
                    output.areForSeveralFiles() && pair.isFolderMissing(),
                    existing,
                    output.overwrites()));
        }
        if (output.areForSeveralFiles()) {
            Batch batch = new Batch(conversions, spec.commandLine(), progress);
            return dryRun.isGiven() ? batch.preview() : batch.convert(atOnce);
        }
        if (dryRun.isGiven()) {
            preview(conversions.get(0));
        } else {
            convert(conversions.get(0));
        }
        return ExitCode.DONE;
    }

    private List<FoundFile> found() throws IOException {
        if (folders.isGiven() && !output.areForSeveralFiles()) {
            throw new IllegalArgumentException(
                    "--recursive makes several files, and goes with --output-dir or --replace");
        }
        Predicate<Path> kind =
                file -> output.areReplaced() ? OutputFormat.isWritten(file) : FolderOptions.isImage(file);
        return output.areForSeveralFiles()
                ? folders.find(files.get(), kind, output.directory())
                : files.get().stream().map(file -> new FoundFile(file, file)).toList();
    }

    private List<Path> inputsOfOneOutput() {
        return files.get().subList(0, files.get().size() - 1);
    }

    private void preview(FileConversion conversion) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (conversion.isComplete()) {
            out.println(conversion.completeAlready());
        } else {
            conversion.preview(this::warn).print(out);
        }
        Stdout.requireWritten(out);
    }

    private void convert(FileConversion conversion) throws IOException {
        if (conversion.isComplete()) {
            progress.say(spec.commandLine().getErr(), Report.Event.DONE, conversion.completeAlready());
            return;
        }
        FileConversion.Done done;
        try (InterruptGuard guard = new InterruptGuard();
                Progress shown = progress.open(spec.commandLine().getErr())) {
            done = conversion.convert(shown, guard, line -> {
                shown.clear();
                warn(line);
            });
        }
        String before = done.bytesBefore() == 0
                ? ""
                : "; " + Sizes.text(done.bytesBefore())
                        + (output.goesOn() ? " were there before" : " are those of a step before, stored once");
        String readers = done.readers().isEmpty() ? "" : "; " + done.readers();
        progress.say(
                spec.commandLine().getErr(),
                Report.Event.DONE,
                conversion.output().file() + ": " + done.shape() + ", " + Sizes.speed(done.bytes(), done.seconds())
                        + before
                        + ", a file of " + Sizes.text(done.fileBytes())
                        + readers);
    }

    private void warn(String message) {
        progress.say(spec.commandLine().getErr(), Report.Event.WARNING, message);
    }

    /** The form of what is told on stderr. */
    Report report() {
        return progress.report();
    }
}
