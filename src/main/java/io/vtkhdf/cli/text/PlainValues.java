package io.vtkhdf.cli.text;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** File names and numbers, refused in the words of all other values. */
public final class PlainValues {

    /** What is said of an address in the place of a file that is written. */
    public static final String NOT_WRITTEN =
            "found an address, expected a file of this machine: those of servers are only read";

    private PlainValues() {}

    public static void addTo(CommandLine commandLine) {
        commandLine.registerConverter(Path.class, PlainValues::path);
        commandLine.registerConverter(Integer.class, PlainValues::integer);
        commandLine.registerConverter(Double.class, PlainValues::real);
        commandLine.registerConverter(Boolean.class, PlainValues::flag);
    }

    /** Whether it is the address of a file on a server rather than a name. */
    public static boolean isAddress(String text) {
        return isOf(text, "http://") || isOf(text, "https://");
    }

    private static boolean isOf(String text, String scheme) {
        return text.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    /** A file of this machine. */
    public static Path path(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException("found an empty name, expected a file's");
        } else if (isAddress(text)) {
            throw new TypeConversionException(NOT_WRITTEN + ", by info, slice, convert, validate, diff and view");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("found '" + text + "', expected a file's name: " + e.getReason());
        }
    }

    private static Integer integer(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("found '" + text + "', expected an integer");
        }
    }

    private static Double real(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("found '" + text + "', expected a number");
        }
    }

    /** Of options that take no value, which picocli lets have one behind {@code =}. */
    private static Boolean flag(String text) {
        if (text.isEmpty() || text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        throw new TypeConversionException("found '" + text + "', expected no value, or true or false");
    }
}
