package io.vtkhdf.cli.slice;

import io.vtkhdf.cli.option.ArrayNames;
import io.vtkhdf.cli.option.SameFile;
import io.vtkhdf.cli.text.StepWords;
import io.vtkhdf.cli.text.UnfinishedWords;
import io.vtkhdf.copy.Unchanged;
import io.vtkhdf.copy.VtkhdfSource;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.plane.ArrayValues;
import io.vtkhdf.plane.Plane;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The images of a series that planes are cut out of: the last one that was asked for is open, or several. */
final class StepImages implements Closeable {

    /** Three planes that cross have two that are not across z. */
    private static final int MOST_UNTOLD = 2;

    private final Path file;
    private final ImageSeries series;
    private final String name;
    private final Function<ArraySpec, ShownComponent> components;
    private final Consumer<String> warnings;
    private final int most;
    private final Map<Integer, Opened> open = new LinkedHashMap<>();
    private final Set<String> warned = new HashSet<>();

    /** An image, the array that was chosen, and its values. */
    record Opened(int step, ImageSource image, ArraySpec array, ShownComponent shown, ArrayValues values)
            implements Closeable {
        @Override
        public void close() throws IOException {
            try (image) {
                values.close();
            }
        }
    }

    /**
     * @param name of the array
     * @param most how many may be open
     */
    StepImages(
            Path file,
            ImageSeries series,
            String name,
            Function<ArraySpec, ShownComponent> components,
            Consumer<String> warnings,
            int most) {
        this.file = file;
        this.series = series;
        this.name = name;
        this.components = components;
        this.warnings = warnings;
        this.most = most;
    }

    Opened at(int step) throws IOException {
        Opened opened = open.get(step);
        if (opened == null) {
            if (open.size() >= most) {
                close();
            }
            opened = opened(step);
            open.put(step, opened);
        }
        return opened;
    }

    private Opened opened(int step) throws IOException {
        ImageSource image = series.open(step);
        try {
            UnfinishedWords.warning(file.toString(), image).ifPresent(this::warn);
            ArraySpec array = ArrayNames.one(file, image, name);
            ShownComponent shown = components.apply(array);
            return new Opened(step, image, array, shown, shown.of(ArrayValues.of(image, array)));
        } catch (IOException | RuntimeException e) {
            image.close();
            throw e;
        }
    }

    /** A plane, whose parts that are missing are told. */
    Plane plane(Shot shot) throws IOException {
        Opened opened = at(shot.step());
        if (opened.image instanceof VtkhdfSource stored) {
            stored.missingParts(
                            opened.array,
                            shot.cut().region(opened.image.geometry().dimensions(opened.array.association())))
                    .forEach(note -> warn(note.message()));
        }
        return shot.cut().of(opened.values);
    }

    /** What is read of a step, the file that was named first. */
    Set<Path> files(Opened opened) throws IOException {
        return SameFile.allRead(file, series, opened.image);
    }

    /**
     * Tells of work that may take surprisingly long: most formats are read from their beginning, and a slice across x
     * or y has a part in all of it.
     */
    void tellCost(List<Frame> frames) throws IOException {
        Shot first = frames.get(0).first();
        long again = frames.stream()
                .flatMap(frame -> frame.shots().stream())
                .filter(shot -> shot.cut().axis() != Axis.Z)
                .count();
        if (again > MOST_UNTOLD && !(at(first.step()).image instanceof VtkhdfSource)) {
            warn(file + ": for each of " + again + " slices across x or y all of the array is read, as its format"
                    + " wants it; of a .vtkhdf, which vtkhdf convert makes, only the slice");
        }
    }

    private void warn(String line) {
        if (warned.add(line)) {
            warnings.accept(line);
        }
    }

    /** What is said of a step of several. */
    Optional<String> words(int step) {
        return StepWords.of(step, series.times());
    }

    /** What comes of reading those that are open, if none of them has changed meanwhile. */
    <T> T unchanged(Unchanged.Reading<T> reading) throws IOException {
        return Unchanged.during(reading, this::requireUnchanged, series::requireUnchanged);
    }

    private void requireUnchanged() throws IOException {
        for (Opened opened : open.values()) {
            opened.image.requireUnchanged();
        }
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (Opened opened : open.values()) {
            try {
                opened.close();
            } catch (IOException e) {
                failure = e;
            }
        }
        open.clear();
        if (failure != null) {
            throw failure;
        }
    }
}
