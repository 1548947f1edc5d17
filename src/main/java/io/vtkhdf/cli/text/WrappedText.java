package io.vtkhdf.cli.text;

import io.vtkhdf.error.ShownText;
import java.util.ArrayList;
import java.util.List;

/** Text in lines of a width, parted between words. */
final class WrappedText {

    private WrappedText() {}

    /** In characters as they are shown, of which each counts as one. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static int longestWord(String text) {
        int longest = 0;
        for (String word : text.split(" ")) {
            longest = Math.max(longest, length(word));
        }
        return longest;
    }

    /** At least one line; a word that is longer than one loses its middle. Of text that fits the spaces stay. */
    static List<String> lines(String text, int width) {
        if (length(text) <= width) {
            return List.of(text);
        }
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split(" +")) {
            String part = length(word) <= width ? word : ShownText.of(word, Math.max(width - 1, 1));
            if (!line.isEmpty() && length(line) + 1 + length(part) > width) {
                lines.add(line);
                line = part;
            } else {
                line = line.isEmpty() ? part : line + " " + part;
            }
        }
        lines.add(line);
        return lines;
    }
}
