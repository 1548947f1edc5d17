package io.vtkhdf.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "convert",
        customSynopsis = {
            "@|bold vtkhdf convert|@ INPUT OUTPUT [OPTIONS]",
            "       @|bold vtkhdf convert|@ INPUT... --output-dir DIR [OPTIONS]"
        },
        description = {
            "Converts images (.vti, .pvti, .vtk, .vtkhdf, .hdf) to VTKHDF (.vtkhdf, .hdf) or .vti, in memory that does not grow with the"
                    + " image.",
            "",
            "OUTPUT's name tells its format. It appears when it is complete: an error or Ctrl-C leaves nothing behind,"
                    + " but with --resume what is done so far. An"
                    + " OUTPUT that exists already is an error (exit code 3) unless --overwrite is given. A warning names"
                    + " what OUTPUT holds otherwise than INPUT does."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vtkhdf convert scan.vti scan.vtkhdf --compress fast",
            "  vtkhdf convert scan.vtkhdf scan.vti --compress lz4",
            "  vtkhdf convert *.vti --output-dir converted",
            "  vtkhdf convert scan.vti scan.vtkhdf --compress gzip --dry-run"
        })
final class ConvertCommand implements Callable<Integer>, FileCommand {

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The image to read, and the file to write.")
    private List<Path> files;

    @Option(
            names = "--array",
            paramLabel = "NAME",
            description = "Convert only the point or cell array of this name; point:NAME or cell:NAME if both have it;"
                    + " may be repeated. Default: all, and one that cannot be read is an error (exit code 4).")
    private List<String> names = List.of();

    @Mixin
    private OutputOptions output;

    @Option(names = "--dry-run", description = "Say what would be written, and how large, and write nothing.")
    private boolean dryRun;

    @Mixin
    private ResourceOptions resources;

    @Mixin
    private ProgressOptions progress;

    @Override
    public String files() {
        return files.get(0) + " to " + files.get(files.size() - 1);
    }

    @Override
    public Integer call() throws IOException {
        List<OutputOptions.FilePair> pairs = output.pairs(files);
        boolean isFolderToCome = output.isFolderMissing();
        if (isFolderToCome && !dryRun) {
            output.createFolder();
            isFolderToCome = false;
        }
        int atOnce = dryRun ? 1 : resources.filesAtOnce(pairs.size());
        ResourceOptions.Share share = resources.share(atOnce);
        List<FileConversion> conversions = new ArrayList<>();
        for (OutputOptions.FilePair pair : pairs) {
            conversions.add(new FileConversion(
                    pair.input(),
                    output.target(pair.output(), share),
                    new ArraySelection(names),
                    share.readMemory(),
                    isFolderToCome));
        }
        if (output.areForSeveralFiles()) {
            Batch batch = new Batch(conversions, spec.commandLine(), progress);
            return dryRun ? batch.preview() : batch.convert(atOnce);
        }
        if (dryRun) {
            preview(conversions.get(0));
        } else {
            convert(conversions.get(0));
        }
        return ExitCode.DONE;
    }

    private void preview(FileConversion conversion) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        conversion.preview(this::warn).print(out);
        Stdout.requireWritten(out);
    }

    private void convert(FileConversion conversion) throws IOException {
        FileConversion.Done done;
        try (InterruptGuard guard = new InterruptGuard();
                Progress shown = progress.open(spec.commandLine().getErr())) {
            done = conversion.convert(shown, guard::isInterrupted, this::warn);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            conversion.leftover().ifPresent(this::warn);
            throw e;
        }
        String before = done.bytesBefore() == 0 ? "" : "; " + Sizes.text(done.bytesBefore()) + " were there before";
        String readers = done.readers().isEmpty() ? "" : "; " + done.readers();
        progress.say(
                spec.commandLine().getErr(),
                Report.Event.DONE,
                conversion.target().file() + ": " + done.shape() + ", " + Sizes.speed(done.bytes(), done.seconds())
                        + before
                        + readers);
    }

    private void warn(String message) {
        progress.say(spec.commandLine().getErr(), Report.Event.WARNING, message);
    }

    /** The form of what is told on stderr. */
    Report report() {
        return progress.report();
    }
}
