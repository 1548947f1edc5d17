package io.vtkhdf.cli;

import java.io.IOException;
import java.io.PrintWriter;

/** A {@link PrintWriter} keeps its errors to itself; a command must not. */
final class Stdout {

    private Stdout() {}

    static void requireWritten(PrintWriter out) throws IOException {
        if (out.checkError()) {
            throw new IOException("the result could not be written to standard output");
        }
    }
}
