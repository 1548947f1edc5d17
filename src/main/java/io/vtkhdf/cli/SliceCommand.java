package io.vtkhdf.cli;

import io.vtkhdf.ArrayReader;
import io.vtkhdf.ArraySpec;
import io.vtkhdf.Axis;
import io.vtkhdf.UnsupportedFileException;
import io.vtkhdf.VtkhdfReader;
import io.vtkhdf.convert.FileFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "slice",
        description = {
            "Cuts one slice out of an array of a VTKHDF image, for a look or for other software.",
            "",
            ".png   a picture with axes and a scale of colours, the slow axis upwards; of a large slice a part of the values",
            ".npy   NumPy, in the array's own type; shape (slow, fast), or (slow, fast, components)",
            ".csv   one component: a line per index of the slow axis, a column per index of the fast axis; several: a line"
                    + " per tuple with its two indices",
            ".raw   the bare values, little-endian, the fast axis fastest",
            "",
            "Of the two axes left, x before y before z is the fast one. Without -o, CSV goes to stdout. An existing file is"
                    + " replaced. Of other formats 'vtkhdf convert' makes VTKHDF first; time series are not supported."
        },
        footerHeading = "%nExample:%n",
        footer = "  vtkhdf slice scan.vtkhdf --array density --axis z --index 8 -o slice.png")
final class SliceCommand implements Callable<Integer>, FileCommand {

    private static final String PNG = ".png";
    private static final String NPY = ".npy";
    private static final String CSV = ".csv";
    private static final List<String> EXTENSIONS = List.of(PNG, NPY, CSV, ".raw");
    private static final String MAGNITUDE = "magnitude";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The image to cut: .vtkhdf or .hdf.")
    private Path file;

    @Option(
            names = "--array",
            required = true,
            paramLabel = "NAME",
            description = "The array; point:NAME or cell:NAME if a point and a cell array have that name.")
    private String name;

    @Option(names = "--axis", required = true, paramLabel = "x|y|z", description = "The axis to cut across.")
    private Axis axis;

    @Option(
            names = "--index",
            required = true,
            paramLabel = "K",
            description = "Which slice, counted from 0 at the first point (or cell) of the axis, whatever the extent.")
    private int index;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUTPUT",
            description = "The file to write; its extension is its format.")
    private Path output;

    @Option(
            names = "--range",
            paramLabel = "MIN,MAX",
            converter = ValueRange.Converter.class,
            description = "PNG: the values of the first and last colour. Default: the slice's own range.")
    private ValueRange range;

    @Option(
            names = "--component",
            paramLabel = "COMPONENT",
            description = "PNG: show this component, counted from 0 or by its name, or magnitude. Default: magnitude.")
    private String component;

    @Override
    public String files() {
        return file.toString();
    }

    @Override
    public Integer call() throws IOException {
        String extension = requireKnownExtension();
        if (FileFormat.of(file) != FileFormat.VTKHDF) {
            throw new UnsupportedFileException(
                    file, "file", "no VTKHDF file", "one; 'vtkhdf convert' makes it of other formats");
        }
        requireDifferentFiles();
        try (VtkhdfReader reader = VtkhdfReader.open(file)) {
            ArrayReader array = select(reader);
            requireInside(array);
            SlicePlane plane = new SlicePlane(array, axis, index);
            if (extension.equals(PNG)) {
                writePicture(new PngSlice(plane, reader.geometry(), shownComponent(array.spec()), range));
            } else {
                writeValues(ImageSlice.read(plane), encoder(extension));
            }
        }
        return ExitCode.DONE;
    }

    private void writePicture(PngSlice picture) throws IOException {
        PartFile.write(output, picture::writeTo);
        PrintWriter err = spec.commandLine().getErr();
        err.println(output + ": "
                + (picture.isEmpty()
                        ? "no finite values"
                        : "colours from "
                                + Numbers.range(
                                        picture.range().min(), picture.range().max())));
        if (!picture.hasText()) {
            err.println("vtkhdf: " + output + ": this Java finds no fonts, so there is no text in the picture");
        }
    }

    private void writeValues(ImageSlice slice, SliceEncoder encoder) throws IOException {
        if (output == null) {
            PrintWriter out = spec.commandLine().getOut();
            CsvEncoder.write(slice, out);
            Stdout.requireWritten(out);
        } else {
            PartFile.write(output, out -> encoder.encode(slice, out));
        }
    }

    private String requireKnownExtension() {
        String extension = output == null ? CSV : extension(output);
        if (!EXTENSIONS.contains(extension)) {
            throw usage(output + ": found no known extension, expected .png, .npy, .csv or .raw");
        } else if (!extension.equals(PNG) && (range != null || component != null)) {
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
        if (component == null) {
            return OptionalInt.empty();
        }
        List<String> names = array.componentNames();
        int last = array.components() - 1;
        if (names.contains(component)) {
            return OptionalInt.of(names.indexOf(component));
        } else if (component.equals(MAGNITUDE)) {
            return OptionalInt.empty();
        } else if (component.matches("[0-9]{1,9}") && Integer.parseInt(component) <= last) {
            return OptionalInt.of(Integer.parseInt(component));
        }
        String known = names.isEmpty() ? "" : ", one of " + String.join(", ", names);
        throw usage("found --component " + component + ", expected 0 to " + last + known + ", or " + MAGNITUDE);
    }

    private void requireDifferentFiles() throws IOException {
        if (output != null && SameFile.is(file, output)) {
            throw usage("FILE and OUTPUT are the same file, " + output);
        }
    }

    private static String extension(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.substring(Math.max(name.lastIndexOf('.'), 0));
    }

    private ArrayReader select(VtkhdfReader reader) throws UnsupportedFileException {
        List<ArrayReader> arrays = reader.arrays();
        List<ArrayReader> matches = arrays.stream()
                .filter(array -> new ArrayName(name).isOf(array.spec()))
                .collect(Collectors.toList());
        if (matches.size() > 1) {
            throw usage(file + ": found several arrays '" + name + "', expected point:NAME or cell:NAME");
        } else if (matches.isEmpty() && !reader.unsupportedArrays().isEmpty()) {
            throw LeftOut.failure(file, reader.unsupportedArrays());
        } else if (matches.isEmpty()) {
            List<ArraySpec> specs = arrays.stream().map(ArrayReader::spec).collect(Collectors.toList());
            throw usage(file + ": no array '" + name + "', expected " + ArrayNames.list(specs));
        }
        return matches.get(0);
    }

    private void requireInside(ArrayReader array) {
        int count = array.dimensions().along(axis);
        if (index < 0 || index >= count) {
            throw usage("found --index " + index + ", expected 0 to " + (count - 1));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
