package io.vtkhdf.tests.reliability;

/** How much is tried: a little in ordinary tests, as much as is asked for by {@code tests/reliability}. */
public final class Campaign {

    private static final String ROUNDS = "vtkhdf.rounds";

    private Campaign() {}

    public static boolean isLong() {
        return Integer.getInteger(ROUNDS) != null;
    }

    /** The number of rounds: the given one if nobody asked for another. */
    public static int rounds(int ordinary) {
        return Integer.getInteger(ROUNDS, ordinary);
    }

    /** A line for the one who runs a long campaign. */
    public static void report(String campaign, String counts) {
        if (isLong()) {
            System.out.println("reliability " + campaign + ": " + counts);
        }
    }
}
