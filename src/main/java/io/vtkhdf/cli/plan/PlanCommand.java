package io.vtkhdf.cli.plan;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.Input;
import io.vtkhdf.cli.option.LeftOut;
import io.vtkhdf.cli.option.OutputFormat;
import io.vtkhdf.cli.option.PlanStorageOptions;
import io.vtkhdf.cli.option.ReachOption;
import io.vtkhdf.cli.option.SameFile;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.option.StepOptions;
import io.vtkhdf.cli.text.Report;
import io.vtkhdf.cli.text.Stdout;
import io.vtkhdf.cli.text.UnfinishedWords;
import io.vtkhdf.copy.ActiveRoles;
import io.vtkhdf.copy.AlikeSteps;
import io.vtkhdf.copy.FieldsOfSteps;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.plan.PlanOptions;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.TimeAxis;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command {@code plan}. */
public final class PlanCommand implements Callable<Integer>, FileCommand {

    private final Arg<Path> input =
            Arg.of(Path.class, Arg.parameter(0, "INPUT").description("The image to read, of any format that is read."));

    private final Arg<Path> output =
            Arg.of(Path.class, Arg.parameter(1, "OUTPUT").description("The VTKHDF file that will be written."));

    private final Arg<Integer> slabs = Arg.of(
            Integer.class,
            OptionSpec.builder("--slabs")
                    .required(true)
                    .paramLabel("N")
                    .description("The number of slabs; fewer if the image cannot be cut into as many."));

    private final Arg<List<String>> names = Arg.listOf(
            String.class,
            OptionSpec.builder("--array")
                    .paramLabel("NAME")
                    .description("Only the array of this name, as of 'convert'; may be repeated. Default: all."));

    private final StepOptions step = new StepOptions("all of them, of which each slab has some");

    private final PlanStorageOptions storage = new PlanStorageOptions();

    private final Arg<Boolean> overwrite = Arg.flag(
            "--overwrite", "Replace OUTPUT in the end, and what a plan that is not finished has made of it at once.");

    private final ReachOption outside = new ReachOption();

    private final CommandSpec spec =
            Specs.of(this, "plan", input, output, slabs, names, step, storage, overwrite, outside);

    public PlanCommand() {
        spec.usageMessage()
                .description(
                        "Plans a conversion that many processes do together, and prints the plan: JSON for 'vtkhdf slab', which each"
                                + " process runs for one slab, and for 'vtkhdf finish' in the end.",
                        "",
                        "Makes OUTPUT.part with space for all slabs, or, with --compress or --chunk, a folder of the plan in OUTPUT.parts. INPUT"
                                + " and OUTPUT are on a file system that all processes see at the same path.")
                .footerHeading(Specs.EXAMPLES)
                .footer(
                        "  vtkhdf plan scan.pvti scan.vtkhdf --slabs 8 > plan.json",
                        "  seq 0 7 | xargs -P 4 -I K sh -c 'vtkhdf slab plan.json K > K.json'",
                        "  vtkhdf finish plan.json [0-7].json");
    }

    public CommandSpec spec() {
        return spec;
    }

    @Override
    public String files() {
        return input.get() + " to " + output.get();
    }

    @Override
    public Integer call() throws IOException {
        requireFiles();
        Path file = input.get();
        List<String> arrays = names.isGiven() ? List.copyOf(names.get()) : List.of();
        Input asked = new Input(List.of(file), outside.reach(), Optional.empty(), step);
        Optional<Integer> chosen;
        try (ImageSeries opened = asked.open()) {
            boolean isAll = asked.isSeries(opened) && !step.isGiven();
            chosen = isAll ? Optional.empty() : Optional.of(step.of(file, opened.times()));
        }
        PlanFile.Source source =
                new PlanFile.Source(file.toAbsolutePath().toString(), chosen, arrays, Optional.empty());
        try (PlannedInput planned = PlannedInput.open(source, outside.reach());
                ImageSource image = planned.open(0)) {
            SlabPlan.requireApart(output.get(), planned.files(image));
            warn(image);
            String mark = planned.mark(image);
            SlabPlan plan = SlabPlan.create(output.get(), image.geometry(), image.arrays(), options(planned, image));
            print(plan, source.withMark(mark), planned, image);
        }
        return ExitCode.DONE;
    }

    private void requireFiles() throws IOException {
        if (OutputFormat.of(output.get()) != OutputFormat.VTKHDF) {
            throw new IllegalArgumentException(output.get() + ": found another format, expected .vtkhdf or .hdf");
        } else if (SameFile.is(input.get(), output.get())) {
            throw new IllegalArgumentException("INPUT and OUTPUT are the same file, " + output.get());
        }
    }

    private PlanOptions options(PlannedInput planned, ImageSource image) throws IOException {
        List<FieldArray> fields = image.fields();
        Optional<TimeAxis> times = Optional.empty();
        if (planned.series() instanceof AlikeSteps steps) {
            FieldsOfSteps common = new FieldsOfSteps();
            steps.lookAtAll((number, ofStep) -> common.add(ofStep.fields()));
            fields = common.constant();
            common.changing().forEach(field -> warnOfField(field.name()));
            common.others().forEach(this::warnOfField);
            times = Optional.of(TimeAxis.of(steps.times()));
        }
        PlanOptions options = PlanOptions.ofSlabs(slabs.get())
                .withWriteOptions(storage.writeOptions().withOverwrite(overwrite.isGiven()))
                .withFields(fields)
                .withActive(ActiveRoles.suitable(image));
        return times.isPresent() ? options.withTimes(times.get()) : options;
    }

    /** A plan that nobody has got is none. */
    private void print(SlabPlan plan, PlanFile.Source source, PlannedInput planned, ImageSource image)
            throws IOException {
        try {
            planned.series().requireUnchanged();
            image.requireUnchanged();
            PrintWriter out = spec.commandLine().getOut();
            new PlanFile(plan, source).print(out);
            Stdout.requireWritten(out);
        } catch (IOException | RuntimeException | Error e) {
            plan.abandon();
            throw e;
        }
    }

    private void warn(ImageSource image) {
        LeftOut.warn(spec.commandLine().getErr(), image.unreadable());
        image.notes().stream().map(SourceNote::message).forEach(this::say);
        ActiveRoles.unsuitable(image).forEach(line -> say(input.get() + ": " + line));
        UnfinishedWords.warning(input.get(), image)
                .ifPresent(line -> say(line + ", and " + output.get() + " will not tell"));
    }

    private void warnOfField(String name) {
        say(input.get() + ": left out: the field array '" + name + "', which is not the same at all steps");
    }

    private void say(String line) {
        Report.WORDS.line(spec.commandLine().getErr(), Report.Event.WARNING, line);
    }
}
