package io.vtkhdf.cli;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.FolderOptions;
import io.vtkhdf.cli.option.FoundFile;
import io.vtkhdf.cli.option.ProgressOptions;
import io.vtkhdf.cli.option.ReachOption;
import io.vtkhdf.cli.option.ServerOptions;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.progress.Progress;
import io.vtkhdf.cli.text.Json;
import io.vtkhdf.cli.text.Stdout;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.input.FileFormat;
import io.vtkhdf.validate.ImageValidator;
import io.vtkhdf.validate.Validation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

final class ValidateCommand implements Callable<Integer>, FileCommand {

    private final ServerOptions servers = new ServerOptions();

    private final Arg<List<Path>> files = Arg.listOf(
            Path.class,
            servers.input(PositionalParamSpec.builder()
                    .arity("1..*")
                    .required(true)
                    .paramLabel("FILE")
                    .description("The image to judge (.vtkhdf, .hdf); several get a line each.")));

    private final FolderOptions folders = new FolderOptions("");

    private final Arg<Boolean> json = Arg.flag("--json", "Print JSON.");

    private final Arg<Boolean> deep = Arg.flag(
            "--deep",
            "Read all data too, verify checksums and sizes, and name each bad chunk (of an array, the first 20).");

    private final ProgressOptions progress = new ProgressOptions();

    private final ReachOption outside = new ReachOption();

    private final CommandSpec spec = Specs.of(this, "validate", files, folders, deep, json, progress, outside, servers);

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
        return files.get().get(0).toString();
    }

    @Override
    public Integer call() throws IOException {
        List<FoundFile> found = folders.find(files.get(), FileFormat.VTKHDF::isNameOf, Optional.empty());
        PrintWriter out = spec.commandLine().getOut();
        int code = found.size() > 1 || folders.isGiven()
                ? many(found, out)
                : one(found.get(0).file(), out);
        Stdout.requireWritten(out);
        return code;
    }

    private int one(Path file, PrintWriter out) throws IOException {
        Validation validation = validation(file);
        if (json.isGiven()) {
            Json.print(out, one -> ValidationJson.print(one, file, validation));
        } else {
            ValidationText.print(file, validation, out);
        }
        return exitCode(validation);
    }

    private int many(List<FoundFile> found, PrintWriter out) throws IOException {
        ManyFiles many = new ManyFiles(found, spec.commandLine());
        if (!json.isGiven()) {
            return many.each(file -> {
                Validation validation = validation(file);
                out.println(ValidationLine.of(file, validation));
                Stdout.requireWritten(out);
                return exitCode(validation);
            });
        }
        AtomicInteger code = new AtomicInteger();
        Json.print(out, all -> {
            all.writeStartArray();
            code.set(many.each(file -> {
                Validation validation = validation(file);
                ValidationJson.print(all, file, validation);
                return exitCode(validation);
            }));
            all.writeEndArray();
        });
        return code.get();
    }

    private static int exitCode(Validation validation) {
        boolean good = validation.isValid() && validation.unfinished().isEmpty() && ValidationText.isRead(validation);
        return good ? ExitCode.DONE : ExitCode.INVALID;
    }

    private Validation validation(Path file) throws IOException {
        if (FileFormat.of(file) != FileFormat.VTKHDF) {
            throw new UnsupportedFileException(
                    file.toString(), "file", "no VTKHDF file", "one; 'vtkhdf info --stats' reads all of any other");
        }
        if (!deep.isGiven()) {
            return ImageValidator.validate(file, outside.reach());
        }
        try (Progress shown = progress.open(spec.commandLine().getErr())) {
            return ImageValidator.validateDeep(file, outside.reach(), shown::progress);
        }
    }
}
