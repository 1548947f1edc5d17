package io.vtkhdf.volume.npy;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.volume.HeaderLines;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a file of NumPy's, a dictionary as Python writes it:
 *
 * <pre>{'descr': '&lt;f8', 'fortran_order': False, 'shape': (5, 4, 3), }</pre>
 *
 * @param descr what a value is; of structures and others that are no plain type, the text of it
 * @param shape the lengths of the axes, which may be none
 */
record NpyDictionary(String descr, boolean isFortranOrder, long[] shape) {

    /** A key and its value: a word between quotation marks, a tuple or list, or a name. */
    private static final Pattern ENTRY = Pattern.compile("\\s*(['\"])(\\w+)\\1\\s*:\\s*"
            + "(?:'([^'\\\\]*)'|\"([^\"\\\\]*)\"|(\\([^()]*\\)|\\[.*\\])|(\\w+))\\s*(,|(?=}))");

    private static final Pattern LENGTH = Pattern.compile("\\s*(\\d{1,18})L?\\s*");
    private static final String EXPECTED = "a dictionary with descr, fortran_order and shape, as NumPy writes it";

    static NpyDictionary parse(InputFile file, String text) throws CorruptFileException {
        String stripped = text.strip();
        if (!stripped.startsWith("{") || !stripped.endsWith("}")) {
            throw corrupt(file, text);
        }
        Map<String, String> values = new HashMap<>();
        Matcher entry = ENTRY.matcher(stripped).region(1, stripped.length());
        int end = 1;
        while (entry.lookingAt()) {
            String quoted = entry.group(3) != null ? entry.group(3) : entry.group(4);
            String other = entry.group(5) != null ? entry.group(5) : entry.group(6);
            values.put(entry.group(2), quoted != null ? quoted : other);
            end = entry.end();
            entry.region(end, stripped.length());
        }
        boolean isWhole = stripped.substring(end).strip().equals("}")
                && values.keySet().containsAll(Set.of("descr", "fortran_order", "shape"));
        if (!isWhole) {
            throw corrupt(file, text);
        }
        return new NpyDictionary(
                values.get("descr"),
                truth(file, text, values.get("fortran_order")),
                shape(file, text, values.get("shape")));
    }

    private static boolean truth(InputFile file, String text, String word) throws CorruptFileException {
        if (!word.equals("True") && !word.equals("False")) {
            throw corrupt(file, text);
        }
        return word.equals("True");
    }

    private static long[] shape(InputFile file, String text, String tuple) throws CorruptFileException {
        if (!tuple.startsWith("(")) {
            throw corrupt(file, text);
        }
        String inside = tuple.substring(1, tuple.length() - 1).strip();
        String[] lengths = inside.isEmpty() ? new String[0] : inside.split(",");
        long[] shape = new long[lengths.length];
        for (int i = 0; i < shape.length; i++) {
            Matcher length = LENGTH.matcher(lengths[i]);
            if (!length.matches()) {
                throw corrupt(file, text);
            }
            shape[i] = Long.parseLong(length.group(1));
        }
        return shape;
    }

    private static CorruptFileException corrupt(InputFile file, String text) {
        return file.corrupt("header", HeaderLines.quoted(text.strip()), EXPECTED);
    }
}
