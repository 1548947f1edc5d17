package io.vtkhdf.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that may come from a file, as it is shown to people: on one line, and without characters that a terminal would
 * obey or that turn the order of the others around. Such a character appears as {@code \}{@code u001b}, which JSON
 * takes for the character itself.
 */
public final class ShownText {

    private static final Pattern OBEYED =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

    private ShownText() {}

    public static String of(String text) {
        Matcher obeyed = OBEYED.matcher(text);
        StringBuilder shown = new StringBuilder();
        while (obeyed.find()) {
            String escape = String.format("\\u%04x", (int) obeyed.group().charAt(0));
            obeyed.appendReplacement(shown, Matcher.quoteReplacement(escape));
        }
        return obeyed.appendTail(shown).toString();
    }

    /** The same, and without the middle of a text of more than so many characters. */
    public static String of(String text, int max) {
        int length = text.length();
        int tail = max / 3;
        return of(length <= max ? text : text.substring(0, max - tail) + "…" + text.substring(length - tail));
    }
}
