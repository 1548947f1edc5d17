package io.vtkhdf.cli.option;

import io.vtkhdf.copy.ReferredFiles;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether a command would write over what it reads. */
public final class SameFile {

    private SameFile() {}

    /** Whether two paths, however written, lead to one file; {@code output} need not exist. */
    public static boolean is(Path input, Path output) throws IOException {
        return Files.exists(output) && Files.isSameFile(input, output);
    }

    /** What is read of an image: the file that was named first, and all that it refers to. */
    public static Set<Path> allRead(Path file, ImageSeries series, ImageSource image) throws IOException {
        Set<Path> files = new LinkedHashSet<>(List.of(file));
        files.addAll(series.otherFiles());
        files.addAll(image.otherFiles());
        files.addAll(ReferredFiles.of(files));
        return files;
    }

    /** Whether two paths, however written, are the same place, of a file that need not exist. */
    public static boolean isPlace(Path one, Path other) throws IOException {
        Path folder = one.toAbsolutePath().normalize().getParent();
        Path otherFolder = other.toAbsolutePath().normalize().getParent();
        return one.getFileName() != null
                && one.getFileName().equals(other.getFileName())
                && Files.exists(folder)
                && Files.exists(otherFolder)
                && Files.isSameFile(folder, otherFolder);
    }
}
