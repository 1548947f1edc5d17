package io.vtkhdf.cli;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ArrayName;
import io.vtkhdf.cli.option.ArrayNames;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.LeftOut;
import io.vtkhdf.cli.option.ReachOption;
import io.vtkhdf.cli.option.SameFile;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.option.StepOptions;
import io.vtkhdf.cli.slice.CsvEncoder;
import io.vtkhdf.cli.slice.ImageSlice;
import io.vtkhdf.cli.slice.NpyEncoder;
import io.vtkhdf.cli.slice.PartFile;
import io.vtkhdf.cli.slice.PngSlice;
import io.vtkhdf.cli.slice.RawEncoder;
import io.vtkhdf.cli.slice.SliceEncoder;
import io.vtkhdf.cli.slice.SlicePlane;
import io.vtkhdf.cli.slice.SliceValues;
import io.vtkhdf.cli.slice.ValueRange;
import io.vtkhdf.cli.text.Numbers;
import io.vtkhdf.cli.text.Report;
import io.vtkhdf.cli.text.Stdout;
import io.vtkhdf.cli.text.StepWords;
import io.vtkhdf.cli.text.UnfinishedWords;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.Unchanged;
import io.vtkhdf.copy.VtkhdfSource;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

final class SliceCommand implements Callable<Integer>, FileCommand {

    private static final String PNG = ".png";
    private static final String NPY = ".npy";
    private static final String CSV = ".csv";
    private static final List<String> EXTENSIONS = List.of(PNG, NPY, CSV, ".raw");
    private static final String MAGNITUDE = "magnitude";

    private final Arg<Path> file =
            Arg.of(Path.class, Arg.parameter(0, "FILE").description("The image to cut, of any format that is read."));

    private final Arg<String> name = Arg.of(
            String.class,
            OptionSpec.builder("--array")
                    .required(true)
                    .paramLabel("NAME")
                    .description("The array; point:NAME or cell:NAME if a point and a cell array have that name."));

    private final Arg<Axis> axis = Arg.of(
            Axis.class,
            OptionSpec.builder("--axis").required(true).paramLabel("x|y|z").description("The axis to cut across."));

    private final Arg<Integer> index = Arg.of(
            Integer.class,
            OptionSpec.builder("--index")
                    .required(true)
                    .paramLabel("K")
                    .description(
                            "Which slice, counted from 0 at the first point (or cell) of the axis, whatever the extent."));

    private final StepOptions step = new StepOptions("the first");

    private final Arg<Path> output = Arg.of(
            Path.class,
            OptionSpec.builder("-o", "--output")
                    .paramLabel("OUTPUT")
                    .description("The file to write; its extension is its format."));

    private final Arg<Boolean> overwrite = Arg.flag("--overwrite", "Replace OUTPUT if it exists.");

    private final Arg<ValueRange> range = Arg.of(
            ValueRange.class,
            OptionSpec.builder("--range")
                    .paramLabel("MIN,MAX")
                    .converters(new ValueRange.Converter())
                    .description("PNG: the values of the first and last colour. Default: the slice's own range."));

    private final Arg<String> component = Arg.of(
            String.class,
            OptionSpec.builder("--component")
                    .paramLabel("COMPONENT")
                    .description(
                            "PNG: show this component, counted from 0 or by its name, or magnitude. Default: magnitude."));

    private final ReachOption outside = new ReachOption();

    private final CommandSpec spec =
            Specs.of(this, "slice", file, name, axis, index, step, output, overwrite, range, component, outside);

    SliceCommand() {
        spec.usageMessage()
                .description(
                        "Cuts one slice out of an array of an image (.vtkhdf, .hdf, .vti, .pvti, .vtk), for a look or for other software.",
                        "",
                        ".png   a picture with axes and a scale of colours, the slow axis upwards; of a large slice a part of the values",
                        ".npy   NumPy, in the array's own type; shape (slow, fast), or (slow, fast, components)",
                        ".csv   one component: a line per index of the slow axis, a column per index of the fast axis; several: a line"
                                + " per tuple with its two indices",
                        ".raw   the bare values, little-endian, the fast axis fastest",
                        "",
                        "Of the two axes left, x before y before z is the fast one. Without -o, CSV goes to stdout. An OUTPUT that exists"
                                + " already is an error (exit code 3) unless --overwrite is given. Of a time series one step is cut, which a line on stderr names, and a picture's title. Formats other"
                                + " than VTKHDF are read from their beginning to the slice.")
                .footerHeading(Specs.EXAMPLES)
                .footer(
                        "  vtkhdf slice scan.vtkhdf --array density --axis z --index 8 -o slice.png",
                        "  vtkhdf slice run.vtkhdf --array density --axis z --index 8 --time 0.25 -o slice.png");
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
        String extension = requireKnownExtension();
        requireDifferentFiles();
        try (ImageSeries series = ImageSources.openSeries(file.get(), outside.reach())) {
            double[] times = series.times();
            int chosen = step.of(file.get(), times);
            try (ImageSource image = series.open(chosen)) {
                UnfinishedWords.warning(file.get(), image).ifPresent(this::warn);
                write(series, image, StepWords.of(chosen, times), extension);
            }
        }
        return ExitCode.DONE;
    }

