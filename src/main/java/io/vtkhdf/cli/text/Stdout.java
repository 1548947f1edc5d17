package io.vtkhdf.cli.text;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;

/** Standard output. A {@link PrintWriter} keeps its errors to itself; this one tells what they were. */
public final class Stdout extends PrintWriter {

    private static final class Recorder extends FilterOutputStream {
        private IOException failure;

        Recorder(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }

    /** Bytes for standard output. */
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final Recorder recorder;

    public Stdout(OutputStream out) {
        this(new Recorder(out));
    }

    private Stdout(Recorder recorder) {
        super(recorder, true, StandardCharsets.UTF_8);
        this.recorder = recorder;
    }

    /**
     * @throws FileSystemException if something could not be written, unless whoever was to read it has gone, as
     *     {@code head} does: then nobody wants to know
     */
    public static void requireWritten(PrintWriter out) throws FileSystemException {
        if (!out.checkError()) {
            return;
        }
        IOException failure = out instanceof Stdout stdout ? stdout.recorder.failure : null;
        if (!(failure instanceof StandardOutput.ReaderGoneException)) {
            String reason = failure == null ? "could not be written" : failure.getMessage();
            throw new FileSystemException("standard output", null, reason);
        }
    }

    /**
     * Writes bytes, such as those of a picture.
     *
     * @throws FileSystemException as {@link #requireWritten}
     */
    public static void write(PrintWriter out, Content content) throws IOException {
        out.flush();
        Recorder recorder = ((Stdout) out).recorder;
        try {
            OutputStream buffered = new BufferedOutputStream(recorder);
            content.writeTo(buffered);
            buffered.flush();
        } catch (IOException e) {
            if (e != recorder.failure) {
                throw e;
            } else if (!(e instanceof StandardOutput.ReaderGoneException)) {
                throw new FileSystemException("standard output", null, e.getMessage());
            }
        }
    }
}
