package io.vtkhdf.input;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.ReachableFolders;
import io.vtkhdf.file.UnlinkedFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds the files that a file names, if they are within reach. Addresses of the network never are.
 *
 * @param path of the file that names them
 * @param kind of that file, such as {@code .pvti}
 * @param reach where they may lie
 */
public record FileLocator(Path path, String kind, InputReach reach) {

    /**
     * @param place in the file, where it names the other
     * @param what the other is, such as a piece
     * @throws CorruptFileException if there is no such file
     * @throws UnsupportedFileException if it is out of reach
     */
    public Path find(String place, String what, String name) throws IOException {
        String found = "the " + what + " '" + name + "'";
        Path named = named(place, found, name.strip());
        if (reach == InputReach.FOLDER && named.getRoot() != null) {
            throw outside(place, found);
        }
        Path folder = path.toAbsolutePath().getParent();
        Path file = path.resolveSibling(named);
        if (!isThere(place, found, folder, named) || !Files.isRegularFile(file)) {
            throw new CorruptFileException(path.toString(), place, "no file '" + name + "'", "one, in " + folder);
        }
        return file;
    }

    private boolean isThere(String place, String found, Path folder, Path named) throws IOException {
        try {
            boolean isAnywhere = reach == InputReach.ANYWHERE;
            return isAnywhere && !(folder.getFileSystem() instanceof UnlinkedFileSystem)
                    || new ReachableFolders(List.of(isAnywhere ? folder.getRoot() : folder))
                            .find(folder, named)
                            .isPresent();
        } catch (ReachableFolders.OutsideException e) {
            throw outside(place, found);
        }
    }

    private Path named(String place, String found, String name) throws FileContentException {
        if (name.isEmpty() || name.contains("://")) {
            throw new UnsupportedFileException(
                    path.toString(), place, found, "the name of a file: no address is followed");
        }
        try {
            return path.getFileSystem().getPath(name);
        } catch (InvalidPathException e) {
            throw new CorruptFileException(path.toString(), place, found, "the name of a file");
        }
    }

    private UnsupportedFileException outside(String place, String found) {
        return new UnsupportedFileException(
                path.toString(),
                place,
                found,
                "a file in the folder of the " + kind + " file or below; --allow-outside allows others");
    }
}
