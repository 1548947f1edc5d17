package io.vtkhdf.write;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ImageGeometry;
import java.nio.file.Path;
import java.util.List;

/** What there is of a file that is to be {@linkplain WriteOptions#withResume resumed} is not what is being written. */
public final class ResumeMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** What differs. */
    public enum Aspect {
        /** Where the points are. */
        GEOMETRY,
        /** What the values are made from, see {@link WriteOptions#withSource}. */
        SOURCE,
        /** An array's type or components. */
        ARRAY,
        /** How an array is stored. */
        STORAGE,
        /** An array that is not written now, or one that complete steps have not. */
        OTHER_ARRAY,
        /** Whether it is a time series, how many steps it will have, or their times. */
        TIME_AXIS
    }

    static final String ADVICE = "delete it, or overwrite it, to begin anew";

    private final Aspect aspect;
    private final String difference;

    private ResumeMismatchException(Aspect aspect, String difference) {
        super(difference + "; " + ADVICE);
        this.aspect = aspect;
        this.difference = difference;
    }

    static ResumeMismatchException of(Aspect aspect, Path file, String place, String found, String expected) {
        return new ResumeMismatchException(
                aspect,
                ShownText.of(file + ": " + place + "found " + found + ", expected " + expected + " to go on with it"));
    }

    /** Tells the first thing in which two geometries differ. */
    static ResumeMismatchException ofGeometry(Path file, ImageGeometry found, ImageGeometry expected) {
        List<String> there = describe(found);
        List<String> asked = describe(expected);
        int first = 0;
        while (first < there.size() - 1 && there.get(first).equals(asked.get(first))) {
            first++;
        }
        return of(Aspect.GEOMETRY, file, "", there.get(first), asked.get(first));
    }

    static ResumeMismatchException ofOtherArray(Path file, Association association, String name) {
        return of(
                Aspect.OTHER_ARRAY,
                file,
                "",
                "the array " + ShownText.quoted(name) + " of " + association.groupName(),
                "none but those that are written");
    }

    static ResumeMismatchException ofMissingArray(Path file, Association association, String name) {
        return of(
                Aspect.OTHER_ARRAY,
                file,
                "",
                "steps without an array " + ShownText.quoted(name) + " of " + association.groupName(),
                "all arrays that are written");
    }

    private static List<String> describe(ImageGeometry geometry) {
        return List.of(
                "an image of " + geometry.dimensions() + " points",
                "the extent " + geometry.extent(),
                "the origin " + geometry.origin(),
                "the spacing " + geometry.spacing(),
                "the direction " + geometry.direction());
    }

    /** What differs. */
    public Aspect aspect() {
        return aspect;
    }

    /** The file, what was found there and what was expected; the message adds what can be done in a program. */
    public String difference() {
        return difference;
    }
}
