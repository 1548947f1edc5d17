package io.vtkhdf.hdf5.read;

import io.vtkhdf.bytes.InputReach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the files that an HDF5 file names. A relative name counts from the folder of that file, as HDF5 has it, or from
 * that of the file which its name is a symbolic link to; never from the folder in which the program runs.
 *
 * @param reach where they may lie
 */
record PartLocator(InputReach reach) {

    /**
     * Empty if there is no such file.
     *
     * @throws io.vtkhdf.error.UnsupportedFileException if it is out of reach
     */
    Optional<Path> find(StoredFile from, String place, String name) throws IOException {
        Path named = named(from, place, name);
        Path master = from.location().orElseThrow().toAbsolutePath();
        Path found = master.resolveSibling(named);
        Path folder = master.getParent();
        if (!Files.exists(found)) {
            folder = master.toRealPath().getParent();
            found = folder.resolve(named);
        }
        if (!Files.exists(found) && named.isAbsolute() && reach == InputReach.ANYWHERE) {
            found = master.resolveSibling(named.getFileName()); // Files that were moved, names and all.
        }
        if (!Files.exists(found)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(found)) {
            throw from.corrupt(place, "data in what is no file, '" + name + "'", "the name of an HDF5 file");
        }
        Path real = found.toRealPath();
        if (reach == InputReach.FOLDER && !real.startsWith(folder.toRealPath())) {
            throw outside(from, place, name);
        }
        return Optional.of(real);
    }

    /** The name, of which no more is known than that it does not lead elsewhere by itself. */
    Path named(StoredFile from, String place, String name) throws IOException {
        if (from.location().isEmpty()) {
            throw from.unsupported(
                    place,
                    "data in another file, '" + name + "'",
                    "data in the file itself, as its bytes do not come from a folder with others; open it by its path");
        }
        Path master = from.location().get().toAbsolutePath();
        Path named;
        try {
            named = master.getFileSystem().getPath(name).normalize();
        } catch (InvalidPathException e) {
            throw from.corrupt(place, "data in another file, '" + name + "'", "the name of a file");
        }
        boolean inside = named.isAbsolute()
                ? named.startsWith(master.normalize().getParent())
                        || named.startsWith(master.toRealPath().getParent())
                : !named.startsWith("..");
        if (reach == InputReach.FOLDER && !inside) {
            throw outside(from, place, name);
        }
        return named;
    }

    private static IOException outside(StoredFile from, String place, String name) {
        return from.unsupported(
                place,
                "data in another file, '" + name + "'",
                "a file in the same folder or below; --allow-outside allows others");
    }
}
