package io.vtkhdf.error;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that may come from a file or a user, as it is shown to people: on one line, and without characters that a
 * terminal would obey or cannot show, or that turn the order of the others around. Such a character appears as
 * {@code \}{@code u001b}, which JSON takes for the character itself.
 */
public final class ShownText {

    private static final Pattern OBEYED = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff]");

    private static final int LONGEST_NAME = 300;

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
        if (length <= max) {
            return of(text);
        }
        int tail = max / 3;
        return of(text.substring(0, whole(text, max - tail)) + "…" + text.substring(whole(text, length - tail)));
    }

    /** The place before a character, where it would part a surrogate pair. */
    private static int whole(String text, int at) {
        boolean parts = Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1));
        return parts ? at - 1 : at;
    }

    /** A name, between quotation marks. */
    public static String quoted(String name) {
        return "'" + of(name, LONGEST_NAME) + "'";
    }
}
