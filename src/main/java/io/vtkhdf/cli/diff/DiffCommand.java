package io.vtkhdf.cli.diff;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ArrayName;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.LeftOut;
import io.vtkhdf.cli.option.ReachOption;
import io.vtkhdf.cli.option.ServerOptions;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.progress.Progress;
import io.vtkhdf.cli.text.Report;
import io.vtkhdf.cli.text.Stdout;
import io.vtkhdf.cli.text.UnfinishedWords;
import io.vtkhdf.compare.ImageComparison;
import io.vtkhdf.compare.ImageDifference;
import io.vtkhdf.compare.SeriesComparison;
import io.vtkhdf.compare.SeriesDifference;
import io.vtkhdf.compare.Tolerance;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.KnownArrays;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command. */
public final class DiffCommand implements Callable<Integer>, FileCommand {

    private final ServerOptions servers = new ServerOptions();

    private final Arg<Path> a =
            Arg.of(Path.class, servers.input(Arg.parameter(0, "A").description("The one image.")));

    private final Arg<Path> b =
            Arg.of(Path.class, servers.input(Arg.parameter(1, "B").description("The other image.")));

    private final Arg<List<String>> names = Arg.listOf(
            String.class,
            OptionSpec.builder("--array")
                    .paramLabel("NAME")
                    .description(
                            "Compare only the geometry and the arrays of this name (point:NAME or cell:NAME: only those);"
                                    + " may be repeated. Default: everything."));

    private final Arg<Double> tolerance = Arg.of(
            Double.class,
            OptionSpec.builder("--tolerance")
                    .paramLabel("T")
                    .defaultValue("0")
                    .description("Values that lie at most this far apart are the same. Default: ${DEFAULT-VALUE}."));

    private final Arg<Double> relative = Arg.of(
            Double.class,
            OptionSpec.builder("--relative")
                    .paramLabel("R")
                    .defaultValue("0")
                    .description("Values that lie at most R times the larger of their magnitudes apart are the same."
                            + " Default: ${DEFAULT-VALUE}."));

    private final Arg<Double> places = Arg.of(
            Double.class,
            OptionSpec.builder("--geometry-tolerance")
                    .paramLabel("G")
                    .defaultValue("0")
                    .description(
                            "Points that lie at most G times the smallest spacing apart are at the same place, such as"
                                    + " 1e-6; --tolerance and --relative are for values. Default: ${DEFAULT-VALUE}, which allows"
                                    + " for rounding."));

    private final Arg<Boolean> ignoreType = Arg.flag(
            "--ignore-type",
            "The type in which an array is stored is no difference: only its values count, such as those of a copy in"
                    + " Float32, with --relative 1e-6.");

    private final Arg<Boolean> json = Arg.flag("--json", "Print JSON.");

    private final ReachOption outside = new ReachOption();

    private final DifferencePicture picture = new DifferencePicture();

    private final Set<String> told = new HashSet<>();

    private final CommandSpec spec = Specs.of(
            this, "diff", a, b, names, tolerance, relative, places, ignoreType, json, outside, servers, picture);

    public DiffCommand() {
        spec.usageMessage()
                .description(
                        "Compares two images (.vtkhdf, .hdf, .vti, .pvti, .vtk, .vtr, .npy, .nrrd, .mha, .tif, .png, a folder of slices), whatever their formats: geometry, arrays value by value, fields, active arrays; time series step by step.",
                        "",
                        "Exit code 0 if they are the same, 1 if not. The same points in space are the same geometry, even if the extent"
                                + " starts elsewhere. NaN equals NaN, 0.0 equals -0.0; integers are compared without rounding; values of"
                                + " different types as the numbers that they are. The place of a"
                                + " difference is counted from 0, whatever the extent.",
                        "",
                        "Of time series the times are compared too, within the tolerance; a static image is a series of one step. Where"
                                + " one has more steps than the other, which is a difference, those are compared that both have. Told are"
                                + " the steps that differ: the first 10, in JSON all, as steps, beside stepsInA, stepsInB, stepsCompared and"
                                + " stepsDiffering.")
                .footerHeading(Specs.EXAMPLES)
                .footer(
                        "  vtkhdf diff scan.vti scan.vtkhdf",
                        "  vtkhdf diff --tolerance 1e-6 --array density a.vtkhdf b.vtkhdf",
                        "  vtkhdf diff --ignore-type --relative 1e-6 scan.vti float32.vtkhdf",
                        "  vtkhdf diff --array density a.vtkhdf b.vtkhdf --picture difference.png");
    }

    public CommandSpec spec() {
        return spec;
    }

    @Override
    public String files() {
        return a.get() + " and " + b.get();
    }

