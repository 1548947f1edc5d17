package io.vtkhdf.cli.text;

import io.vtkhdf.error.ShownText;
import java.io.PrintWriter;
import java.io.Writer;

/** Prints line by line, with the characters escaped that a terminal would obey. Closing it leaves the printer open. */
final class ShownLines extends Writer {

    private final PrintWriter out;
    private final StringBuilder line = new StringBuilder();

    ShownLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(char[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] == '\n') {
                print();
            } else if (text[i] != '\r') {
                line.append(text[i]);
            }
        }
    }

    private void print() {
        out.println(ShownText.of(line.toString()));
        line.setLength(0);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        if (line.length() > 0) {
            print();
        }
    }
}
