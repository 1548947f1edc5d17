package io.vtkhdf.cli.option;

/** What the process tells its caller. */
public final class ExitCode {
    public static final int DONE = 0;
    public static final int DIFFERS = 1;
    public static final int INVALID = 1;
    public static final int USAGE = 2;
    public static final int UNREADABLE = 3;
    public static final int UNSUPPORTED = 4;
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