    private void write(ImageSeries series, ImageSource image, Optional<String> words, String extension)
            throws IOException {
        ArraySpec array = select(image);
        Dimensions dimensions = image.geometry().dimensions(array.association());
        requireInside(dimensions);
        if (image instanceof VtkhdfSource stored) {
            stored.missingParts(array, Region.slice(dimensions, axis.get(), index.get()))
                    .map(SourceNote::message)
                    .ifPresent(this::warn);
        }
        try (SliceValues values = SliceValues.of(image, array)) {
            SlicePlane plane = new SlicePlane(values, axis.get(), index.get());
            if (extension.equals(PNG)) {
                OptionalInt shown = shownComponent(array);
                requireFree();
                writePicture(unchanged(
                        () -> new PngSlice(plane, image.geometry(), shown, range.get(), words), series, image));
            } else {
                requireFree();
                writeValues(unchanged(() -> ImageSlice.read(plane), series, image), encoder(extension));
            }
        }
        words.ifPresent(line -> spec.commandLine()
                .getErr()
                .println(ShownText.of((output.isGiven() ? output : file).get() + ": " + line)));
    }

    private void warn(String line) {
        Report.WORDS.line(spec.commandLine().getErr(), Report.Event.WARNING, line);
    }

    private static <T> T unchanged(Unchanged.Reading<T> reading, ImageSeries series, ImageSource image)
            throws IOException {
        return Unchanged.during(reading, image::requireUnchanged, series::requireUnchanged);
    }

    private void writePicture(PngSlice picture) throws IOException {
        PartFile.write(output.get(), picture::writeTo);
        PrintWriter err = spec.commandLine().getErr();
        err.println(output.get() + ": "
                + (picture.isEmpty()
                        ? "no finite values"
                        : "colours from "
                                + Numbers.range(
                                        picture.range().min(), picture.range().max())));
        if (!picture.hasText()) {
            err.println("vtkhdf: " + output.get() + ": this Java finds no fonts, so there is no text in the picture");
        }
    }

    private void writeValues(ImageSlice slice, SliceEncoder encoder) throws IOException {
        if (!output.isGiven()) {
            PrintWriter out = spec.commandLine().getOut();
            CsvEncoder.write(slice, out);
            Stdout.requireWritten(out);
        } else {
            PartFile.write(output.get(), out -> encoder.encode(slice, out));
        }
    }

    private String requireKnownExtension() {
        String extension = output.isGiven() ? extension(output.get()) : CSV;
        if (!EXTENSIONS.contains(extension)) {
            throw usage(output.get() + ": found no known extension, expected .png, .npy, .csv or .raw");
        } else if (!extension.equals(PNG) && (range.isGiven() || component.isGiven())) {
            throw usage("--range and --component are for .png only");
        }
        return extension;
    }

    private static SliceEncoder encoder(String extension) {
        return switch (extension) {
            case NPY -> new NpyEncoder();
            case CSV -> new CsvEncoder();
            default -> new RawEncoder();
        };
    }

    private OptionalInt shownComponent(ArraySpec array) {
        if (!component.isGiven()) {
            return OptionalInt.empty();
        }
        String shown = component.get();
        List<String> names = array.componentNames();
        int last = array.components() - 1;
        if (names.contains(shown)) {
            return OptionalInt.of(names.indexOf(shown));
        } else if (shown.equals(MAGNITUDE)) {
            return OptionalInt.empty();
        } else if (shown.matches("[0-9]{1,9}") && Integer.parseInt(shown) <= last) {
            return OptionalInt.of(Integer.parseInt(shown));
        }
        String known = names.isEmpty() ? "" : ", one of " + String.join(", ", names);
        throw usage("found --component " + shown + ", expected 0 to " + last + known + ", or " + MAGNITUDE);
    }

    private void requireDifferentFiles() throws IOException {
        if (output.isGiven() && SameFile.is(file.get(), output.get())) {
            throw usage("FILE and OUTPUT are the same file, " + output.get());
        }
    }

    private void requireFree() throws FileAlreadyExistsException {
        if (output.isGiven() && !overwrite.isGiven() && Files.isRegularFile(output.get())) {
            throw new FileAlreadyExistsException(output.get().toString());
        }
    }

    private static String extension(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.substring(Math.max(name.lastIndexOf('.'), 0));
    }

    private ArraySpec select(ImageSource image) throws FileContentException {
        List<ArraySpec> arrays = image.arrays();
        List<ArraySpec> matches = arrays.stream()
                .filter(array -> new ArrayName(name.get()).isOf(array))
                .toList();
        if (matches.size() > 1) {
            throw usage(file.get() + ": found several arrays '" + name.get() + "', expected point:NAME or cell:NAME");
        } else if (matches.isEmpty()) {
            LeftOut.requireNone(file.get(), LeftOut.named(image.unreadable(), List.of(name.get())), arrays);
            throw usage(file.get() + ": no array '" + name.get() + "', expected " + ArrayNames.list(arrays));
        }
        return matches.get(0);
    }

    private void requireInside(Dimensions dimensions) {
        int count = dimensions.along(axis.get());
        if (index.get() < 0 || index.get() >= count) {
            throw usage("found --index " + index.get() + ", expected 0 to " + (count - 1));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
