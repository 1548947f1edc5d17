package io.vtkhdf.volume;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.input.BinaryValues;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputText;
import io.vtkhdf.input.InputValues;
import io.vtkhdf.input.OptionalLibrary;
import io.vtkhdf.input.RawBytes;
import io.vtkhdf.input.TextValues;
import io.vtkhdf.runtime.Workers;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * Where the values of a volume stand and how: in one file after the other, in each as many. Opened as often as asked
 * for, each time at the first value.
 *
 * @param what names the values in errors
 * @param valuesOfPart the values of each part, all components
 * @param skipped bytes in front of the first value of each part, which are compressed as the values are; 0 if they are
 *     not
 */
public record VolumeData(
        String what,
        ScalarType type,
        ByteOrder order,
        VolumeEncoding encoding,
        List<VolumePart> parts,
        long valuesOfPart,
        long skipped) {

    /** Deflate makes at most so many bytes of one (RFC 1951: 258 bytes of two bits). */
    private static final long MOST_DEFLATED = 1032;

    public VolumeData {
        parts = List.copyOf(parts);
    }

    /**
     * Makes sure that the files are long enough, as far as that can be told without reading them: before anybody makes
     * room for the values.
     *
     * @throws CorruptFileException if one is not
     */
    public void requireWithinFiles() throws IOException {
        for (VolumePart part : parts) {
            requireWithinFile(part);
        }
    }

    private void requireWithinFile(VolumePart part) throws IOException {
        long stored = part.range().length();
        long bytes = valuesOfPart * type.size();
        switch (encoding) {
            case RAW -> {
                if (bytes > stored) {
                    throw tooFew(part, stored + " bytes", bytes + " bytes");
                }
            }
            case TEXT -> {
                OptionalLibrary.DECIMALS.require(place(part), "numbers with a point as text");
                if (valuesOfPart > stored) {
                    throw tooFew(part, stored + " bytes of text", valuesOfPart + " numbers");
                }
            }
            case DEFLATED -> {
                if (bytes / MOST_DEFLATED > stored) {
                    throw tooFew(part, stored + " compressed bytes", bytes + " bytes, for which they cannot suffice");
                }
            }
        }
    }

    private CorruptFileException tooFew(VolumePart part, String found, String expected) {
        return place(part).corruptAt(part.range().start(), found, expected + ", as the header says");
    }

    private InputPlace place(VolumePart part) {
        return new InputPlace(part.file(), what);
    }

    /** Tells of bytes behind the values, if there are any. */
    public Optional<SourceNote> excess() {
        long bytes = valuesOfPart * type.size();
        return encoding != VolumeEncoding.RAW
                ? Optional.empty()
                : parts.stream()
                        .filter(part -> part.range().length() > bytes)
                        .findFirst()
                        .map(part -> SourceNote.ofImage(part.file().path() + ": "
                                + (part.range().length() - bytes) + " bytes behind the " + what + " are left out"));
    }

    /** The bytes of all values. */
    public long bytes() {
        return parts.size() * valuesOfPart * type.size();
    }

    /** All values, from the first on. */
    public InputValues open(Workers workers) {
        return parts.size() == 1
                ? open(parts.get(0), workers)
                : new JoinedValues(parts.size(), valuesOfPart * type.size(), part -> open(parts.get(part), workers));
    }

    private InputValues open(VolumePart part, Workers workers) {
        return switch (encoding) {
            case RAW -> new BinaryValues(new RawBytes(place(part), part.range().start()), order, type.size());
            case TEXT -> TextValues.of(new InputText(place(part), List.of(part.range())), type, valuesOfPart, workers);
            case DEFLATED ->
                new BinaryValues(
                        new DeflatedBytes(place(part), part.range(), skipped, valuesOfPart * type.size()),
                        order,
                        type.size());
        };
    }
}
