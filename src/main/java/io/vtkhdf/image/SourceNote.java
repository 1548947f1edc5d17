package io.vtkhdf.image;

import java.util.Objects;
import java.util.Optional;

/**
 * What a source does not offer as it holds it.
 *
 * @param array the array that this is about; empty if it is about the whole image
 * @param message names the file, and the array if there is one
 */
public record SourceNote(Optional<Array> array, String message) {

    /** An array of any association, which names it with its name. */
    public record Array(Association association, String name) {}

    public SourceNote {
        Objects.requireNonNull(array, "array");
        Objects.requireNonNull(message, "message");
    }

    /** A note about the whole image. */
    public static SourceNote ofImage(String message) {
        return new SourceNote(Optional.empty(), message);
    }

    /** A note about an array. */
    public static SourceNote ofArray(Association association, String name, String message) {
        return new SourceNote(Optional.of(new Array(association, name)), message);
    }
}
