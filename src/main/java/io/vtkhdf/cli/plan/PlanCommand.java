package io.vtkhdf.cli.plan;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.Input;
import io.vtkhdf.cli.option.PlanStorageOptions;
import io.vtkhdf.cli.option.ReachOption;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.option.StepOptions;
import io.vtkhdf.cli.text.Report;
import io.vtkhdf.cli.text.Stdout;
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
            "--overwrite",
            "Replace OUTPUT in the end, and what a plan that is not finished has made of it at once. If OUTPUT joins parts"
                    + " in OUTPUT.parts, they go with it, and copies of OUTPUT, which name the same ones, lose their values.");

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
        PlanFile planned = new ConversionPlan(
                        new Input(List.of(input.get()), outside.reach(), Optional.empty(), step),
                        names.isGiven() ? names.get() : List.of(),
                        output.get(),
                        bytes -> slabs.get(),
                        storage.writeOptions().withOverwrite(overwrite.isGiven()),
                        this::say)
                .make();
        try {
            PrintWriter out = spec.commandLine().getOut();
            planned.print(out);
            Stdout.requireWritten(out);
        } catch (IOException | RuntimeException | Error e) { // A plan that nobody has got is none.
            planned.plan().abandon();
            throw e;
        }
        return ExitCode.DONE;
    }

    private void say(String line) {
        Report.WORDS.line(spec.commandLine().getErr(), Report.Event.WARNING, line);
    }
}
