package io.vtkhdf.volume.stack;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.input.FileFormat;
import io.vtkhdf.input.InputContents;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputFiles;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.volume.VolumeOpening;
import io.vtkhdf.volume.VolumeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Pictures as the slices of an image: the pages of a TIFF file, or files of PNG or TIFF, a page each. The first row,
 * which pictures have at the top, is y = 0, as NumPy and ITK have it. Pictures tell no geometry: the origin is 0, the
 * spacing 1.
 *
 * <p>What the first page holds is known at once; that the others are alike is seen when they are decoded.
 */
public final class StackSource {

    private StackSource() {}

    /** A file that is a stack by itself, or a slice. */
    public static ImageSource open(Path file) throws IOException {
        return open(file, List.of(file));
    }

    /**
     * The pictures of a folder, in the given order of their names; what is no picture, and what is in folders below, is
     * passed over.
     */
    public static ImageSource openFolder(Path folder, Comparator<Path> order) throws IOException {
        return open(folder, FileFormat.pictures(folder).stream().sorted(order).toList());
    }

    /** Slices, in this order. */
    public static ImageSource open(List<Path> slices) throws IOException {
        return open(slices.get(0), slices);
    }

    /** @param named the file or folder that errors name */
    private static ImageSource open(Path named, List<Path> slices) throws IOException {
        InputFiles files = new InputFiles();
        try {
            List<InputFile> opened = new ArrayList<>();
            for (Path slice : slices) {
                opened.add(files.open(slice));
            }
            return open(named, slices, opened, files);
        } catch (IOException | RuntimeException | Error e) {
            files.closeAll();
            throw e;
        }
    }

    private static ImageSource open(Path named, List<Path> slices, List<InputFile> opened, InputFiles files)
            throws IOException {
        PageShape shape;
        int pages;
        try (PageReader reader = PageReader.open(opened.get(0))) {
            pages = reader.pages();
            if (pages < 1) {
                throw opened.get(0).corrupt("file", "no page", "at least one");
            } else if (pages > 1 && opened.size() > 1) {
                throw opened.get(0)
                        .unsupported(
                                "file", pages + " pages", "one, as each of the " + opened.size() + " files is a slice");
            }
            shape = reader.format(0).shape();
            if (!shape.isCountable()) {
                throw opened.get(0).unsupported("page 1", shape.toString(), "a picture of fewer than 2^31 bytes");
            }
        }
        ImageGeometry geometry = ImageGeometry.of(shape.width(), shape.height(), opened.size() * pages);
        InputContents contents = new InputContents(
                geometry,
                List.of(VolumeOpening.array(shape.type(), shape.components())),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        List<Path> others =
                slices.stream().filter(slice -> !slice.equals(named)).toList();
        return new VolumeSource(
                named, files, contents, () -> new StackValues(opened, pages, shape), 1, others, files::closeAll);
    }
}
