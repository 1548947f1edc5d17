package io.vtkhdf.compat;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one release makes of an image.
 *
 * @param reasons why it is not {@link Verdict#READ}, one line each, in the order in which the reader meets them; empty
 *     if it is
 */
public record Reading(VtkRelease release, Verdict verdict, List<String> reasons) {

    public Reading {
        reasons = List.copyOf(reasons);
    }

    /** The same with more reasons, for which the file is refused if the process does not die before. */
    public Reading refusedFor(List<String> more) {
        Verdict known = verdict == Verdict.CRASHED ? verdict : Verdict.REFUSED;
        return new Reading(
                release, known, Stream.concat(reasons.stream(), more.stream()).toList());
    }

    public boolean isRight() {
        return verdict == Verdict.READ;
    }
}
