package io.vtkhdf.cli;

import io.vtkhdf.VtkhdfValidator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "info",
        description = {
            "Shows what is in an image (.vtkhdf, .hdf, .vti, .pvti, .vtk): its geometry, its arrays and how they are stored.",
            "",
            "A chunk's size is given as X x Y x Z, in JSON as [x, y, z], like the dimensions. Time"
                    + " series are not supported."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  vtkhdf info scan.vtkhdf", "  vtkhdf info --json --stats scan.vtkhdf | jq '.arrays[].max'"})
final class InfoCommand implements Callable<Integer>, FileCommand {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The image to look at.")
    private Path file;

    @Option(names = "--json", description = "Print JSON; a number that is not finite is null.")
    private boolean json;

    @Option(
            names = "--stats",
            description = "Read all values and show each array's range, mean and number of NaNs, over all components"
                    + " together. NaNs are left out of the range, and infinities too out of the mean.")
    private boolean stats;

    @Override
    public String files() {
        return file.toString();
    }

    @Override
    public Integer call() throws IOException {
        ImageInfo info = ImageInfo.of(file, stats ? ImageInfo.Detail.STATISTICS : ImageInfo.Detail.HEADERS);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            boolean vtkhdf = info.version().isPresent();
            InfoJson.print(info, vtkhdf ? VtkhdfValidator.validate(file).readings() : List.of(), out);
        } else {
            InfoText.print(info, out);
        }
        Stdout.requireWritten(out);
        PrintWriter err = spec.commandLine().getErr();
        LeftOut.warn(err, info.leftOut());
        info.notes().forEach(note -> err.println("vtkhdf: warning: " + note));
        return ExitCode.DONE;
    }
}
