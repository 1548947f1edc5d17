package io.vtkhdf.cli.option;

/** What becomes of a file that has the name of an OUTPUT. */
public enum Existing {
    /** What {@code --overwrite}, {@code --resume} and {@code --append} say; an error without them. */
    AS_OPTIONS_SAY,
    /** It stays if it is what INPUT becomes and no older, and is an error otherwise. */
    PASSED_OVER,
    /** It stays if it is what INPUT becomes and no older, and is replaced otherwise. */
    RENEWED,
    /** It is INPUT itself, which is replaced. */
    INPUT;

    /** Whether a finished file may be replaced. */
    public boolean isReplaced() {
        return this == RENEWED || this == INPUT;
    }

    /** Whether one that is as new as INPUT, and what INPUT becomes, is left alone. */
    public boolean staysIfCurrent() {
        return this == PASSED_OVER || this == RENEWED;
    }
}
