package io.vtkhdf.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * When a file became what its name leads to. That may be later than its last change: who copies a file with its time,
 * renames one, or makes a link to it, gives an old file a new name.
 */
public final class NamedTime {

    private NamedTime() {}

    /** Whether that was after a time; false where the system does not know. */
    public static boolean isAfter(Path path, FileTime time) throws IOException {
        try {
            return changed(path).compareTo(time) > 0
                    || changed(path, LinkOption.NOFOLLOW_LINKS).compareTo(time) > 0;
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return false; // Of POSIX only.
        }
    }

    /** POSIX sets it with every change of the file or of what is known of it; nobody can set it to an earlier time. */
    private static FileTime changed(Path path, LinkOption... options) throws IOException {
        return (FileTime) Files.getAttribute(path, "unix:ctime", options);
    }
}
