package io.vtkhdf.compare;

/**
 * How two series, A and B, differ as a whole.
 *
 * @param stepsA how many steps A has
 * @param stepsB how many steps B has
 * @param compared how many were compared: those that both have
 * @param differing how many of those differ
 */
public record SeriesDifference(int stepsA, int stepsB, int compared, int differing) {

    public boolean isSame() {
        return stepsA == stepsB && differing == 0;
    }
}
