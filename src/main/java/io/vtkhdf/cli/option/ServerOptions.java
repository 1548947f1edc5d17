package io.vtkhdf.cli.option;

import io.vtkhdf.cli.text.PlainValues;
import io.vtkhdf.http.HttpFiles;
import io.vtkhdf.http.HttpOptions;
import io.vtkhdf.http.HttpRedirects;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/** How files on servers are asked for; a parameter that is an {@link #input} may be an address. */
public final class ServerOptions implements Args {

    private static final String FROM_FILE = "@";

    /** One, or those of a file. */
    private record Headers(Map<String, String> values) {

        /** Without showing a value. */
        static Headers of(String text) {
            try {
                List<String> lines = text.startsWith(FROM_FILE)
                        ? Files.readAllLines(Path.of(text.substring(FROM_FILE.length())))
                        : List.of(text);
                Map<String, String> values = new LinkedHashMap<>();
                for (String line : lines) {
                    if (!line.isBlank()) {
                        int colon = line.indexOf(':');
                        values.put(
                                line.substring(0, Math.max(0, colon)).strip(),
                                line.substring(colon + 1).strip());
                    }
                }
                values.forEach(HttpOptions.defaults()::withHeader);
                return new Headers(values);
            } catch (IOException | InvalidPathException e) {
                throw new TypeConversionException("found '" + text + "', expected a file with a header in each line: "
                        + e.getClass().getSimpleName());
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    private final Arg<List<Headers>> headers = Arg.listOf(
            Headers.class,
            OptionSpec.builder("--header")
                    .paramLabel("NAME:VALUE")
                    .converters(Headers::of)
                    .description("For an input that is an address: a header of each request, such as"
                            + " 'Authorization: Bearer TOKEN'; @FILE takes one from each line of a file, so that no other user"
                            + " of the machine sees it; may be repeated."));

    private final Arg<Boolean> redirects = Arg.flag(
            "--allow-redirects",
            "For an input that is an address: follow the server also to other hosts, which get no headers. Default: only"
                    + " to the same one.");

    /** Null as long as no address is given. */
    private HttpFiles files;

    @Override
    public List<Arg<?>> args() {
        return List.of(headers, redirects);
    }

    /** Declares a parameter for files that are read. */
    public PositionalParamSpec.Builder input(PositionalParamSpec.Builder parameter) {
        return parameter.converters(this::path);
    }

    private Path path(String text) {
        if (!PlainValues.isAddress(text)) {
            return PlainValues.path(text);
        }
        try {
            if (files == null) {
                files = HttpFiles.with(this::options);
            }
            Path file = files.path(new URI(text));
            if (file.getFileName() == null) {
                throw new TypeConversionException("found the address of a host, expected that of a file");
            }
            return file;
        } catch (URISyntaxException | IllegalArgumentException e) { // The address may have a password in it.
            throw new TypeConversionException(
                    "found an address that is none, expected one as of a browser, with %20 for a space");
        }
    }

    /** Asked for when all is parsed. */
    private HttpOptions options() {
        HttpOptions options =
                HttpOptions.defaults().withRedirects(redirects.isGiven() ? HttpRedirects.ANY : HttpRedirects.SAME_HOST);
        if (headers.isGiven()) {
            for (Headers some : headers.get()) {
                for (Map.Entry<String, String> header : some.values.entrySet()) {
                    options = options.withHeader(header.getKey(), header.getValue());
                }
            }
        }
        return options;
    }
}
