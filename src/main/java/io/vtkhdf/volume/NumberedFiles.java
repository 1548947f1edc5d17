package io.vtkhdf.volume;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * File names with a number in them, as C's {@code printf} writes them: {@code slice%03d.raw}, from a first number to a
 * last one in steps.
 */
public final class NumberedFiles {

    public static final int MAX_FILES = 100_000;

    private static final Pattern NUMBER = Pattern.compile("%(0?)(\\d{0,2})[dui]");

    private NumberedFiles() {}

    /**
     * @param step may be negative
     * @throws CorruptFileException if the pattern has not exactly one number, or there are no files
     * @throws UnsupportedFileException if there are too many
     */
    public static List<String> names(HeaderValue value, String pattern, long first, long last, long step)
            throws IOException {
        Matcher number = NUMBER.matcher(pattern);
        boolean hasOne = number.find() && pattern.indexOf('%') == pattern.lastIndexOf('%');
        if (!hasOne) {
            throw value.corrupt(HeaderLines.quoted(pattern), "a name with one number such as %03d");
        }
        if (step == 0 || step > 0 == last < first && last != first) {
            throw value.corrupt(
                    "the numbers " + first + " to " + last + " in steps of " + step, "at least one of them");
        }
        long count = Math.subtractExact(last, first) / step + 1;
        if (count > MAX_FILES) {
            throw value.unsupported(count + " files", "at most " + MAX_FILES);
        }
        String width = number.group(2);
        String format = "%" + (width.isEmpty() ? "" : number.group(1) + width) + "d";
        List<String> names = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            String filled = String.format(Locale.ROOT, format, first + i * step);
            names.add(pattern.substring(0, number.start()) + filled + pattern.substring(number.end()));
        }
        return names;
    }
}
