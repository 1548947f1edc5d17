package io.vtkhdf.cli.kerchunk;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.Args;
import io.vtkhdf.cli.option.LeftOut;
import io.vtkhdf.cli.text.Json;
import io.vtkhdf.cli.text.Report;
import io.vtkhdf.cli.text.Stdout;
import io.vtkhdf.cli.text.UnfinishedWords;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.format.ImageContents;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.input.FileFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --kerchunk} and {@code --kerchunk-url}. */
public final class KerchunkOptions implements Args {

    private final Arg<Boolean> kerchunk = Arg.flag(
            "--kerchunk",
            "Print the addresses of all chunks of a VTKHDF file, in the form of kerchunk's references: by them Python's"
                    + " fsspec and zarr read the file's numbers where it lies, on a server too.");

    private final Arg<String> url = Arg.of(
            String.class,
            OptionSpec.builder("--kerchunk-url")
                    .paramLabel("URL")
                    .description("With --kerchunk: where Python is to find the file, such as s3://bucket/scan.vtkhdf."
                            + " Default: FILE, as it is named."));

    @Override
    public List<Arg<?>> args() {
        return List.of(kerchunk, url);
    }

    public boolean isGiven() {
        return kerchunk.isGiven();
    }

    /**
     * Refuses what does not go together.
     *
     * @param others options that are not for references
     * @throws IllegalArgumentException if one of them is given, or an address and nothing that is told of it
     */
    public void requireAlone(Args... others) {
        if (!isGiven() && url.isGiven()) {
            throw new IllegalArgumentException(url.name() + " goes with " + kerchunk.name());
        }
        for (Args group : others) {
            for (Arg<?> other : group.args()) {
                if (isGiven() && other.isGiven()) {
                    throw new IllegalArgumentException(kerchunk.name()
                            + " prints the references of one VTKHDF file, and does not go with " + other.name());
                }
            }
        }
    }

    /** @throws IllegalArgumentException if there is not one file */
    public void requireOne(int files) {
        if (files != 1) {
            throw new IllegalArgumentException(
                    kerchunk.name() + " prints the references of one VTKHDF file, found " + files);
        }
    }

    /** Prints the references, and on stderr what they leave out. */
    public void print(Path file, InputReach reach, PrintWriter out, PrintWriter err) throws IOException {
        if (FileFormat.of(file) != FileFormat.VTKHDF) {
            throw new UnsupportedFileException(
                    file.toString(), "file", "no VTKHDF file", "one; 'vtkhdf convert' makes it of any other");
        }
        List<FileContentException> leftOut = new ArrayList<>();
        try (Hdf5Reader reader = Hdf5Reader.open(file, reach)) {
            ImageContents image = ImageContents.of(reader);
            Json.print(out, json -> {
                new References(json, url.isGiven() ? url.get() : file.toString(), reader.file(), leftOut::add)
                        .print(image);
                if (image.header().finished()) {
                    reader.requireUnchanged();
                }
            });
            Stdout.requireWritten(out);
            for (FileContentException array : leftOut) {
                Report.WORDS.line(err, Report.Event.WARNING, LeftOut.line(array));
            }
            Optional<Unfinished> unfinished = image.unfinished();
            if (unfinished.isPresent()) {
                Report.WORDS.line(
                        err, Report.Event.WARNING, UnfinishedWords.warning(file.toString(), unfinished.get()));
            }
        }
    }
}
