package io.vtkhdf.volume;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.input.InputFile;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a header says under a key: words and numbers.
 *
 * @param place the line, as errors name it
 */
public record HeaderValue(InputFile file, String place, String key, String text) {

    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
    private static final Pattern INTEGER = Pattern.compile("[-+]?\\d{1,30}");

    public String[] words() {
        String stripped = text.strip();
        return stripped.isEmpty() ? new String[0] : stripped.split("\\s+");
    }

    /** So many words. */
    public String[] words(int count) throws CorruptFileException {
        String[] words = words();
        if (words.length != count) {
            throw corrupt(words.length + " words, " + HeaderLines.quoted(text), count + " of them");
        }
        return words;
    }

    public String lowerCase() {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** An integer of at least {@code least}. */
    public long integer(String word, long least) throws CorruptFileException {
        if (INTEGER.matcher(word).matches()) {
            BigInteger value = new BigInteger(word);
            if (value.bitLength() < Long.SIZE && value.longValue() >= least) {
                return value.longValue();
            }
        }
        throw corrupt(HeaderLines.quoted(word), "an integer of at least " + least);
    }

    /** The only word, an integer from {@code least} to {@code most}. */
    public int integer(int least, int most) throws CorruptFileException {
        long value = integer(words(1)[0], least);
        if (value > most) {
            throw corrupt(Long.toString(value), "at most " + most);
        }
        return (int) value;
    }

    /** So many finite numbers. */
    public double[] finite(int count) throws CorruptFileException {
        String[] words = words(count);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = finite(words[i]);
        }
        return values;
    }

    public double finite(String word) throws CorruptFileException {
        double value = DECIMAL.matcher(word).matches() ? Double.parseDouble(word) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw corrupt(HeaderLines.quoted(word), "a finite number");
        }
        return value;
    }

    public CorruptFileException corrupt(String found, String expected) {
        return file.corrupt(place + ", " + key, found, expected);
    }

    public UnsupportedFileException unsupported(String found, String expected) {
        return file.unsupported(place + ", " + key, found, expected);
    }
}
