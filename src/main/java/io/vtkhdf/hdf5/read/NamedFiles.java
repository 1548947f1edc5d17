package io.vtkhdf.hdf5.read;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.file.FileState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that HDF5 files name, and how they were when they were first looked for. Not thread-safe. */
final class NamedFiles {

    /** A name of a file as another has it. */
    private record Name(Path from, String name) {}

    private final PartLocator locator;
    private final Map<Name, Path> found = new HashMap<>();
    private final Set<Name> missing = new HashSet<>();
    private final Map<Path, FileState> states = new HashMap<>();

    /** @param first the file that was opened first; empty if its bytes are not those of a local file */
    NamedFiles(Optional<Path> first, InputReach reach) {
        this.locator = new PartLocator(first, reach);
    }

    /**
     * The real path of what a name stands for; empty if there is no such file, and was none before.
     *
     * @throws io.vtkhdf.error.UnsupportedFileException if it is out of reach
     * @throws ChangedFileException if it was there and is no longer
     */
    Optional<Path> find(StoredFile from, String place, String file) throws IOException {
        Optional<Path> path = locator.find(from, place, file);
        Name name = new Name(from.location().orElseThrow(), file);
        if (path.isPresent()) {
            found.putIfAbsent(name, path.get());
        } else if (found.containsKey(name)) {
            throw new ChangedFileException(found.get(name), "is no longer there");
        } else {
            missing.add(name);
        }
        return path;
    }

    /** @throws io.vtkhdf.error.UnsupportedFileException if a name leads out of reach, other than by links */
    void requireReach(StoredFile from, String place, String file) throws IOException {
        locator.requireReach(from, place, file);
    }

    /**
     * To be called before a file is opened.
     *
     * @throws ChangedFileException if it is another one than before, or has become shorter
     */
    void requireSameFile(Path path) throws IOException {
        FileState state = states.get(path);
        if (state == null) {
            states.put(path, FileState.of(path));
        } else {
            state.requireSameFile();
        }
    }

    /**
     * @throws ChangedFileException if a file is not as it was when it was first opened, or is there and was not when it
     *     was first looked for
     */
    void requireUnchanged() throws IOException {
        for (FileState state : states.values()) {
            state.requireUnchanged();
        }
        for (Name name : missing) {
            Path there = name.from.resolveSibling(name.name);
            if (Files.exists(there)) {
                throw new ChangedFileException(there, "was not there before");
            }
        }
    }
}
