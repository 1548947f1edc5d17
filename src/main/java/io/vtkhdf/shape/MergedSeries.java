package io.vtkhdf.shape;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Several images or series of one geometry as one, with the arrays of all. Closing it closes them. */
final class MergedSeries implements ImageSeries {

    private final List<Merging.Part> parts;

    MergedSeries(List<Merging.Part> parts) throws UnsupportedFileException {
        this.parts = List.copyOf(parts);
        ImageSeries first = parts.get(0).series();
        for (Merging.Part part : parts) {
            ImageSeries other = part.series();
            boolean isAlike =
                    first.isTimed() ? other.isTimed() && Arrays.equals(other.times(), first.times()) : !other.isTimed();
            if (!isAlike) {
                throw new UnsupportedFileException(
                        part.file().toString(),
                        "times",
                        words(other),
                        words(first) + " as in " + parts.get(0).file()
                                + ": what is merged has one time, or the same times");
            }
        }
    }

    private static String words(ImageSeries series) {
        double[] times = series.times();
        return series.isTimed()
                ? times.length + " steps from " + times[0] + " to " + times[times.length - 1]
                : "a single image";
    }

    @Override
    public double[] times() {
        return parts.get(0).series().times();
    }

    @Override
    public boolean isTimed() {
        return parts.get(0).series().isTimed();
    }

    @Override
    public ImageSource open(int step) throws IOException {
        List<MergedSource.Part> opened = new ArrayList<>();
        try {
            for (Merging.Part part : parts) {
                opened.add(new MergedSource.Part(
                        part.series().nameOf(step), part.prefix(), part.series().open(step)));
            }
            return new MergedSource(opened);
        } catch (IOException | RuntimeException | Error e) {
            Closing.all(opened.stream().map(MergedSource.Part::image).toList());
            throw e;
        }
    }

    @Override
    public String nameOf(int step) {
        return parts.get(0).series().nameOf(step);
    }

    @Override
    public int sameAs(ArraySpec array, int step) {
        for (Merging.Part part : parts) {
            String prefix = part.prefix();
            if (array.name().startsWith(prefix)) {
                String own = array.name().substring(prefix.length());
                int same = own.isEmpty() ? step : part.series().sameAs(Alike.ofName(array, own), step);
                if (same != step) {
                    return same;
                }
            }
        }
        return step;
    }

    @Override
    public List<Path> otherFiles() {
        return parts.stream()
                .flatMap(part -> Stream.concat(Stream.of(part.file()), part.series().otherFiles().stream()))
                .toList();
    }

    @Override
    public void requireUnchanged() throws IOException {
        for (Merging.Part part : parts) {
            part.series().requireUnchanged();
        }
    }

    @Override
    public void close() throws IOException {
        Closing.all(parts.stream().map(Merging.Part::series).toList());
    }
}
