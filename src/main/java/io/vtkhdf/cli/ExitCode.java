package io.vtkhdf.cli;

/** What the process tells its caller. */
final class ExitCode {
    static final int DONE = 0;
    static final int DIFFERS = 1;
    static final int INVALID = 1;
    static final int USAGE = 2;
    static final int UNREADABLE = 3;
    static final int UNSUPPORTED = 4;
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
