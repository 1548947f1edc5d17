package io.vtkhdf.cli;

import io.vtkhdf.Storage;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses {@code none}, {@code fast}, {@code gzip} and {@code gzip:1} to {@code gzip:9}. */
final class Compression implements ITypeConverter<Storage>, Iterable<String> {

    private static final Pattern GZIP = Pattern.compile("gzip(?::([1-9]))?");
    private static final int DEFAULT_LEVEL = 4;

    @Override
    public Storage convert(String text) {
        if (text.equals("none")) {
            return Storage.raw();
        } else if (text.equals("fast")) {
            return Storage.fast();
        }
        Matcher gzip = GZIP.matcher(text);
        if (!gzip.matches()) {
            throw new TypeConversionException("found '" + text + "', expected none, fast, gzip or gzip:1 to gzip:9");
        }
        return Storage.gzip(gzip.group(1) == null ? DEFAULT_LEVEL : Integer.parseInt(gzip.group(1)));
    }

    @Override
    public Iterator<String> iterator() {
        return List.of("none", "fast", "gzip").iterator();
    }
}
