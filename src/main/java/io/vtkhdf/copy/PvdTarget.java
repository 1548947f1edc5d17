package io.vtkhdf.copy;

import io.vtkhdf.file.OutputFile;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.vti.write.VtiForm;
import io.vtkhdf.vti.write.VtiNames;
import io.vtkhdf.write.WriteListener;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * ParaView's file of steps, {@code NAME.pvd}, and beside it a folder {@code NAME} with a {@code .vti} file for each
 * step, {@code NAME_0000.vti} and so on, with a field array {@code TimeValue}. The {@code .pvd} file appears when all
 * others are there.
 *
 * @param threads the threads that encode
 * @param memory the bytes that encoding may take
 */
public record PvdTarget(Path file, VtiForm form, Set<OutputFile.Option> options, int threads, long memory)
        implements SeriesTarget {

    /** What every such file begins with. */
    static final String HEAD = "<?xml version=\"1.0\"?>\n<VTKFile type=\"Collection\"";

    /**
     * @throws IllegalArgumentException if the file is to be written in place, as nobody could read it before its end,
     *     or has a name that XML cannot hold
     */
    public PvdTarget {
        options = Set.copyOf(options);
        if (options.contains(OutputFile.Option.IN_PLACE)) {
            throw new IllegalArgumentException(file + ": a .pvd file is not written in place");
        } else if (!VtiNames.stored(stem(file)).equals(stem(file))) {
            throw new IllegalArgumentException(file + ": XML cannot hold all characters of this name");
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name + "_steps";
    }

    /** Where the files of the steps lie. */
    Path folder() {
        return file.toAbsolutePath().resolveSibling(stem(file));
    }

    /** The name of a step's file. */
    String nameOf(int step) {
        return String.format("%s_%04d.vti", stem(file), step);
    }

    VtiTarget step(int step) {
        return step(folder().resolve(nameOf(step)));
    }

    private VtiTarget step(Path path) {
        return new VtiTarget(path, form, options, threads, memory);
    }

    @Override
    public Path writtenFile() {
        return OutputFile.partOf(file);
    }

    @Override
    public String storedName(String name) {
        return step(file).storedName(name);
    }

    @Override
    public ImageGeometry storedGeometry(ImageGeometry geometry) {
        return geometry;
    }

    @Override
    public TargetLayout layout(ArraySpec array, ImageGeometry geometry) {
        return step(file).layout(array, geometry);
    }

    @Override
    public List<String> changes(ImageSource image) {
        return step(file).changes(image);
    }

    @Override
    public boolean overwrites(Path other) throws IOException {
        return SeriesTarget.super.overwrites(other)
                || Files.isDirectory(folder())
                        && Files.exists(other)
                        && other.toRealPath().startsWith(folder().toRealPath());
    }

    @Override
    public void requireCreatable() throws IOException {
        OutputFile.requireCreatable(file, options, head());
        if (Files.exists(folder()) && !Files.isDirectory(folder())) {
            throw new FileAlreadyExistsException(
                    folder().toString(), null, "found a file, expected none or a folder for the steps of " + file);
        } else if (!options.contains(OutputFile.Option.OVERWRITE) && hasSteps()) {
            throw new FileAlreadyExistsException(
                    folder().toString(), null, "holds steps of another series already; --overwrite replaces them");
        }
    }

    @Override
    public long size() throws IOException {
        long size = Files.size(file);
        for (int step = 0; Files.exists(folder().resolve(nameOf(step))); step++) {
            size += Files.size(folder().resolve(nameOf(step)));
        }
        return size;
    }

    private boolean hasSteps() throws IOException {
        if (!Files.isDirectory(folder())) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(Path::getFileName).anyMatch(this::isStep);
        }
    }

    private boolean isStep(Path name) {
        String text = name.toString();
        return text.startsWith(stem(file) + "_") && text.endsWith(".vti");
    }

    @Override
    public SeriesSink begin(ImageSource first, double[] times, WriteListener listener) throws IOException {
        requireCreatable();
        OutputFile output = OutputFile.create(file, options, head());
        try {
            // It would name files of which some are new and others are not.
            Files.deleteIfExists(output.target());
            boolean isNew = Files.notExists(folder());
            Files.createDirectories(folder());
            return new PvdSink(this, output, isNew, times, listener);
        } catch (IOException | RuntimeException | Error e) {
            output.giveUp();
            throw e;
        }
    }

    private static byte[] head() {
        return HEAD.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
