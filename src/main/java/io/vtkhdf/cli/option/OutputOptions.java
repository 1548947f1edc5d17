package io.vtkhdf.cli.option;

import io.vtkhdf.cli.text.PlainValues;
import io.vtkhdf.copy.NpyTarget;
import io.vtkhdf.copy.PvdTarget;
import io.vtkhdf.copy.VolumeForm;
import io.vtkhdf.copy.VolumeTarget;
import io.vtkhdf.copy.VtiTarget;
import io.vtkhdf.copy.VtkhdfSeriesTarget;
import io.vtkhdf.copy.VtkhdfTarget;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/** Which files are written, and how. */
public final class OutputOptions implements Args {

    private final Arg<Path> directory = Arg.of(
            Path.class,
            OptionSpec.builder("--output-dir")
                    .paramLabel("DIR")
                    .description(
                            "Convert every INPUT to a file of its name in this directory, which is created if it does not"
                                    + " exist, several at a time; there is no"
                                    + " OUTPUT then. If one fails the others go on (exit code 3)."));

    private final Arg<OutputFormat> format = Arg.of(
            OutputFormat.class,
            OptionSpec.builder("--output-format")
                    .paramLabel("FORMAT")
                    .description("With --output-dir: vtkhdf (default), vti, pvd, npy, nrrd, mha or mhd."));

    private final Arg<Boolean> replace = Arg.flag(
            "--replace",
            "Replace each INPUT by what is made of it, such as one that is compressed otherwise; there is no OUTPUT then."
                    + " INPUT stays whole until that is complete, and where some of it cannot be read.");

    private final Arg<Boolean> update = Arg.flag(
            "--update",
            "Pass over an OUTPUT that is complete, no older than INPUT, and has the geometry, arrays and fields that INPUT"
                    + " becomes (storage is not compared, nor, but for their beginnings where options shape them, values);"
                    + " replace any other.");

    private final Arg<Boolean> overwrite = Arg.flag(
            "--overwrite", "Replace OUTPUT, and what a run that was interrupted has left of it, if they exist.");

    private final Arg<Boolean> inPlace = Arg.flag(
            "--in-place", "VTKHDF: write under OUTPUT's own name from the start, so that it can be opened meanwhile.");

    private final Arg<Boolean> resume = Arg.flag(
            "--resume",
            "VTKHDF: go on with what a 'convert' of the same INPUT with the same options has left (OUTPUT.part) that was"
                    + " killed or interrupted or has failed, if there is something. An OUTPUT that is complete and no older than INPUT is passed over if its"
                    + " geometry, arrays and fields are INPUT's (values and storage are not compared), else refused.");

    private final Arg<Boolean> append = Arg.flag(
            "--append",
            "VTKHDF: go on with OUTPUT, if it is complete, by the steps of INPUT, which come later than its own and have"
                    + " the same geometry and arrays. A single image is a step at the time of its TimeValue. What OUTPUT"
                    + " has stays readable whatever ends the run.");

    private final Arg<Boolean> durable = Arg.flag(
            "--durable", "Be done only when OUTPUT is on the disk, so that it outlasts a failure of the machine.");

    private final StorageOptions storage = new StorageOptions();

    @Override
    public List<Arg<?>> args() {
        return Specs.together(directory, format, replace, update, overwrite, inPlace, resume, append, durable, storage);
    }

    /** An image to read and the file to write. */
    public record FilePair(Path input, Path output) {

        /** Whether there is no directory yet for the file. */
        public boolean isFolderMissing() {
            Path folder = output.toAbsolutePath().getParent();
            return folder != null && !Files.exists(folder);
        }
    }

    public boolean areForSeveralFiles() {
        return directory.isGiven() || replace.isGiven();
    }

    /** Whether each file to read is replaced. */
    public boolean areReplaced() {
        return replace.isGiven();
    }

    /** The directory of several files; empty if there is none. */
    public Optional<Path> directory() {
        return Optional.ofNullable(directory.get());
    }

