package io.vtkhdf.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What this virtual machine is writing. A file's lock keeps other processes away, not other threads; and on POSIX
 * systems it ends when the process closes any channel of the file.
 */
final class LocalWriters {

    private static final Set<Path> WRITING = ConcurrentHashMap.newKeySet();

    /** By the files' real names. */
    private static final Map<Path, LockedFile> LOCKED = new ConcurrentHashMap<>();

    private LocalWriters() {}

    /** Empty if somebody here is writing the file. */
    static Optional<Entry> enter(Path file) {
        Path key = file.toAbsolutePath().normalize();
        return WRITING.add(key) ? Optional.of(new Entry(key)) : Optional.empty();
    }

    static void channelClosed(Path file) {
        LockedFile locked = LOCKED.isEmpty() ? null : LOCKED.get(realName(file));
        if (locked != null) {
            locked.relock();
        }
    }

    private static Path realName(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    /** Somebody who writes a file, or makes sure that it could be written. */
    static final class Entry {
        private final Path file;
        private final AtomicBoolean hasLeft = new AtomicBoolean();
        private Path realName;

        private Entry(Path file) {
            this.file = file;
        }

        void holds(LockedFile locked) {
            realName = realName(file);
            LOCKED.put(realName, locked);
        }

        /** Idempotent. */
        void leave() {
            if (hasLeft.compareAndSet(false, true)) {
                if (realName != null) {
                    LOCKED.remove(realName);
                }
                WRITING.remove(file);
            }
        }
    }
}
