package io.vtkhdf.cli;

import io.vtkhdf.UnsupportedFileException;
import io.vtkhdf.Validation;
import io.vtkhdf.VtkhdfValidator;
import io.vtkhdf.convert.FileFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        description = {
            "Tells what is wrong with a VTKHDF image, whoever wrote it, and which versions of VTK and ParaView read it.",
            "",
            "Looks at the structure, not at the values: 'vtkhdf info --stats' reads every value, and so finds a chunk that"
                    + " cannot be decoded or whose checksum is wrong. The exit code is 1 if something breaks the format; that some"
                    + " reader does not read the file is no reason."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vtkhdf validate scan.vtkhdf",
            "  vtkhdf validate --json scan.vtkhdf | jq '.readers[] | select(.verdict != \"read\").vtk'"
        })
final class ValidateCommand implements Callable<Integer>, FileCommand {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The image to judge (.vtkhdf, .hdf).")
    private Path file;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public String files() {
        return file.toString();
    }

    @Override
    public Integer call() throws IOException {
        if (FileFormat.of(file) != FileFormat.VTKHDF) {
            throw new UnsupportedFileException(
                    file, "file", "no VTKHDF file", "one; 'vtkhdf info --stats' reads all of any other");
        }
        Validation validation = VtkhdfValidator.validate(file);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ValidationJson.print(file, validation, out);
        } else {
            ValidationText.print(file, validation, out);
        }
        Stdout.requireWritten(out);
        return validation.isValid() ? ExitCode.DONE : ExitCode.INVALID;
    }
}
