package io.vtkhdf.cli;

import io.vtkhdf.ArraySpec;
import io.vtkhdf.ChunkShape;
import io.vtkhdf.ImageSource;
import io.vtkhdf.Storage;
import io.vtkhdf.UnsupportedFileException;
import io.vtkhdf.VtkhdfWriter;
import io.vtkhdf.WriteOptions;
import io.vtkhdf.compat.VtkRelease;
import io.vtkhdf.convert.Converter;
import io.vtkhdf.convert.FileFormat;
import io.vtkhdf.convert.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "convert",
        description = {
            "Converts an image (.vti, .vtkhdf, .hdf) to VTKHDF, in memory that does not grow with the image.",
            "",
            "OUTPUT appears when it is complete: an error or Ctrl-C leaves nothing behind. An OUTPUT that exists already is"
                    + " an error (exit code 3) unless --overwrite is given."
        },
        footerHeading = "%nExample:%n",
        footer = "  vtkhdf convert scan.vti scan.vtkhdf --compress fast")
final class ConvertCommand implements Callable<Integer>, FileCommand {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "INPUT", description = "The image to read.")
    private Path input;

    @Parameters(index = "1", paramLabel = "OUTPUT", description = "The file to write: .vtkhdf or .hdf.")
    private Path output;

    @Option(
            names = "--array",
            paramLabel = "NAME",
            description = "Convert only the point or cell array of this name; may be repeated. Default: all,"
                    + " and one that cannot be read is an error (exit code 4).")
    private List<String> names = List.of();

    @Option(
            names = "--compress",
            paramLabel = "HOW",
            converter = Compression.class,
            defaultValue = "none",
            description = "none, fast, gzip or gzip:1 (fast) to gzip:9 (small). Default: ${DEFAULT-VALUE}.")
    private Storage compression;

    @Option(
            names = "--chunk",
            paramLabel = "SHAPE",
            converter = Chunk.class,
            description = "slice (fastest slice by slice), brick (for slices across any axis), or the chunk's size as"
                    + " Z,Y,X. Default: auto, which is slice if the data are compressed, else no chunks.")
    private ChunkShape chunk;

    @Option(names = "--checksum", description = "Store a checksum with each chunk, which readers verify.")
    private boolean checksum;

    @Option(
            names = "--keep-extent",
            description =
                    "Keep an extent that does not start at 0, which VTK up to 9.7 misreads. Default: move the offset"
                            + " into the origin.")
    private boolean keepExtent;

    @Option(
            names = "--oldest-vtk",
            paramLabel = "VERSION",
            converter = ReleaseOption.class,
            description = "Refuse (exit code 4) what this version of VTK or a newer one would not read, such as 9.3;"
                    + " 'vtkhdf validate' shows which ParaView has which VTK. Default: write it, and tell.")
    private VtkRelease oldestVtk;

    @Option(names = "--overwrite", description = "Replace OUTPUT if it exists.")
    private boolean overwrite;

    @Option(
            names = "--in-place",
            description = "Write under OUTPUT's own name from the start, so that it can be opened meanwhile.")
    private boolean inPlace;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that compress. Default: one a processor.")
    private Integer threads;

    @Option(
            names = "--max-memory",
            paramLabel = "SIZE",
            converter = Sizes.class,
            description =
                    "The most that buffers may take, such as 64m or 1.5GiB; two chunks' worth is always taken."
                            + " Default: half of Java's heap, but at most 1GiB, to write and a quarter, but at most 512MiB, to read.")
    private Long maxMemory;

    @Option(
            names = "--progress",
            paramLabel = "MODE",
            defaultValue = "auto",
            description = "auto (a bar if stderr is a terminal), json (one object a line on stderr) or none."
                    + " Default: ${DEFAULT-VALUE}.")
    private Progress.Mode progressMode;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    private boolean quiet;

    @Override
    public String files() {
        return input + " to " + output;
    }

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        WriteOptions options = writeOptions();
        requireWritableFormat();
        try (ImageSource source = Sources.open(input)) {
            requireDifferentFiles();
            List<ArraySpec> arrays = selected(source);
            StoredNames.requireDistinct(input, source, arrays);
            Converter converter = new Converter(source).arrays(arrays);
            if (maxMemory != null) {
                converter.memory(maxMemory / 4);
            }
            convert(converter, source, options);
            if (!quiet) {
                LeftOut.warn(err(), source.unsupportedArrays());
                err().println(summary(source, arrays, converter.totalBytes(), (System.nanoTime() - start) / 1e9)
                        + ReaderNote.of(output));
            }
        }
        return ExitCode.DONE;
    }

    private void convert(Converter converter, ImageSource source, WriteOptions options) throws IOException {
        Progress.Mode mode = quiet ? Progress.Mode.NONE : progressMode;
        try (InterruptGuard guard = new InterruptGuard();
                Progress progress = Progress.of(mode, err(), System::nanoTime);
                VtkhdfWriter writer = VtkhdfWriter.create(output, source.geometry(), options)) {
            try {
                converter.listener(progress).cancelledBy(guard::isInterrupted).copyTo(writer);
                writer.finish();
            } catch (IOException | RuntimeException | Error e) {
                writer.abort();
                throw e;
            }
        }
    }

    private WriteOptions writeOptions() {
        Storage chunked = chunk == null ? compression : compression.withChunk(chunk);
        WriteOptions options = WriteOptions.defaults().storage(checksum ? chunked.withChecksum() : chunked);
        options = overwrite ? options.overwrite() : options;
        options = inPlace ? options.inPlace() : options;
        options = keepExtent ? options.keepExtent() : options;
        options = oldestVtk == null ? options : options.oldestReader(oldestVtk);
        options = threads == null ? options : options.threads(threads);
        return maxMemory == null ? options : options.memory(Math.max(maxMemory / 4 * 3, 1));
    }

    private void requireWritableFormat() throws UnsupportedFileException {
        if (!FileFormat.VTKHDF.isNameOf(output)) {
            throw new UnsupportedFileException(
                    output, "file name", "no extension of a format that is written", ".vtkhdf or .hdf");
        }
    }

    private void requireDifferentFiles() throws IOException {
        if (SameFile.is(input, output)) {
            throw usage("INPUT and OUTPUT are the same file, " + output);
        }
        Path part = VtkhdfWriter.partOf(output);
        if (!inPlace && SameFile.is(input, part)) {
            throw usage("INPUT is " + part + ", the file that OUTPUT is first written to; rename INPUT or OUTPUT");
        }
    }

    private List<ArraySpec> selected(ImageSource source) throws UnsupportedFileException {
        List<ArraySpec> arrays = source.arrays();
        List<String> missing = names.stream()
                .filter(name -> arrays.stream().noneMatch(array -> array.name().equals(name)))
                .toList();
        List<String> leftOut = source.unsupportedArrays();
        if ((names.isEmpty() || !missing.isEmpty()) && !leftOut.isEmpty()) {
            throw LeftOut.failure(input, leftOut);
        } else if (!missing.isEmpty()) {
            throw usage(input + ": no array '" + missing.get(0) + "', expected " + ArrayNames.list(arrays));
        }
        return arrays.stream()
                .filter(array -> names.isEmpty() || names.contains(array.name()))
                .collect(Collectors.toList());
    }

    private String summary(ImageSource source, List<ArraySpec> arrays, long bytes, double seconds) {
        return output + ": " + source.geometry().dimensions() + " points, "
                + arrays.size() + (arrays.size() == 1 ? " array, " : " arrays, ")
                + Sizes.text(bytes) + " in " + Times.text(seconds)
                + " (" + Sizes.text(bytes / seconds) + "/s)";
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
