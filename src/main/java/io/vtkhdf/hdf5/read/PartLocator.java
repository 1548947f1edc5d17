package io.vtkhdf.hdf5.read;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.file.ReachableFolders;
import io.vtkhdf.file.UnlinkedFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the files that HDF5 files name. A relative name counts from the folder of the file that has it, as HDF5 has it,
 * or from that of the file which its own name is a symbolic link to; never from the folder in which the program runs.
 * Of an absolute name that stands for nothing, the last one counts from there. Thread-safe.
 */
final class PartLocator {

    private final Optional<Path> first;
    private final InputReach reach;
    private volatile ReachableFolders folders;

    /**
     * @param first the file that was opened first, in whose folder or below the others must be
     * @param reach whether they may be elsewhere, too
     */
    PartLocator(Optional<Path> first, InputReach reach) {
        this.first = first;
        this.reach = reach;
    }

    /**
     * The real path of what a name stands for; empty if there is no such file.
     *
     * @throws io.vtkhdf.error.UnsupportedFileException if it is out of reach
     */
    Optional<Path> find(StoredFile from, String place, String name) throws IOException {
        Path named = named(from, place, name);
        Optional<Path> found;
        try {
            found = find(from.location().orElseThrow(), name, named);
        } catch (ReachableFolders.OutsideException e) {
            throw from.unsupported(
                    place,
                    "data in another file, '" + name + "'",
                    "a file in the same folder or below; --allow-outside allows others");
        }
        if (found.isPresent() && !Files.isRegularFile(found.get())) {
            throw from.corrupt(place, "data in what is no file, '" + name + "'", "the name of an HDF5 file");
        }
        return found;
    }

    /** What a name stands for that has been looked for before, also if it is out of reach now. */
    Optional<Path> findAgain(Path from, String name) throws IOException {
        Path named = from.getFileSystem().getPath(name);
        try {
            return find(from, name, named);
        } catch (ReachableFolders.OutsideException e) {
            return Optional.of(named);
        }
    }

    /** Where files of that name are looked for. */
    static Set<Path> places(Path from, String name) throws IOException {
        Path named = from.getFileSystem().getPath(name);
        Set<Path> places = new LinkedHashSet<>();
        for (Path folder :
                List.of(from.toAbsolutePath().getParent(), from.toRealPath().getParent())) {
            places.add(folder.resolve(named));
            if (named.isAbsolute() && named.getFileName() != null) {
                places.add(folder.resolve(named.getFileName()));
            }
        }
        return places;
    }

    private Optional<Path> find(Path from, String name, Path named)
            throws IOException, ReachableFolders.OutsideException {
        Path folder = from.toAbsolutePath().getParent();
        Path real = from.toRealPath().getParent();
        Optional<Path> found = find(folder, inFolder(named, folder));
        if (found.isEmpty() && !real.equals(folder)) {
            found = find(real, named);
        }
        if (found.isEmpty() && named.isAbsolute()) { // Files that were moved, names and all.
            found = find(folder, named.getFileName());
            if (found.isEmpty() && !real.equals(folder)) {
                found = find(real, named.getFileName());
            }
        }
        return name.endsWith("/") ? Optional.empty() : found; // As systems have it, that is no file.
    }

    /** An absolute name that leads into a folder, whatever that is called in truth, as one that counts from there. */
    private static Path inFolder(Path named, Path folder) {
        return named.isAbsolute() && named.startsWith(folder.normalize())
                ? folder.normalize().relativize(named)
                : named;
    }

    private Optional<Path> find(Path folder, Path named) throws IOException, ReachableFolders.OutsideException {
        boolean isUnlinked = folder.getFileSystem() instanceof UnlinkedFileSystem;
        return reach == InputReach.ANYWHERE && !isUnlinked
                ? real(folder.resolve(named))
                : folders().find(folder, named);
    }

    private static Optional<Path> real(Path path) throws IOException {
        return Files.exists(path) ? Optional.of(path.toRealPath()) : Optional.empty();
    }

    private ReachableFolders folders() throws IOException {
        if (folders == null) {
            Path file = first.orElseThrow().toAbsolutePath();
            folders = new ReachableFolders(
                    reach == InputReach.ANYWHERE
                            ? List.of(file.getRoot())
                            : List.of(file.getParent(), file.toRealPath().getParent()));
        }
        return folders;
    }

    private static Path named(StoredFile from, String place, String name) throws IOException {
        if (from.location().isEmpty()) {
            throw from.unsupported(
                    place,
                    "data in another file, '" + name + "'",
                    "data in the file itself, as its bytes do not come from a folder with others; open it by its path");
        }
        try {
            return from.location().get().getFileSystem().getPath(name);
        } catch (InvalidPathException e) {
            throw from.corrupt(place, "data in another file, '" + name + "'", "the name of a file");
        }
    }

    /**
     * @throws io.vtkhdf.error.UnsupportedFileException if a name leads out of reach, other than by links, whether there
     *     is such a file or not
     */
    void requireReach(StoredFile from, String place, String name) throws IOException {
        Path named = named(from, place, name);
        if (reach == InputReach.FOLDER && !ReachableFolders.isBelow(named)) {
            find(from, place, name);
        }
    }
}
