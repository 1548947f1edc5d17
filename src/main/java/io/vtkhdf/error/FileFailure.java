package io.vtkhdf.error;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * Makes failures name their file; those of channels do not, and what names it is left as it is. An interruption is an
 * {@link InterruptedIOException}.
 */
public final class FileFailure {

    private FileFailure() {}

    public static IOException ofReading(Path file, IOException e) {
        return ofReading(file.toString(), e);
    }

    public static IOException ofReading(String resource, IOException e) {
        return of(resource, "could not be read", e);
    }

    public static IOException ofWriting(Path file, IOException e) {
        return of(file.toString(), "could not be written", e);
    }

    private static IOException of(String file, String what, IOException e) {
        if (e instanceof FileSystemException known && known.getFile() != null) {
            return e;
        }
        String place = ShownText.of(file) + ": ";
        if (String.valueOf(e.getMessage()).startsWith(place)) {
            return e;
        }
        boolean isInterrupted = e instanceof ClosedByInterruptException || e instanceof InterruptedIOException;
        String message = what + ": " + reason(e);
        IOException failure = isInterrupted
                ? new InterruptedIOException(place + message)
                : new FileSystemException(file, null, message);
        failure.initCause(e);
        return failure;
    }

    private static String reason(IOException e) {
        if (e instanceof ClosedByInterruptException) {
            return "its thread was interrupted";
        } else if (e instanceof ClosedChannelException) {
            return "another thread that was at it was interrupted, which closes it for all";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
