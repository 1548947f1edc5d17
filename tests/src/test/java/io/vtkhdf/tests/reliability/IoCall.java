package io.vtkhdf.tests.reliability;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * One operation on a file.
 *
 * @param buffer what is read into or written from, as the caller has given it; null for other operations
 * @param position where; -1 if it is the channel's own, or the operation has none
 */
record IoCall(Kind kind, Path file, long position, ByteBuffer buffer) {

    enum Kind {
        ATTRIBUTES,
        OPEN,
        LOCK,
        SIZE,
        READ,
        WRITE,
        TRUNCATE,
        FORCE,
        MOVE,
        LINK,
        DELETE,
        CLOSE
    }

    static IoCall of(Kind kind, Path file) {
        return new IoCall(kind, file, -1, null);
    }

    /** As the system's file system reports it: what is done by name names it, a channel does not. */
    IOException error(String reason) {
        return switch (kind) {
            case ATTRIBUTES, OPEN, MOVE, LINK, DELETE -> new FileSystemException(file.toString(), null, reason);
            default -> new IOException(reason);
        };
    }

    @Override
    public String toString() {
        String where = position < 0 ? "" : " at " + position;
        String what = buffer == null ? "" : " of " + buffer.remaining() + " bytes";
        return kind + " " + file.getFileName() + where + what;
    }
}
