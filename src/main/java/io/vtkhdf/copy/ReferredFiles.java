package io.vtkhdf.copy;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** The files that an image is read from: some, those that they refer to, and so on, each once. */
public final class ReferredFiles {

    private ReferredFiles() {}

    /**
     * By their real paths, in whatever folders. Files that are not there are left out, and what is no VTKHDF image, or
     * a broken one, refers to nothing.
     */
    public static Set<Path> of(Collection<Path> files) throws IOException {
        Set<Path> found = new LinkedHashSet<>();
        Queue<Path> waiting = new ArrayDeque<>(files);
        while (!waiting.isEmpty()) {
            Path file = waiting.remove();
            if (Files.isRegularFile(file) && found.add(file.toRealPath())) {
                waiting.addAll(referred(file));
            }
        }
        return found;
    }

    private static Collection<Path> referred(Path file) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file, InputReach.ANYWHERE)) {
            return reader.otherFiles();
        } catch (FileContentException e) {
            return Set.of();
        }
    }

    /** The one of some files that a path leads to, by whatever name; empty if none, or nothing is there. */
    public static Optional<Path> find(Set<Path> files, Path path) throws IOException {
        if (Files.exists(path)) {
            for (Path file : files) {
                if (Files.exists(file) && Files.isSameFile(file, path)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }
}
