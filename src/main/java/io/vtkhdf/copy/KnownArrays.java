package io.vtkhdf.copy;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The arrays of an image, as people name them: {@code NAME}, or {@code point:NAME} or {@code cell:NAME} where both have
 * that name; a field array is {@code field:NAME}.
 */
public final class KnownArrays {

    /** More are of no use in a line. */
    private static final int MOST = 12;

    private KnownArrays() {}

    /** Whether an array is called so. */
    public static boolean isNamed(String text, Association association, String name) {
        return text.equals(name) || text.equals(word(association) + ":" + name);
    }

    /** Whether an array is called so. */
    public static boolean isNamed(String text, ArraySpec array) {
        return isNamed(text, array.association(), array.name());
    }

    private static String word(Association association) {
        return association.name().toLowerCase(Locale.ROOT);
    }

    /** Such as {@code 'a' (point), 'b' (cell)}; of many the first ones. */
    public static String list(List<ArraySpec> arrays) {
        if (arrays.isEmpty()) {
            return "none: there are no point or cell arrays";
        }
        String first = arrays.stream()
                .limit(MOST)
                .map(array -> ShownText.quoted(array.name()) + " (" + word(array.association()) + ")")
                .collect(Collectors.joining(", "));
        return arrays.size() <= MOST ? first : first + " and " + (arrays.size() - MOST) + " more";
    }

    /** What is said of a name that no array has. */
    public static String missing(String image, String name, List<ArraySpec> arrays) {
        return image + ": no array " + ShownText.quoted(name) + ", expected " + list(arrays) + suggestion(name, arrays);
    }

    /** Such as {@code ; did you mean 'temperature'?}; empty if no name is like it. */
    public static String suggestion(String name, List<ArraySpec> arrays) {
        return similar(
                        withoutAssociation(name),
                        arrays.stream().map(ArraySpec::name).toList())
                .map(known -> "; did you mean " + ShownText.quoted(known) + "?")
                .orElse("");
    }

    private static String withoutAssociation(String name) {
        for (Association association : Association.values()) {
            String prefix = word(association) + ":";
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }

    private static Optional<String> similar(String name, List<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int most = Math.max(1, Math.min(wanted.length() / 3, 4));
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - name.length()) <= most)
                .filter(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT)) <= most)
                .min(Comparator.comparingInt(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT))));
    }

    /** How many letters are to be put in, left out or replaced (Levenshtein). */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = above[0];
            above[0] = i;
            for (int j = 1; j < above.length; j++) {
                int replaced = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = above[j];
                above[j] = Math.min(replaced, Math.min(above[j], above[j - 1]) + 1);
            }
        }
        return above[b.length()];
    }
}
