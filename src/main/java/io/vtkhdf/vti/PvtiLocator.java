package io.vtkhdf.vti;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.source.InputReach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Finds the files that a {@code .pvti} file names, if they are within reach. Addresses of the network never are.
 *
 * @param path of the {@code .pvti} file
 */
record PvtiLocator(Path path, InputReach reach) {

    Path file(PvtiPart part) throws IOException {
        Path named = named(part);
        if (reach == InputReach.FOLDER && (named.getRoot() != null || named.startsWith(".."))) {
            throw outside(part);
        }
        Path file = path.resolveSibling(named);
        Path folder = path.toAbsolutePath().getParent();
        if (!Files.isRegularFile(file)) {
            throw part.element().corrupt("no file '" + part.source() + "'", "one, in " + folder);
        }
        if (reach == InputReach.FOLDER && !file.toRealPath().startsWith(folder.toRealPath())) {
            throw outside(part);
        }
        return file;
    }

    private Path named(PvtiPart part) throws FileContentException {
        String name = part.source().strip();
        if (name.isEmpty() || name.contains("://")) {
            throw part.element()
                    .unsupported("the piece '" + part.source() + "'", "the name of a file: no address is followed");
        }
        try {
            return path.getFileSystem().getPath(name).normalize();
        } catch (InvalidPathException e) {
            throw part.element().wrong("Source", "the name of a file");
        }
    }

    private static UnsupportedFileException outside(PvtiPart part) {
        return part.element()
                .unsupported(
                        "the piece '" + part.source() + "'",
                        "a file in the folder of the .pvti file or below; --allow-outside allows others");
    }
}
