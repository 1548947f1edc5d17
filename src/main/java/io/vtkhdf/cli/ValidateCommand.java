package io.vtkhdf.cli;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.ProgressOptions;
import io.vtkhdf.cli.option.ReachOption;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.progress.Progress;
import io.vtkhdf.cli.text.Stdout;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.input.FileFormat;
import io.vtkhdf.validate.ImageValidator;
import io.vtkhdf.validate.Validation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

final class ValidateCommand implements Callable<Integer>, FileCommand {

    private final Arg<Path> file =
            Arg.of(Path.class, Arg.parameter(0, "FILE").description("The image to judge (.vtkhdf, .hdf)."));

    private final Arg<Boolean> json = Arg.flag("--json", "Print JSON.");

    private final Arg<Boolean> deep = Arg.flag(
            "--deep",
            "Read all data too, verify checksums and sizes, and name each bad chunk (of an array, the first 20).");

    private final ProgressOptions progress = new ProgressOptions();

    private final ReachOption outside = new ReachOption();

    private final CommandSpec spec = Specs.of(this, "validate", file, deep, json, progress, outside);

    ValidateCommand() {
        spec.usageMessage()
                .description(
                        "Tells what is wrong with a VTKHDF image, whoever wrote it, and which versions of VTK and ParaView read it.",
                        "",
                        "Looks at the structure; with --deep at all data too. Values without a checksum, neither that of --checksum"
                                + " nor zlib's, are then known to be there, but not to be right. The exit code is 1 if something"
                                + " breaks the format (JSON: valid is false) or the file is unfinished (unfinished is true, and slices"
                                + " tells how many are there), or if no VTK from 9.3 on reads it as it is; that some do not is no"
                                + " reason.")
                .footerHeading(Specs.EXAMPLES)
                .footer(
                        "  vtkhdf validate scan.vtkhdf",
                        "  vtkhdf validate --deep scan.vtkhdf",
                        "  vtkhdf validate --json scan.vtkhdf | jq '.readers[] | select(.verdict != \"read\").vtk'");
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
        if (FileFormat.of(file.get()) != FileFormat.VTKHDF) {
            throw new UnsupportedFileException(
                    file.get().toString(),
                    "file",
                    "no VTKHDF file",
                    "one; 'vtkhdf info --stats' reads all of any other");
        }
        Validation validation = validation();
        PrintWriter out = spec.commandLine().getOut();
        if (json.isGiven()) {
            ValidationJson.print(file.get(), validation, out);
        } else {
            ValidationText.print(file.get(), validation, out);
        }
        Stdout.requireWritten(out);
        boolean good = validation.isValid() && validation.unfinished().isEmpty() && ValidationText.isRead(validation);
        return good ? ExitCode.DONE : ExitCode.INVALID;
    }

    private Validation validation() throws IOException {
        if (!deep.isGiven()) {
            return ImageValidator.validate(file.get(), outside.reach());
        }
        try (Progress shown = progress.open(spec.commandLine().getErr())) {
            return ImageValidator.validateDeep(file.get(), outside.reach(), shown::progress);
        }
    }
}
