package io.vtkhdf.vti.xml;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.input.InputFile;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The start tag of an XML element.
 *
 * @param place where it is, as errors name it
 */
public record VtiElement(InputFile file, String place, String name, Map<String, String> attributes) {

    public VtiElement {
        place = ShownText.of(place, 300);
    }

    /** The same tag, as errors name it from now on. */
    public VtiElement at(String newPlace) {
        return new VtiElement(file, newPlace, name, attributes);
    }

    /** The value of an attribute; empty if it is not there. */
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    public String required(String attribute) throws CorruptFileException {
        return attribute(attribute).orElseThrow(() -> corrupt("no attribute " + attribute, "one"));
    }

    /** Exactly {@code count} numbers between white space. */
    public double[] doubles(String attribute, int count) throws CorruptFileException {
        String[] words = words(attribute, count);
        try {
            return Arrays.stream(words).mapToDouble(Double::parseDouble).toArray();
        } catch (NumberFormatException e) {
            throw wrong(attribute, count + " numbers");
        }
    }

    /** Any number of numbers between white space, at least one. */
    public double[] doubles(String attribute) throws CorruptFileException {
        return doubles(attribute, words(attribute).length);
    }

    /** Any number of 32-bit integers between white space, at least one. */
    public int[] ints(String attribute) throws CorruptFileException {
        return ints(attribute, words(attribute).length);
    }

    /** Exactly {@code count} 32-bit integers between white space. */
    public int[] ints(String attribute, int count) throws CorruptFileException {
        String[] words = words(attribute, count);
        try {
            return Arrays.stream(words).mapToInt(Integer::parseInt).toArray();
        } catch (NumberFormatException e) {
            throw wrong(attribute, count + " 32-bit integers");
        }
    }

    /** An integer that is not negative. */
    public long size(String attribute) throws CorruptFileException {
        try {
            long size = Long.parseLong(required(attribute).strip());
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            // Reported below, as a negative number is.
        }
        throw wrong(attribute, "an integer from 0 on");
    }

    private String[] words(String attribute, int count) throws CorruptFileException {
        String[] words = words(attribute);
        if (words.length != count) {
            throw wrong(attribute, count + " numbers");
        }
        return words;
    }

    private String[] words(String attribute) throws CorruptFileException {
        return required(attribute).strip().split("\\s+");
    }

    public CorruptFileException wrong(String attribute, String expected) {
        return corrupt(attribute + " '" + attributes.get(attribute) + "'", expected);
    }

    public CorruptFileException corrupt(String found, String expected) {
        return file.corrupt(place, found, expected);
    }

    public UnsupportedFileException unsupported(String found, String expected) {
        return file.unsupported(place, found, expected);
    }
}
