package io.vtkhdf.compat;

import java.util.List;

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

    public boolean isRight() {
        return verdict == Verdict.READ;
    }
}
