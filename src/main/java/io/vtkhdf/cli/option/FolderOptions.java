package io.vtkhdf.cli.option;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.input.FileFormat;
import io.vtkhdf.source.ImageSeries;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code --recursive}: the image files in folders and below, in the order of their names. Not those that another file
 * there names, as a {@code .pvti} its pieces and a {@code .pvd} its steps; nor what begins with a point. A folder of
 * several pictures and nothing else is one image, their stack.
 */
public final class FolderOptions implements Args {

    private final Arg<Boolean> recursive;

    /** @param consequence what else it means to the command; may be empty */
    public FolderOptions(String consequence) {
        recursive = Arg.flag(
                "--recursive",
                "Take a folder for all image files in it and below it, but for the pieces and steps that a .pvti, .pvd or"
                        + " .series there names; a folder of several pictures and nothing else is one image."
                        + consequence);
    }

    @Override
    public List<Arg<?>> args() {
        return List.of(recursive);
    }

    public boolean isGiven() {
        return recursive.isGiven();
    }

    /**
     * The files that are meant.
     *
     * @param kind of which those in folders are to be, by their names
     * @param besides a folder that is passed over, since outputs are written to it
     * @throws FileSystemException if a folder has no image
     */
    public List<FoundFile> find(List<Path> given, Predicate<Path> kind, Optional<Path> besides) throws IOException {
        List<FoundFile> found = new ArrayList<>();
        for (Path file : given) {
            if (!isGiven() || !Files.isDirectory(file)) {
                found.add(FoundFile.given(file));
                continue;
            }
            List<FoundFile> inside = inside(file, kind, besides);
            if (inside.isEmpty()) {
                throw new FileSystemException(
                        file.toString(), null, "found no image file in this directory, expected some");
            }
            found.addAll(inside);
        }
        return found;
    }

    /** Whether a file's name is that of an image file. */
    public static boolean isImage(Path file) {
        return Arrays.stream(FileFormat.values()).anyMatch(format -> format.isNameOf(file));
    }

    private static List<FoundFile> inside(Path folder, Predicate<Path> kind, Optional<Path> besides)
            throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                boolean isOutput = besides.isPresent()
                        && Files.exists(besides.get())
                        && !directory.equals(folder)
                        && Files.isSameFile(directory, besides.get());
                return isOutput || !directory.equals(folder) && isHidden(directory)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (kind.test(file) && !isHidden(file) && Files.isRegularFile(file)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Set<Path> named = namedByOthers(files);
        files.removeIf(file -> named.contains(file.toAbsolutePath().normalize()));
        return withStacks(files)
                .sorted()
                .map(file -> new FoundFile(file, place(folder, file)))
                .toList();
    }

    /** Folders of nothing but pictures in the place of these; a single .png is no volume, but a picture of one. */
    private static Stream<Path> withStacks(List<Path> files) {
        return files.stream().collect(Collectors.groupingBy(Path::getParent)).entrySet().stream()
                .flatMap(folder -> folder.getValue().size() > 1
                                && folder.getValue().stream().allMatch(FolderOptions::isPicture)
                        ? Stream.of(folder.getKey())
                        : folder.getValue().stream().filter(file -> !FileFormat.PNG.isNameOf(file)));
    }

    private static Path place(Path folder, Path file) {
        return file.equals(folder) ? folder.toAbsolutePath().normalize().getFileName() : folder.relativize(file);
    }

    private static boolean isPicture(Path file) {
        return FileFormat.PNG.isNameOf(file) || FileFormat.TIFF.isNameOf(file);
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static Set<Path> namedByOthers(List<Path> files) {
        Set<Path> named = new HashSet<>();
        for (Path file : files) {
            boolean namesFiles =
                    FileFormat.PVTI.isNameOf(file) || FileFormat.PVD.isNameOf(file) || FileFormat.SERIES.isNameOf(file);
            if (namesFiles) {
                try (ImageSeries series = ImageSources.openSeries(file, InputReach.FOLDER)) {
                    series.otherFiles()
                            .forEach(other -> named.add(other.toAbsolutePath().normalize()));
                } catch (IOException | RuntimeException e) {
                    // Whoever reads it is told.
                }
            }
        }
        return named;
    }
}
