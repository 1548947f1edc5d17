package io.vtkhdf.spark;

import io.vtkhdf.cli.Main;
import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.Input;
import io.vtkhdf.cli.option.PlanStorageOptions;
import io.vtkhdf.cli.option.ReachOption;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.option.StepOptions;
import io.vtkhdf.cli.option.TimesOptions;
import io.vtkhdf.cli.plan.ConversionPlan;
import io.vtkhdf.cli.plan.FinishedPlan;
import io.vtkhdf.cli.plan.PlanFile;
import io.vtkhdf.cli.plan.PlannedInput;
import io.vtkhdf.cli.plan.SlabCopy;
import io.vtkhdf.cli.text.Report;
import io.vtkhdf.plan.FinishOptions;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.source.StepTimes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A ready job: converts an image or a time series to a VTKHDF file on a cluster.
 *
 * <pre>spark-submit --class io.vtkhdf.spark.ConvertJob vtkhdf-spark-all.jar INPUT OUTPUT [OPTIONS]</pre>
 *
 * <p>INPUT is a {@code .pvti} file with its pieces, a {@code .pvd} or {@code .series} file with its steps, a folder of
 * {@code .vti} files, which are the steps of a series in the natural order of their names, or any other file that is
 * read. {@code --help} tells the options, which mean what they mean to {@code vtkhdf convert}, and the exit codes.
 */
public final class ConvertJob implements Callable<Integer>, FileCommand {

    /** Smaller slabs are done before they are worth a task, larger ones are a pity to do again. */
    private static final long BYTES_OF_SLAB = 128L << 20;

    private static final int SLABS_OF_SLOT = 3;
    private static final int MOST_SLABS = 10_000;

    private final Arg<Path> input = Arg.of(
            Path.class,
            Arg.parameter(0, "INPUT")
                    .description(
                            "The image or time series to read, of any format that is read; or a folder of .vti files, the"
                                    + " steps of a series in the natural order of their names (a2 before a10)."));

    private final Arg<Path> output =
            Arg.of(Path.class, Arg.parameter(1, "OUTPUT").description("The VTKHDF file to write."));

    private final Arg<Integer> slabs = Arg.of(
            Integer.class,
            OptionSpec.builder("--slabs")
                    .paramLabel("N")
                    .description(
                            "The number of slabs, and so of tasks; fewer if the image cannot be cut into as many."
                                    + " Default: 3 for each processor of the cluster, more if they had more than 128MiB each."));

    private final Arg<List<String>> names = Arg.listOf(
            String.class,
            OptionSpec.builder("--array")
                    .paramLabel("NAME")
                    .description("Only the array of this name, as of 'convert'; may be repeated. Default: all."));

    private final StepOptions step = new StepOptions("all of them, of which each slab has some");

    private final TimesOptions times = new TimesOptions("a folder", "files");

    private final PlanStorageOptions storage = new PlanStorageOptions();

    private final Arg<Boolean> consolidate = Arg.flag(
            "--consolidate",
            "Copy the chunks of all parts into one file, and delete the parts. Default: OUTPUT is a small file that"
                    + " refers to them, in OUTPUT.parts beside it. If all slabs are in one file anyway, this changes nothing.");

    private final Arg<Boolean> verify =
            Arg.flag("--verify", "Read all values again in the end: finds what a file system has lost.");

    private final Arg<Boolean> overwrite = Arg.flag(
            "--overwrite", "Replace OUTPUT in the end, and what a job whose driver was killed has left of it at once.");

    private final ReachOption outside = new ReachOption();

    private final CommandSpec spec = Specs.of(
            this,
            "ConvertJob",
            input,
            output,
            slabs,
            names,
            step,
            times,
            storage,
            consolidate,
            verify,
            overwrite,
            outside);

    private final Optional<JavaSparkContext> given;

