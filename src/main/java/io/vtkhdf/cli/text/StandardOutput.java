package io.vtkhdf.cli.text;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process's standard output, which knows when whoever was to read it has gone, as {@code head} does. */
public final class StandardOutput extends FilterOutputStream {

    /** The kinds of files in what stat(2) calls st_mode. */
    private static final int KIND = 0170000;

    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

    public StandardOutput() {
        super(new FileOutputStream(FileDescriptor.out));
    }

    /** Nobody reads any more. */
    public static final class ReaderGoneException extends IOException {
        private static final long serialVersionUID = 1;

        public ReaderGoneException(IOException cause) {
            super(cause);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw isPipe() ? new ReaderGoneException(e) : e;
        }
    }

    /** Then nothing else can go wrong; the system's own words for it come in the user's language. */
    private static boolean isPipe() {
        try {
            int kind = (Integer) Files.getAttribute(Path.of("/dev/stdout"), "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            return false; // Windows has no such attribute.
        }
    }
}
