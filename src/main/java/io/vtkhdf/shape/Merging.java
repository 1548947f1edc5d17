package io.vtkhdf.shape;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.source.ImageSeries;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes one image, or one series, of several of one geometry: with the arrays of all, which are read where they are
 * when they are wanted.
 */
public final class Merging {

    private Merging() {}

    /**
     * One of the images.
     *
     * @param file that it is read from
     * @param prefix before the name of each of its arrays; empty if these are to stay as they are
     * @param series the image, or the steps; closed with what is made of it
     */
    public record Part(Path file, String prefix, ImageSeries series) {}

    /**
     * Several images, or several series of the same times, as one. Of field arrays of one name, and of arrays in one
     * role, the first counts.
     *
     * @throws UnsupportedFileException if not all have the same times
     */
    public static ImageSeries of(List<Part> parts) throws UnsupportedFileException {
        return new MergedSeries(parts);
    }
}