    /**
     * What becomes of a file that is there.
     *
     * @param isRecursive whether folders are gone through
     * @throws IllegalArgumentException if the options do not go together
     */
    public Existing existing(boolean isRecursive) {
        requireAlone(replace, "--replace", directory, "--output-dir");
        requireAlone(replace, "--replace", update, "--update");
        requireAlone(replace, "--replace", append, "--append");
        requireAlone(replace, "--replace", inPlace, "--in-place");
        requireAlone(update, "--update", append, "--append");
        requireAlone(update, "--update", inPlace, "--in-place");
        if (replace.isGiven()) {
            return Existing.INPUT;
        } else if (update.isGiven()) {
            return Existing.RENEWED;
        }
        return isRecursive && !overwrite.isGiven() ? Existing.PASSED_OVER : Existing.AS_OPTIONS_SAY;
    }

    private static void requireAlone(Arg<?> one, String name, Arg<?> other, String otherName) {
        if (one.isGiven() && other.isGiven()) {
            throw new IllegalArgumentException("found " + name + " and " + otherName + ", expected one of them");
        }
    }

    /** Whether the output may have been begun by an earlier run. */
    public boolean goesOn() {
        return resume.isGiven() || append.isGiven();
    }

    /**
     * @param together the option that makes one OUTPUT of all but the last file
     * @throws IllegalArgumentException if the files do not go with the options
     */
    public List<FilePair> pairs(List<FoundFile> found, Optional<String> together) throws IOException {
        List<Path> files = found.stream().map(FoundFile::file).toList();
        if (together.isPresent() && areForSeveralFiles()) {
            throw new IllegalArgumentException(together.get() + " makes one OUTPUT, and does not go with "
                    + (directory.isGiven() ? "--output-dir" : "--replace"));
        } else if (together.isPresent()) {
            return List.of(pair(files, files.size() > 1));
        }
        if (replace.isGiven()) {
            files.forEach(OutputOptions::requireHere);
            return files.stream().map(file -> new FilePair(file, file)).toList();
        }
        return !directory.isGiven() ? List.of(pair(files, files.size() == 2)) : pairsInDirectory(found);
    }

    private FilePair pair(List<Path> files, boolean isInputAndOutput) {
        Path output = files.get(files.size() - 1);
        if (!isInputAndOutput) {
            throw new IllegalArgumentException("found " + files.size() + " file" + (files.size() == 1 ? "" : "s")
                    + ", expected INPUT and OUTPUT, --output-dir DIR for any number of INPUTs, --series for the steps"
                    + " of one time series, --merge for the arrays of one image, or --stack for its slices");
        } else if (format.isGiven()) {
            throw new IllegalArgumentException("--output-format goes with --output-dir; OUTPUT tells it by its name");
        } else if (Files.isDirectory(output)) {
            throw new IllegalArgumentException(output + ": OUTPUT is a directory; --output-dir writes into one");
        }
        requireHere(output);
        return new FilePair(files.get(0), output);
    }

    private static void requireHere(Path output) {
        if (output.getFileSystem() != FileSystems.getDefault()) {
            throw new IllegalArgumentException(output + ": " + PlainValues.NOT_WRITTEN);
        }
    }

    private List<FilePair> pairsInDirectory(List<FoundFile> files) throws IOException {
        OutputFormat chosen = format.isGiven() ? format.get() : OutputFormat.VTKHDF;
        if (Files.exists(directory.get()) && !Files.isDirectory(directory.get())) {
            throw new IllegalArgumentException(
                    directory.get() + ": found a file, expected a directory for --output-dir");
        }
        Map<Path, FilePair> pairs = new LinkedHashMap<>();
        for (FoundFile found : files) {
            Path input = found.file();
            Path output = chosen.fileIn(directory.get(), found.place());
            if (Files.exists(input) && SameFile.is(input, output)) {
                throw new IllegalArgumentException(input + ": its OUTPUT would be the same file, " + output);
            }
            FilePair other = pairs.put(output, new FilePair(input, output));
            if (other != null) {
                throw new IllegalArgumentException(
                        other.input + " and " + input + " would both become " + output + "; rename one");
            }
        }
        return List.copyOf(pairs.values());
    }

    /** Whether an extent that does not start at 0 stays as it is. */
    public boolean keepsExtent(FilePair pair) {
        OutputFormat chosen = OutputFormat.of(pair.output);
        return chosen == OutputFormat.VTI || chosen == OutputFormat.PVD || storage.keepsExtent();
    }

