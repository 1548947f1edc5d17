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
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * ParaView's file of steps, {@code NAME.pvd}, and beside it a folder {@code NAME} with a {@code .vti} file for each
 * step, {@code NAME_0000.vti} and so on, with a field array {@code TimeValue}. They are written to a folder
 * {@code NAME.part} in that one, and get their places when all are there; until then a series that is overwritten
 * stays.
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
        return String.format(Locale.ROOT, "%s_%04d.vti", stem(file), step);
    }

    /** Where they lie until all are there. */
    private Path partFolder() {
        return folder().resolve(stem(file) + ".part");
    }

    /** A step's file until all are there; what an interrupted run has left of it is nobody's. */
    VtiTarget step(int step) {
        Set<OutputFile.Option> ofStep = EnumSet.of(OutputFile.Option.OVERWRITE);
        ofStep.addAll(options);
        return new VtiTarget(partFolder().resolve(nameOf(step)), form, ofStep, threads, memory);
    }

    private VtiTarget any() {
        return new VtiTarget(file, form, options, threads, memory);
    }

    @Override
    public Path writtenFile() {
        return OutputFile.partOf(file);
    }

    @Override
    public String storedName(String name) {
        return any().storedName(name);
    }

    @Override
    public ImageGeometry storedGeometry(ImageGeometry geometry) {
        return geometry;
    }

    @Override
    public TargetLayout layout(ArraySpec array, ImageGeometry geometry) {
        return any().layout(array, geometry);
    }

    @Override
    public List<String> changes(ImageSource image) {
        return any().changes(image);
    }

    @Override
    public boolean overwrites(Path other) throws IOException {
        return SeriesTarget.super.overwrites(other)
                || Files.isDirectory(folder())
                        && Files.exists(other)
                        && other.toRealPath().startsWith(folder().toRealPath())
                        && isStep(other.toRealPath().getFileName());
    }

    @Override
    public void requireCreatable() throws IOException {
        OutputFile.requireCreatable(file, options, head());
        if (Files.exists(folder()) && !Files.isDirectory(folder())) {
            throw new FileAlreadyExistsException(
                    folder().toString(), null, "found a file, expected none or a folder for the steps of " + file);
        }
        requireNoSteps();
    }

    private void requireNoSteps() throws IOException {
        if (!options.contains(OutputFile.Option.OVERWRITE) && !steps(folder()).isEmpty()) {
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

    private List<Path> steps(Path in) throws IOException {
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(found -> isStep(found.getFileName())).toList();
        }
    }

    private boolean isStep(Path name) {
        String text = name.toString();
        return text.startsWith(stem(file) + "_") && (text.endsWith(".vti") || text.endsWith(".vti.part"));
    }

    @Override
    public SeriesSink begin(ImageSource first, double[] times, WriteListener listener) throws IOException {
        requireCreatable();
        OutputFile output = OutputFile.create(file, options, head());
        try {
            boolean isNew = Files.notExists(folder());
            Files.createDirectories(partFolder());
            return new PvdSink(this, output, isNew, times, listener);
        } catch (IOException | RuntimeException | Error e) {
            output.giveUp();
            throw e;
        }
    }

    /**
     * Gives the files of the steps their places, instead of those of the series that is overwritten. @param named the
     * file that names them
     */
    void placeSteps(Path named, int steps) throws IOException {
        requireNoSteps();
        if (options.contains(OutputFile.Option.OVERWRITE)) {
            Files.deleteIfExists(named); // It would name files of which some are new and others are not.
        }
        for (int step = 0; step < steps; step++) {
            Files.move(step(step).file(), folder().resolve(nameOf(step)), StandardCopyOption.ATOMIC_MOVE);
        }
        for (int step = steps; Files.deleteIfExists(folder().resolve(nameOf(step))); step++) {
            // The series that is overwritten was longer.
        }
        if (options.contains(OutputFile.Option.DURABLE)) {
            OutputFile.forceNames(folder());
        }
    }

    /** Deletes the files of steps that have not got their places, of killed runs too, as far as that is possible. */
    void clear(boolean isFolderNew) {
        try {
            for (Path left : steps(partFolder())) {
                Files.delete(left);
            }
            Files.deleteIfExists(partFolder());
            if (isFolderNew) {
                Files.deleteIfExists(folder());
            }
        } catch (IOException e) {
            // They stay, perhaps since somebody else has put something there.
        }
    }

    private static byte[] head() {
        return HEAD.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
