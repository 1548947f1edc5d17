package io.vtkhdf.hdf5.read;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.file.FileState;
import io.vtkhdf.runtime.MemoryBudget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that HDF5 files name, and how they were when they were first looked for. Not thread-safe. */
final class NamedFiles {

    /** The memory that a name takes beside its characters, with the file that it stands for. */
    private static final int NAME = 512;

    /** A name of a file as another has it. */
    private record Name(Path from, String name) {}

    private final PartLocator locator;
    private final Map<Name, Path> found = new HashMap<>();
    private final Set<Name> missing = new HashSet<>();
    private final Map<Path, FileState> states = new HashMap<>();
    private long memory;

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
        if (path.isEmpty() && found.containsKey(name)) {
            throw new ChangedFileException(found.get(name), "is no longer there");
        } else if (!found.containsKey(name) && !missing.contains(name)) {
            takeMemory(NAME + 2L * file.length(), from, place);
        }
        if (path.isPresent()) {
            found.putIfAbsent(name, path.get());
        } else {
            missing.add(name);
        }
        return path;
    }

    private void takeMemory(long size, StoredFile from, String place) throws IOException {
        memory += size;
        if (memory > MemoryBudget.STRUCTURE.bytes()) {
            throw from.unsupported(
                    place,
                    "names of other files that take more than " + MemoryBudget.STRUCTURE.bytes() + " bytes",
                    "at most " + MemoryBudget.STRUCTURE.share());
        }
    }

    /** Where those were looked for that are not there. */
    Set<Path> missing() throws IOException {
        Set<Path> places = new LinkedHashSet<>();
        for (Name name : missing) {
            places.addAll(PartLocator.places(name.from, name.name));
        }
        return places;
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
            Optional<Path> there = locator.findAgain(name.from, name.name);
            if (there.isPresent()) {
                throw new ChangedFileException(there.get(), "was not there before");
            }
        }
    }
}
