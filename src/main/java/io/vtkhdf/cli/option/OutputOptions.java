package io.vtkhdf.cli.option;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
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
        return Specs.together(directory, format, overwrite, inPlace, resume, append, durable, storage);
    }

    /** An image to read and the file to write. */
    public record FilePair(Path input, Path output) {}

    public boolean areForSeveralFiles() {
        return directory.isGiven();
    }

    /** Whether the output may have been begun by an earlier run. */
    public boolean goesOn() {
        return resume.isGiven() || append.isGiven();
    }

    /** Whether there is no directory yet for several files. */
    public boolean isFolderMissing() {
        return directory.isGiven() && !Files.exists(directory.get());
    }

    /**
     * @param areSteps whether all but the last file are one series, or the slices of one image
     * @throws IllegalArgumentException if the files do not go with the options
     */
    public List<FilePair> pairs(List<Path> files, boolean areSteps) throws IOException {
        if (areSteps && directory.isGiven()) {
            throw new IllegalArgumentException("--series makes one OUTPUT, and does not go with --output-dir");
        } else if (areSteps) {
            return List.of(pair(files, files.size() > 1));
        }
        return !directory.isGiven() ? List.of(pair(files, files.size() == 2)) : pairsInDirectory(files);
    }

    private FilePair pair(List<Path> files, boolean isInputAndOutput) {
        Path output = files.get(files.size() - 1);
        if (!isInputAndOutput) {
            throw new IllegalArgumentException("found " + files.size() + " file" + (files.size() == 1 ? "" : "s")
                    + ", expected INPUT and OUTPUT, --output-dir DIR for any number of INPUTs, or --series for the steps"
                    + " of one time series, or --stack for the slices of one image");
        } else if (format.isGiven()) {
            throw new IllegalArgumentException("--output-format goes with --output-dir; OUTPUT tells it by its name");
        } else if (Files.isDirectory(output)) {
            throw new IllegalArgumentException(output + ": OUTPUT is a directory; --output-dir writes into one");
        }
        return new FilePair(files.get(0), output);
    }

    private List<FilePair> pairsInDirectory(List<Path> files) throws IOException {
        OutputFormat chosen = format.isGiven() ? format.get() : OutputFormat.VTKHDF;
        if (Files.exists(directory.get()) && !Files.isDirectory(directory.get())) {
            throw new IllegalArgumentException(
                    directory.get() + ": found a file, expected a directory for --output-dir");
        }
        List<FilePair> pairs = new ArrayList<>();
        for (Path input : files) {
            Path output = chosen.fileIn(directory.get(), input);
            if (Files.exists(input) && SameFile.is(input, output)) {
                throw new IllegalArgumentException(input + ": its OUTPUT would be the same file, " + output);
            }
            for (FilePair other : pairs) {
                if (other.output.equals(output)) {
                    throw new IllegalArgumentException(
                            other.input + " and " + input + " would both become " + output + "; rename one");
                }
            }
            pairs.add(new FilePair(input, output));
        }
        return pairs;
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

    private WriteOptions writeOptions(ResourceOptions.Share share) {
        return storage.writeOptions()
                .withThreads(share.threads())
                .withMemory(share.writeMemory())
                .withOverwrite(overwrite.isGiven())
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
        if (overwrite.isGiven()) {
            options.add(OutputFile.Option.OVERWRITE);
        }
        if (durable.isGiven()) {
            options.add(OutputFile.Option.DURABLE);
        }
        return options;
    }
}
