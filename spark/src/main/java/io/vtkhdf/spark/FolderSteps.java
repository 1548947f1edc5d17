package io.vtkhdf.spark;

import io.vtkhdf.error.UnsupportedFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files of a folder that are the steps of a series. */
final class FolderSteps {

    private FolderSteps() {}

    /** @throws UnsupportedFileException if there is none */
    static List<Path> of(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".vti"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new UnsupportedFileException(
                        folder.toString(), "folder", "no .vti file", "some, which are the steps of a series");
            }
            return files;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
