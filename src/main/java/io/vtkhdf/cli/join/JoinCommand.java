package io.vtkhdf.cli.join;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ArrayName;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.ForgottenOutput;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.option.TimesOptions;
import io.vtkhdf.cli.text.ManyParts;
import io.vtkhdf.cli.text.Report;
import io.vtkhdf.cli.text.Sizes;
import io.vtkhdf.cli.text.Stdout;
import io.vtkhdf.copy.KnownArrays;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.input.FileFormat;
import io.vtkhdf.join.ImageJoin;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The command. */
public final class JoinCommand implements Callable<Integer>, FileCommand {

    /** What parts follow each other along. */
    enum Along {
        X,
        Y,
        Z,
        TIME
    }

    private final Arg<List<Path>> files = Arg.listOf(
            Path.class,
            PositionalParamSpec.builder()
                    .arity("2..*")
                    .required(true)
                    .paramLabel("FILE")
                    .description("The parts (.vtkhdf, .hdf), in any order, and the file to write."));

    private final Arg<Along> along = Arg.of(
            Along.class,
            OptionSpec.builder("--along")
                    .paramLabel("WHAT")
                    .defaultValue("z")
                    .description(
                            "z, y or x: the parts are slabs of one image, in the order in which their geometry has them, next to"
                                    + " each other or with one plane of points in common, which cell arrays need; time: they are"
                                    + " the steps of one series, in the natural order of their names (a2 before a10), at the times"
                                    + " of their field arrays TimeValue, or 0, 1, 2... if none has one. Default:"
                                    + " ${DEFAULT-VALUE}."));

    private final TimesOptions times = new TimesOptions("--along time", "parts");

    private final Arg<List<String>> names = Arg.listOf(
            String.class,
            OptionSpec.builder("--array")
                    .paramLabel("NAME")
                    .description(
                            "Join only the point or cell array of this name; point:NAME or cell:NAME if both have it; may be"
                                    + " repeated. Default: all."));

    private final Arg<Boolean> outside = Arg.flag(
            "--allow-outside",
            "Take parts also from outside of OUTPUT's folder. Readers that are careful, 'vtkhdf' too, then follow the names"
                    + " in OUTPUT only if they are told to. Default: only in its folder or below.");

    private final Arg<Boolean> overwrite = Arg.flag("--overwrite", "Replace OUTPUT if it exists.");

    private final Arg<Boolean> durable = Arg.flag(
            "--durable", "Be done only when OUTPUT is on the disk, so that it outlasts a failure of the machine.");

    private final Arg<Boolean> dryRun =
            Arg.flag("--dry-run", "Say what would be joined, and in which order, and write nothing.");

    private final Arg<Boolean> quiet = Arg.flag("--quiet", "Print nothing but errors.");

    private final CommandSpec spec =
            Specs.of(this, "join", files, along, times, names, outside, overwrite, durable, dryRun, quiet);

    public JoinCommand() {
        spec.usageMessage()
                .customSynopsis("@|bold vtkhdf join|@ PART... OUTPUT [OPTIONS]")
                .description(
                        "Joins VTKHDF files into one without copying: OUTPUT holds no values, but says where they are (virtual"
                                + " datasets of HDF5), which VTK, ParaView and h5py follow.",
                        "",
                        "The parts are named relative to OUTPUT's folder, so move all of it together. What is no longer there"
                                + " reads as NaN, or 0 of integers, and VTK says nothing: 'vtkhdf validate' does.")
                .footerHeading(Specs.EXAMPLES)
                .footer(
                        "  vtkhdf join slab-*.vtkhdf scan.vtkhdf",
                        "  vtkhdf join step-*.vtkhdf run.vtkhdf --along time --dt 0.1",
                        "  vtkhdf join slab-*.vtkhdf scan.vtkhdf --array density --dry-run");
    }

    public CommandSpec spec() {
        return spec;
    }

    private Path output() {
        return files.get().get(files.get().size() - 1);
    }

    @Override
    public String files() {
        return output().toString();
    }

    @Override
    public Integer call() throws IOException {
        requireOptions();
        ImageJoin join = join().withReach(outside.isGiven() ? InputReach.ANYWHERE : InputReach.FOLDER);
        WriteOptions options =
                WriteOptions.defaults().withOverwrite(overwrite.isGiven()).withDurable(durable.isGiven());
        PrintWriter err = spec.commandLine().getErr();
        for (SourceNote note : join.notes()) {
            say(err, Report.Event.WARNING, note.message());
        }
        ManyParts.warning(output(), join.parts().size(), "'vtkhdf convert'")
                .ifPresent(warning -> say(err, Report.Event.WARNING, warning));
        JoinText text = new JoinText(output(), along.get(), join);
        if (dryRun.isGiven()) {
            join.requireWritable(output(), options);
            PrintWriter out = spec.commandLine().getOut();
            text.print(out);
            Stdout.requireWritten(out);
            return ExitCode.DONE;
        }
        join.to(output(), options);
        say(err, Report.Event.DONE, text.done() + ", a file of " + Sizes.text(Files.size(output())));
        return ExitCode.DONE;
    }

    private void say(PrintWriter err, Report.Event event, String message) {
        if (!quiet.isGiven()) {
            Report.WORDS.line(err, event, message);
        }
    }

    private void requireOptions() throws IOException {
        if (along.get() != Along.TIME && times.given().isPresent()) {
            throw new IllegalArgumentException(times.given().get() + " goes with --along time");
        } else if (!FileFormat.VTKHDF.isNameOf(output())) {
            throw new IllegalArgumentException(
                    output() + ": found no name of a VTKHDF file, expected .vtkhdf or .hdf as the last one: OUTPUT");
        }
        ForgottenOutput.requireNoPart(output());
        for (Path part : parts()) {
            if (!Files.exists(part)) {
                throw new NoSuchFileException(part.toString());
            } else if (FileFormat.of(part) != FileFormat.VTKHDF) {
                throw new UnsupportedFileException(
                        part.toString(), "file", "no VTKHDF file", "one; 'vtkhdf convert' makes one of it");
            }
        }
    }

    private List<Path> parts() {
        return files.get().subList(0, files.get().size() - 1);
    }

    private ImageJoin join() throws IOException {
        if (!names.isGiven()) {
            return along.get() == Along.TIME
                    ? ImageJoin.inTime(parts(), times.get())
                    : ImageJoin.along(axis(), parts());
        }
        Set<ArraySpec> seen = new LinkedHashSet<>();
        ImageJoin join = along.get() == Along.TIME
                ? ImageJoin.inTime(parts(), times.get(), array -> isWanted(array, seen))
                : ImageJoin.along(axis(), parts(), array -> isWanted(array, seen));
        for (String name : names.get()) {
            if (join.image().arrays().stream().noneMatch(new ArrayName(name)::isOf)) {
                throw new IllegalArgumentException(
                        KnownArrays.missing(parts().get(0).toString(), name, List.copyOf(seen)));
            }
        }
        return join;
    }

    private Axis axis() {
        return Axis.valueOf(along.get().name());
    }

    private boolean isWanted(ArraySpec array, Set<ArraySpec> seen) {
        seen.add(array);
        return names.get().stream().anyMatch(name -> new ArrayName(name).isOf(array));
    }
}
