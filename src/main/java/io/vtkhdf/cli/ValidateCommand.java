package io.vtkhdf.cli;

import io.vtkhdf.UnsupportedFileException;
import io.vtkhdf.Validation;
import io.vtkhdf.VtkhdfValidator;
import io.vtkhdf.convert.FileFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

final class ValidateCommand implements Callable<Integer>, FileCommand {

    private final Arg<Path> file =
            Arg.of(Path.class, Arg.parameter(0, "FILE").description("The image to judge (.vtkhdf, .hdf)."));

    private final Arg<Boolean> json = Arg.flag("--json", "Print JSON.");

    private final CommandSpec spec = Specs.of(this, "validate", file, json);

    ValidateCommand() {
        spec.usageMessage()
                .description(
                        "Tells what is wrong with a VTKHDF image, whoever wrote it, and which versions of VTK and ParaView read it.",
                        "",
                        "Looks at the structure, not at the values: 'vtkhdf info --stats' reads every value, and so finds a chunk that"
                                + " cannot be decoded or whose checksum is wrong. The exit code is 1 if something breaks the format; that some"
                                + " reader does not read the file is no reason.")
                .footerHeading(Specs.EXAMPLES)
                .footer(
                        "  vtkhdf validate scan.vtkhdf",
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
                    file.get(), "file", "no VTKHDF file", "one; 'vtkhdf info --stats' reads all of any other");
        }
        Validation validation = VtkhdfValidator.validate(file.get());
        PrintWriter out = spec.commandLine().getOut();
        if (json.isGiven()) {
            ValidationJson.print(file.get(), validation, out);
        } else {
            ValidationText.print(file.get(), validation, out);
        }
        Stdout.requireWritten(out);
        return validation.isValid() ? ExitCode.DONE : ExitCode.INVALID;
    }
}
