package io.vtkhdf.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What this virtual machine is writing. A file's lock keeps other processes away, not other threads; and on POSIX
 * systems it ends when the process closes any channel of the file, by whatever name it was opened.
 */
final class LocalWriters {

    /** By the names of files that may be yet to come, in the real names of their folders. */
    private static final Set<Path> WRITING = ConcurrentHashMap.newKeySet();

    /** By what is the same for all names of a file. */
    private static final Map<Object, LockedFile> LOCKED = new ConcurrentHashMap<>();

    private LocalWriters() {}

    /** Empty if somebody here is writing the file. */
    static Optional<Entry> enter(Path file) {
        Path key = name(file);
        return WRITING.add(key) ? Optional.of(new Entry(key)) : Optional.empty();
    }

    /** Whether somebody here is writing the file, be it by another name. */
    static boolean isLocked(Path file) {
        LockedFile locked = LOCKED.isEmpty() ? null : LOCKED.get(identity(file));
        return locked != null && locked.isLocked();
    }

    static void channelClosed(Path file) {
        LockedFile locked = LOCKED.isEmpty() ? null : LOCKED.get(identity(file));
        if (locked != null) {
            locked.relock();
        }
    }

    private static Path name(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            return absolute.getParent().toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            return absolute; // Whoever opens it is told.
        }
    }

    /** What is the same for all names of a file. */
    static Object identity(Path file) {
        try {
            Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            return key == null ? file.toRealPath() : key;
        } catch (IOException e) {
            return name(file);
        }
    }

    interface Opening {
        LockedFile open() throws IOException;
    }

    /** Somebody who writes a file, or makes sure that it could be written. */
    static final class Entry {
        private final Path file;
        private final AtomicBoolean hasLeft = new AtomicBoolean();
        private LockedFile locked;

        private Entry(Path file) {
            this.file = file;
        }

        /** Opens and locks the file, one writer after the other, since another name may be the same file's. */
        LockedFile lock(Opening opening) throws IOException {
            synchronized (LOCKED) {
                locked = opening.open();
                LOCKED.put(locked.identity(), locked);
                return locked;
            }
        }

        /** Idempotent. */
        void leave() {
            if (hasLeft.compareAndSet(false, true)) {
                if (locked != null) {
                    LOCKED.remove(locked.identity(), locked); // A new file may have the identity of one that is gone.
                }
                WRITING.remove(file);
            }
        }
    }
}
