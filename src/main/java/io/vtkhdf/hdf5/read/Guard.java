package io.vtkhdf.hdf5.read;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileFailure;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.NotSupported;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.function.Supplier;

/**
 * The boundary between parsers, which throw all kinds of things on broken files, and those who want to hear which file
 * is broken, and where.
 *
 * @param name the file's
 */
record Guard(String name) {

    private static final int MAX_SHOWN = 300;

    <T> T call(String place, Supplier<T> parser) throws IOException {
        try {
            return parser.get();
        } catch (StackOverflowError e) {
            throw new CorruptFileException(name, place, "a structure of the file refers to itself", e);
        } catch (OutOfMemoryError e) {
            // No fault of the file for certain, so its arrays are not left out for it.
            IOException failure = new FileSystemException(
                    name, null, "could not be read: " + place + " takes more memory than Java's heap has");
            failure.initCause(e);
            throw failure;
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException io) {
                    throw FileFailure.ofReading(name, io);
                }
                if (cause instanceof NotSupported) {
                    throw new UnsupportedFileException(name, place, innermostMessage(e), e);
                }
            }
            throw new CorruptFileException(name, place, innermostMessage(e), e);
        }
    }

    private static String innermostMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return ShownText.of(cause.getMessage() == null ? cause.toString() : cause.getMessage(), MAX_SHOWN);
    }

    CorruptFileException corrupt(String place, String found, String expected) {
        return new CorruptFileException(name, place, found, expected);
    }

    CorruptFileException corrupt(String place, Exception cause) {
        return new CorruptFileException(name, place, innermostMessage(cause), cause);
    }

    UnsupportedFileException unsupported(String place, String found, String expected) {
        return new UnsupportedFileException(name, place, found, expected);
    }
}