    @Override
    public Integer call() throws IOException {
        Tolerance allowed = new Tolerance(tolerance.get(), relative.get());
        picture.requireFitting(a.get(), b.get(), selected().size());
        boolean isSame;
        try (ImageSeries seriesA = ImageSources.openSeries(a.get(), outside.reach());
                ImageSeries seriesB = ImageSources.openSeries(b.get(), outside.reach());
                Progress progress =
                        Progress.of(Progress.Mode.AUTO, spec.commandLine().getErr(), System::nanoTime)) {
            int steps = Math.min(seriesA.times().length, seriesB.times().length);
            SeriesComparison comparison = new SeriesComparison(
                    seriesA,
                    seriesB,
                    allowed,
                    (step, sourceA, sourceB) -> prepared(step, sourceA, sourceB)
                            .tolerance(allowed)
                            .geometryTolerance(places.get())
                            .listener((done, total) -> progress.progress(step * total + done, steps * total)));
            if (picture.isGiven()) {
                comparison.tellingFirst(picture::look);
            }
            isSame = seriesA.isTimed() || seriesB.isTimed() ? printSeries(comparison) : printImages(comparison);
            if (picture.isGiven()) {
                picture.write(
                        a.get(),
                        b.get(),
                        seriesA,
                        seriesB,
                        line -> spec.commandLine().getErr().println(ShownText.of(line)));
            }
        }
        Stdout.requireWritten(spec.commandLine().getOut());
        return isSame ? ExitCode.DONE : ExitCode.DIFFERS;
    }

    private ImageComparison prepared(int step, ImageSource sourceA, ImageSource sourceB) throws IOException {
        requireReadable(sourceA, sourceB);
        if (step == 0) {
            warn(a.get(), sourceA);
            warn(b.get(), sourceB);
        }
        tell(sourceA);
        tell(sourceB);
        ImageComparison whole = new ImageComparison(sourceA, sourceB);
        if (ignoreType.isGiven()) {
            whole.ignoringTypes();
        }
        return names.isGiven() ? whole.arrays(this::isSelected) : whole;
    }

    /** Images without times: what they have of that is a field. */
    private boolean printImages(SeriesComparison comparison) throws IOException {
        AtomicReference<ImageDifference> only = new AtomicReference<>();
        comparison.run(step -> only.set(step.image()));
        ImageDifference difference = only.get();
        PrintWriter out = spec.commandLine().getOut();
        if (json.isGiven()) {
            DiffJson.print(difference, out);
        } else {
            new DiffText(difference, a.get().toString(), b.get().toString()).print(out);
        }
        return difference.isSame();
    }

    private boolean printSeries(SeriesComparison comparison) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        SeriesDifference difference = json.isGiven()
                ? DiffJson.print(comparison, out)
                : new SeriesDiffText(a.get().toString(), b.get().toString(), out).print(comparison);
        return difference.isSame();
    }

    private void warn(Path file, ImageSource source) {
        UnfinishedWords.warning(file.toString(), source)
                .ifPresent(line -> Report.WORDS.line(spec.commandLine().getErr(), Report.Event.WARNING, line));
    }

    /** What no earlier step had to say of the arrays that are compared, such as that parts of them are missing. */
    private void tell(ImageSource source) {
        for (SourceNote note : source.notes()) {
            boolean isCompared = note.array()
                    .filter(array -> !names.isGiven() || isSelected(array.association(), array.name()))
                    .isPresent();
            if (isCompared && told.add(note.message())) {
                Report.WORDS.line(spec.commandLine().getErr(), Report.Event.WARNING, note.message());
            }
        }
    }

    private List<String> selected() {
        return names.isGiven() ? names.get() : List.of();
    }

    private boolean isSelected(Association association, String name) {
        return selected().stream().anyMatch(selected -> new ArrayName(selected).isOf(association, name));
    }

    private void requireReadable(ImageSource sourceA, ImageSource sourceB) throws IOException {
        List<String> missing = selected().stream()
                .map(ArrayName::new)
                .filter(name -> !isIn(sourceA, name) && !isIn(sourceB, name))
                .map(ArrayName::text)
                .toList();
        requireReadable(a.get(), sourceA, missing);
        requireReadable(b.get(), sourceB, missing);
        if (!missing.isEmpty()) {
            String name = missing.get(0);
            List<ArraySpec> all = Stream.concat(sourceA.arrays().stream(), sourceB.arrays().stream())
                    .toList();
            throw new IllegalArgumentException(
                    files() + ": no array " + ShownText.quoted(name) + ", expected one of A, "
                            + KnownArrays.list(sourceA.arrays()) + ", or of B, " + KnownArrays.list(sourceB.arrays())
                            + KnownArrays.suggestion(name, all));
        }
    }

    private void requireReadable(Path file, ImageSource source, List<String> missing) throws IOException {
        List<UnreadableArray> leftOut = source.unreadable();
        LeftOut.requireNone(
                file.toString(), names.isGiven() ? LeftOut.named(leftOut, missing) : leftOut, source.arrays());
    }

    private static boolean isIn(ImageSource source, ArrayName name) {
        return source.arrays().stream().anyMatch(name::isOf)
                || source.fields().stream().anyMatch(field -> name.isOf(Association.FIELD, field.name()));
    }
}
