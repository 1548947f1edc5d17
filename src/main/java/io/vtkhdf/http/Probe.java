package io.vtkhdf.http;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;

/** Finds out whether there is a file at an address, and which. */
final class Probe {

    private Probe() {}

    /**
     * Asks once for each file, for its last bytes, where its structure is that has been written by this library.
     *
     * @throws NoSuchFileException if there is none
     */
    static void connect(RemoteFile file) throws IOException {
        file.lock();
        try {
            if (file.missing().isPresent()) {
                throw missing(file);
            } else if (file.state().isEmpty()) {
                try {
                    ask(file);
                } catch (NoSuchFileException e) {
                    file.missing(e);
                    throw e;
                }
            }
        } finally {
            file.unlock();
        }
    }

    private static NoSuchFileException missing(RemoteFile file) {
        FileSystemException known = file.missing().orElseThrow();
        return new NoSuchFileException(known.getFile(), known.getOtherFile(), known.getReason());
    }

    private static void ask(RemoteFile file) throws IOException {
        ProbeWish wish = new ProbeWish(file, ProbeWish.End.LAST);
        new Batch(file, List.of(wish)).run();
        if (!wish.isAnswered()) { // Not every server knows of last bytes.
            wish = new ProbeWish(file, ProbeWish.End.FIRST);
            new Batch(file, List.of(wish)).run();
        }
        file.found(wish.state());
        store(file, wish.position(), wish.bytes());
    }

    /** Keeps the blocks that are whole. */
    private static void store(RemoteFile file, long position, byte[] bytes) {
        long length = file.length();
        long end = position + bytes.length;
        if (bytes.length == 0) {
            return;
        }
        // A length may be anything that a server says; what it has sent is little.
        for (long index = BlockCache.index(end - 1, length); index <= BlockCache.index(position, length); index++) {
            long start = BlockCache.start(index, length);
            int size = BlockCache.size(index, length);
            if (start >= position && start + size <= end) {
                int from = (int) (start - position);
                file.session().blocks().bring(file, index, Arrays.copyOfRange(bytes, from, from + size));
            }
        }
    }
}
