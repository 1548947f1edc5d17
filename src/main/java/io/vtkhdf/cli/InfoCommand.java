package io.vtkhdf.cli;

import io.vtkhdf.cli.kerchunk.KerchunkOptions;
import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.FolderOptions;
import io.vtkhdf.cli.option.FoundFile;
import io.vtkhdf.cli.option.LeftOut;
import io.vtkhdf.cli.option.RawOptions;
import io.vtkhdf.cli.option.ReachOption;
import io.vtkhdf.cli.option.ServerOptions;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.text.FirstOfMany;
import io.vtkhdf.cli.text.Json;
import io.vtkhdf.cli.text.Report;
import io.vtkhdf.cli.text.Stdout;
import io.vtkhdf.compare.StatisticsReader;
import io.vtkhdf.compat.Reading;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.validate.ImageValidator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class InfoCommand implements Callable<Integer>, FileCommand {

    private final ServerOptions servers = new ServerOptions();

    private final Arg<List<Path>> files = Arg.listOf(
            Path.class,
            servers.input(PositionalParamSpec.builder()
                    .arity("1..*")
                    .required(true)
                    .paramLabel("FILE")
                    .description("The image to look at; several get a line each, with --stats all of it each.")));

    private final FolderOptions folders = new FolderOptions("");

    private final Arg<Boolean> json = Arg.flag("--json", "Print JSON; a number that is not finite is null.");

    private final Arg<Boolean> stats = Arg.flag(
            "--stats",
            "Read all values, and show each array's range, mean, standard deviation (of all values, divided by their"
                    + " number) and how many are NaN or infinite, over all components together, and of each of up to 16."
                    + " NaNs are left out of the range, and infinities too out of all else.");

    private final Arg<Boolean> distribution = Arg.flag(
            "--distribution",
            "As --stats, and read all values some times more to show how they are spread: exact percentiles, and a histogram.");

    private final KerchunkOptions kerchunk = new KerchunkOptions();

    private final RawOptions raw = new RawOptions();

    private final ReachOption outside = new ReachOption();

    private final CommandSpec spec =
            Specs.of(this, "info", files, folders, json, stats, distribution, kerchunk, raw, outside, servers);

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
                                + " a step counts, whether its values are its own or another's. Fields are those of step 0.",
                        "",
                        "With --stats the JSON has of each array min, max, mean, standardDeviation, nans and infinities, with"
                                + " --distribution percentiles (1, 25, 50, 75 and 99, linear between two values) and histogram: counts"
                                + " of up to 10 ranges of equal width from the smallest finite value to the largest, and their edges,"
                                + " one more; ofComponents has the same of each component. leftOut tells of arrays that cannot be read, notes of what is not as the"
                                + " file has it.")
                .footerHeading(Specs.EXAMPLES)
                .footer(
                        "  vtkhdf info scan.vtkhdf",
                        "  vtkhdf info *.vti",
                        "  vtkhdf info --recursive data",
                        "  vtkhdf info --json --stats scan.vtkhdf | jq '.arrays[].max'",
                        "  vtkhdf info --kerchunk scan.vtkhdf > scan.json");
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public String files() {
        return files.get().get(0).toString();
    }

    @Override
    public Integer call() throws IOException {
        kerchunk.requireAlone(folders, json, stats, distribution, raw);
        List<FoundFile> found = folders.find(files.get(), FolderOptions::isImage, Optional.empty());
        PrintWriter out = spec.commandLine().getOut();
        if (kerchunk.isGiven()) {
            kerchunk.requireOne(found.size());
            kerchunk.print(
                    found.get(0).file(),
                    outside.reach(),
                    out,
                    spec.commandLine().getErr());
            return ExitCode.DONE;
        }
        int code = found.size() > 1 || folders.isGiven()
                ? many(found, out)
                : one(found.get(0).file(), out);
        Stdout.requireWritten(out);
        return code;
    }

    private int one(Path file, PrintWriter out) throws IOException {
        ImageInfo info = info(file);
        if (json.isGiven()) {
            Json.print(out, one -> InfoJson.print(one, Optional.empty(), info, readings(file, info)));
        } else {
            InfoText.print(info, out);
        }
        Stdout.requireWritten(out);
        warn(info);
        return ExitCode.DONE;
    }

    private int many(List<FoundFile> found, PrintWriter out) throws IOException {
        ManyFiles many = new ManyFiles(found, spec.commandLine());
        if (!json.isGiven()) {
            return many.each(file -> {
                ImageInfo info = info(file);
                if (statistics().isPresent()) {
                    out.println(ShownText.of(file.toString()));
                    InfoText.print(info, out);
                    out.println();
                } else {
                    out.println(InfoLine.of(file, info));
                }
                Stdout.requireWritten(out);
                warn(info);
                return ExitCode.DONE;
            });
        }
        AtomicInteger code = new AtomicInteger();
        Json.print(out, all -> {
            all.writeStartArray();
            code.set(many.each(file -> {
                ImageInfo info = info(file);
                InfoJson.print(all, Optional.of(file), info, readings(file, info));
                return ExitCode.DONE;
            }));
            all.writeEndArray();
        });
        return code.get();
    }

    private ImageInfo info(Path file) throws IOException {
        return ImageInfo.of(file, raw.formOrAsFound(outside.reach()), statistics());
    }

    private Optional<StatisticsReader> statistics() {
        if (distribution.isGiven()) {
            return Optional.of(StatisticsReader.ofDistributions());
        }
        return stats.isGiven() ? Optional.of(StatisticsReader.ofSummaries()) : Optional.empty();
    }

    private List<Reading> readings(Path file, ImageInfo info) throws IOException {
        return info.version().isPresent()
                ? ImageValidator.validate(file, outside.reach()).readings()
                : List.of();
    }

    private void warn(ImageInfo info) {
        PrintWriter err = spec.commandLine().getErr();
        List<String> lines = new ArrayList<>(LeftOut.lines(info.leftOut()));
        lines.addAll(FirstOfMany.of(info.notes(), "more notes (--json tells of all)"));
        lines.forEach(line -> Report.WORDS.line(err, Report.Event.WARNING, line));
    }
}
