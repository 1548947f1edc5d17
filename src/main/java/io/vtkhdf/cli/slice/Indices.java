package io.vtkhdf.cli.slice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Which of so many: {@code K}, {@code mid} (of an even number the second one of the middle), or {@code A:B:S} with both
 * ends, each S-th; what is left out are the first, the last, and 1.
 */
record Indices(String text) {

    private static final String NUMBER = "([0-9]{1,9})";
    private static final Pattern ONE = Pattern.compile(NUMBER);
    private static final Pattern RANGE = Pattern.compile(NUMBER + "?:" + NUMBER + "?(?::" + NUMBER + "?)?");
    private static final String MIDDLE = "mid";

    /** All of them. */
    static final Indices ALL = new Indices(":");

    /** The one in the middle. */
    static final Indices MID = new Indices(MIDDLE);

    /** Picocli asks for it, and that of a record is made at run time. */
    @Override
    public String toString() {
        return text;
    }

    /** @throws IllegalArgumentException that names {@code option} if one is not there */
    int[] of(int count, String option) {
        Matcher range = RANGE.matcher(text);
        int[] found;
        if (text.equals(MIDDLE)) {
            return new int[] {count / 2};
        } else if (range.matches()) {
            int first = number(range.group(1), 0);
            int last = number(range.group(2), count - 1);
            int step = Math.max(number(range.group(3), 1), 1);
            if (last >= count) {
                throw outside(count, option);
            }
            found = IntStream.iterate(first, i -> i <= last, i -> i + step).toArray();
        } else {
            found = ONE.matcher(text).matches() ? new int[] {Integer.parseInt(text)} : new int[0];
        }
        if (found.length == 0 || found[found.length - 1] >= count) {
            throw outside(count, option);
        }
        return found;
    }

    private IllegalArgumentException outside(int count, String option) {
        return new IllegalArgumentException(
                "found " + option + " " + text + ", expected " + (count == 1 ? "0" : "0 to " + (count - 1)));
    }

    private static int number(String text, int otherwise) {
        return text == null || text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    /** Parses it, as far as that can be done without knowing how many there are. */
    static final class Converter implements ITypeConverter<Indices> {
        @Override
        public Indices convert(String text) {
            boolean isNumber = text.matches("-?[0-9]+");
            boolean isTriple = text.matches(NUMBER + "," + NUMBER + "," + NUMBER);
            if (!isNumber
                    && !isTriple
                    && !text.equals(MIDDLE)
                    && !RANGE.matcher(text).matches()) {
                throw new TypeConversionException("found '" + text + "', expected K, A:B, A:B:S or mid");
            }
            return new Indices(text);
        }
    }
}
