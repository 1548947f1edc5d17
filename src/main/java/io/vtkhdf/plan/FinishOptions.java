package io.vtkhdf.plan;

/** How a plan is finished. Immutable, compared by value. */
public record FinishOptions(boolean verifies, boolean consolidates) {

    private static final FinishOptions DEFAULTS = new FinishOptions(false, false);

    /** Receipts are believed; parts stay, and the image is a file of virtual arrays beside their folder. */
    public static FinishOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Whether all values are read again and compared with the receipts, so that what a file system has lost is found.
     */
    public FinishOptions withVerify(boolean value) {
        return new FinishOptions(value, consolidates);
    }

    /**
     * Whether the chunks of all parts are copied, undecoded, into one file, which is then, byte for byte, the one that
     * a single writer makes of the arrays one after the other; the parts are deleted. A raw image is one file anyway.
     */
    public FinishOptions withConsolidate(boolean value) {
        return new FinishOptions(verifies, value);
    }
}
