package io.vtkhdf.cli.text;

import java.util.ArrayList;
import java.util.List;

/** Of a list that may be as long as a file makes it, the first ones, and how many more there are. */
public final class FirstOfMany {

    private static final int MOST = 10;

    private FirstOfMany() {}

    /**
     * At most 11 lines.
     *
     * @param words behind the number of those that are left out, such as {@code more warnings}
     */
    public static List<String> of(List<String> lines, String words) {
        if (lines.size() <= MOST + 1) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST));
        first.add("and " + (lines.size() - MOST) + " " + words);
        return first;
    }
}