    /** @throws IllegalArgumentException if the options do not go with the file's format, or it has none */
    public Output output(FilePair pair, ResourceOptions.Share share) throws IOException {
        Path file = pair.output;
        OutputFormat chosen = OutputFormat.of(file);
        requireForVtkhdf(chosen);
        if (append.isGiven() && (overwrite.isGiven() || inPlace.isGiven())) {
            throw new IllegalArgumentException("--append goes on with OUTPUT as it is, found "
                    + (overwrite.isGiven() ? "--overwrite" : "--in-place") + " as well");
        }
        return switch (chosen) {
            case VTKHDF -> vtkhdf(file, writeOptions(share));
            case VTI ->
                Output.of(
                        new VtiTarget(file, storage.vti(), fileOptions(), share.threads(), share.writeMemory()), () -> {
                            throw new IllegalArgumentException(file
                                    + ": a .vti file holds one image; --step K or --time T chooses one, a .pvd file has"
                                    + " all steps");
                        });
            case PVD ->
                Output.ofSeries(
                        new PvdTarget(file, storage.vti(), fileOptions(), share.threads(), share.writeMemory()));
            case NPY -> npy(file);
            case NRRD -> volume(file, VolumeForm.NRRD);
            case MHA -> volume(file, VolumeForm.MHA);
            case MHD -> volume(file, VolumeForm.MHD);
        };
    }

    private Output npy(Path file) {
        storage.requireDefaults(".npy");
        return Output.of(
                new NpyTarget(file, fileOptions(), NpyTarget.Axes.OF_IMAGE),
                () -> new NpyTarget(file, fileOptions(), NpyTarget.Axes.OF_SERIES));
    }

    private Output volume(Path file, VolumeForm form) {
        storage.requireDefaults("." + form.name().toLowerCase(Locale.ROOT));
        return Output.of(new VolumeTarget(file, fileOptions(), form), () -> {
            throw new IllegalArgumentException(file + ": a volume is one image; --step K or --time T chooses one");
        });
    }

    private Output vtkhdf(Path file, WriteOptions options) {
        return append.isGiven()
                ? Output.ofSeries(new VtkhdfSeriesTarget(file, options, VtkhdfSeriesTarget.Mode.APPEND))
                : Output.of(
                        new VtkhdfTarget(file, options),
                        () -> new VtkhdfSeriesTarget(file, options, VtkhdfSeriesTarget.Mode.CREATE));
    }

    private boolean isOverwriting() {
        return overwrite.isGiven() || replace.isGiven() || update.isGiven();
    }

    /** Whether what an interrupted run has left may be replaced. */
    public boolean overwrites() {
        return overwrite.isGiven();
    }

    private WriteOptions writeOptions(ResourceOptions.Share share) {
        return storage.writeOptions()
                .withThreads(share.threads())
                .withMemory(share.writeMemory())
                .withOverwrite(isOverwriting())
                .withResume(resume.isGiven())
                .withDurable(durable.isGiven())
                .withInPlace(inPlace.isGiven());
    }

    private void requireForVtkhdf(OutputFormat chosen) {
        if (chosen == OutputFormat.VTKHDF) {
            return;
        }
        String form = "a ." + chosen + " file";
        if (inPlace.isGiven()) {
            throw new IllegalArgumentException(
                    "--in-place is for VTKHDF only: " + form + " is of no use before its end");
        } else if (resume.isGiven()) {
            throw new IllegalArgumentException(
                    "--resume is for VTKHDF only: what there is of " + form + " before its end cannot be gone on with");
        } else if (append.isGiven()) {
            throw new IllegalArgumentException("--append is for VTKHDF only: " + form + " is written once");
        }
    }

    private Set<OutputFile.Option> fileOptions() {
        Set<OutputFile.Option> options = EnumSet.noneOf(OutputFile.Option.class);
        if (isOverwriting()) {
            options.add(OutputFile.Option.OVERWRITE);
        }
        if (durable.isGiven()) {
            options.add(OutputFile.Option.DURABLE);
        }
        return options;
    }
}