    private ConvertJob(Optional<JavaSparkContext> given) {
        this.given = given;
        spec.usageMessage()
                .customSynopsis(
                        "spark-submit --class io.vtkhdf.spark.ConvertJob vtkhdf-spark-all.jar INPUT OUTPUT [OPTIONS]")
                .description(
                        "Converts an image or a time series to VTKHDF, each slab by a task of Spark.",
                        "",
                        "INPUT and OUTPUT are on a file system that the driver and all executors see at the same path. OUTPUT"
                                + " appears when it is complete; if the job fails, nothing is left of it. A driver that is killed leaves"
                                + " OUTPUT.part or OUTPUT.parts, which the next job replaces with --overwrite.");
    }

    /** Makes a context of Spark's, runs the job, and ends the JVM if it fails. */
    public static void main(String[] args) {
        int exitCode = run(new ConvertJob(Optional.empty()), System.out, System.err, args);
        if (exitCode != ExitCode.DONE) {
            System.exit(exitCode);
        }
    }

    /**
     * Runs the job in a context that is there, as often as wanted, without ending the JVM.
     *
     * @param out takes what {@code --help} says
     * @param err takes warnings, what went wrong, and what was done
     * @return the exit code
     */
    public static int run(JavaSparkContext context, OutputStream out, OutputStream err, String... args) {
        return run(new ConvertJob(Optional.of(context)), out, err, args);
    }

    private static int run(ConvertJob job, OutputStream out, OutputStream err, String... args) {
        return Main.run("vtkhdf-spark", job.spec, out, err, args);
    }

    @Override
    public String files() {
        return input.get() + " to " + output.get();
    }

    @Override
    public Integer call() throws IOException {
        if (given.isPresent()) {
            convert(given.get());
        } else {
            SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "vtkhdf: " + output.get());
            try (JavaSparkContext context = new JavaSparkContext(conf)) {
                convert(context);
            }
        }
        return ExitCode.DONE;
    }

    private void convert(JavaSparkContext context) throws IOException {
        Input asked = asked();
        PlanFile planned = new ConversionPlan(
                        asked,
                        names.isGiven() ? names.get() : List.of(),
                        output.get(),
                        bytes -> slabs.isGiven() ? slabs.get() : slabs(context, bytes),
                        storage.writeOptions().withOverwrite(overwrite.isGiven()),
                        line -> say(Report.Event.WARNING, line))
                .make();
        SlabPlan plan = planned.plan();
        VtkhdfSpark.of(context, plan)
                .withFinishOptions(FinishOptions.defaults()
                        .withConsolidate(consolidate.isGiven())
                        .withVerify(verify.isGiven()))
                .write(copy(plan, input(planned, asked), TaskShare.of(context)));
        say(Report.Event.DONE, FinishedPlan.text(plan, consolidate.isGiven()));
    }

    private Input asked() throws IOException {
        if (Files.isDirectory(input.get())) {
            return new Input(FolderSteps.of(input.get()), outside.reach(), Optional.of(times.get()), step);
        } else if (times.given().isPresent()) {
            throw new IllegalArgumentException(
                    times.given().get() + " goes with a folder of .vti files, found the file " + input.get());
        }
        return new Input(List.of(input.get()), outside.reach(), Optional.<StepTimes>empty(), step);
    }

    private static JobInput input(PlanFile planned, Input asked) throws IOException {
        try {
            return new JobInput(asked, planned.source());
        } catch (IOException | RuntimeException | Error e) {
            planned.plan().abandon();
            throw e;
        }
    }

    private static SlabFunction copy(SlabPlan plan, JobInput from, TaskShare share) {
        return slab -> {
            try (PlannedInput opened = from.open()) {
                new SlabCopy(plan, opened, share.readMemory()).to(slab);
            }
        };
    }

    private static int slabs(JavaSparkContext context, long bytes) {
        long slots = (long) context.defaultParallelism() * SLABS_OF_SLOT;
        return (int) Math.min(Math.max(slots, bytes / BYTES_OF_SLAB), MOST_SLABS);
    }

    private void say(Report.Event event, String line) {
        Report.WORDS.line(spec.commandLine().getErr(), event, line);
    }
}
