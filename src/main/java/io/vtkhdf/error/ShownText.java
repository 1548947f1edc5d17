package io.vtkhdf.error;

/**
 * Text that may come from a file or a user, as it is shown to people: on one line, and without characters that a
 * terminal would obey or cannot show, or that turn the order of the others around. Such a character appears as
 * {@code \}{@code u001b}, which JSON takes for the character itself.
 */
public final class ShownText {

    private static final int LONGEST_NAME = 300;

    private ShownText() {}

    public static String of(String text) {
        int obeyed = obeyed(text, 0);
        if (obeyed == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        int from = 0;
        for (; obeyed < text.length(); obeyed = obeyed(text, from)) {
            shown.append(text, from, obeyed).append(String.format("\\u%04x", (int) text.charAt(obeyed)));
            from = obeyed + 1;
        }
        return shown.append(text, from, text.length()).toString();
    }

    /** The place of the first such character from one on; behind the text if there is none. */
    private static int obeyed(String text, int from) {
        int at = from;
        while (at < text.length() && !isObeyed(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isObeyed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT ->
                character == 0x61c
                        || character == 0x200e
                        || character == 0x200f
                        || character >= 0x202a && character <= 0x202e
                        || character >= 0x2066 && character <= 0x2069;
            default -> character == 0xfffe || character == 0xffff;
        };
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
