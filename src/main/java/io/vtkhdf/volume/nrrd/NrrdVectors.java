package io.vtkhdf.volume.nrrd;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.volume.HeaderLines;
import io.vtkhdf.volume.HeaderValue;
import java.util.ArrayList;
import java.util.List;

/** Vectors of a field, such as {@code none (0.5,0,0) (0,0.5,0)}. */
final class NrrdVectors {

    static final String NONE = "none";

    private NrrdVectors() {}

    /** Each as it is written, {@value #NONE} where there is none. */
    static List<String> split(HeaderValue value) throws CorruptFileException {
        List<String> vectors = new ArrayList<>();
        String text = value.text();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            int end = text.charAt(at) == '(' ? text.indexOf(')', at) + 1 : wordEnd(text, at);
            String vector = end <= at ? "" : text.substring(at, end);
            if (!vector.startsWith("(") && !vector.equalsIgnoreCase(NONE)) {
                throw value.corrupt(HeaderLines.quoted(text.substring(at)), "a vector such as (1,0,0), or " + NONE);
            }
            vectors.add(vector.startsWith("(") ? vector : NONE);
            at = end;
        }
        return vectors;
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '(') {
            end++;
        }
        return end;
    }

    static void requireCount(HeaderValue value, int found, int count) throws CorruptFileException {
        if (found != count) {
            throw value.corrupt(found + " vectors", count + " of them, one for each axis");
        }
    }

    /** The numbers of a vector. */
    static double[] numbers(HeaderValue value, String vector, int count) throws CorruptFileException {
        String[] words = vector.substring(1, vector.length() - 1).split(",", -1);
        if (words.length != count) {
            throw value.corrupt(HeaderLines.quoted(vector), count + " numbers in it");
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = value.finite(words[i].strip());
        }
        return numbers;
    }
}
