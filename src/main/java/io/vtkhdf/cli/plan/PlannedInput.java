package io.vtkhdf.cli.plan;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.cli.option.ArraySelection;
import io.vtkhdf.cli.option.InputMark;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.copy.AlikeSteps;
import io.vtkhdf.copy.TimedImage;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a plan's slabs are read from: an image, a step of a series, or all of its steps. */
public final class PlannedInput implements Closeable {

    private final PlanFile.Source source;
    private final ImageSeries series;

    private PlannedInput(PlanFile.Source source, ImageSeries series) {
        this.source = source;
        this.series = series;
    }

    static PlannedInput open(PlanFile.Source source, InputReach reach) throws IOException {
        return of(source, ImageSources.openSeries(Path.of(source.file()), reach));
    }

    /** @param opened what the source names, which is closed with this */
    public static PlannedInput of(PlanFile.Source source, ImageSeries opened) throws IOException {
        try {
            ArraySelection selection = new ArraySelection(source.arrays());
            boolean isAll = source.step().isEmpty();
            return new PlannedInput(source, isAll ? new AlikeSteps(opened, selection::of) : opened);
        } catch (IOException | RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    ImageSeries series() {
        return series;
    }

    /** The image, or a step of it, with the arrays that are wanted. */
    ImageSource open(int step) throws IOException {
        if (source.step().isEmpty()) {
            return series.open(step);
        }
        int chosen = source.step().get();
        ImageSource all = series.open(chosen);
        try {
            ImageSource selected = new ArraySelection(source.arrays()).of(source.file(), all);
            return series.isTimed() ? TimedImage.of(selected, series.times()[chosen]) : selected;
        } catch (IOException | RuntimeException | Error e) {
            all.close();
            throw e;
        }
    }

    /** All files that it is read from, as far as they are known without opening other steps. */
    List<Path> files(ImageSource image) {
        Set<Path> files = new LinkedHashSet<>(series.otherFiles());
        files.addAll(image.otherFiles());
        files.add(Path.of(source.file()));
        return List.copyOf(files);
    }

    /** What tells the files apart from others, and from themselves before a change. */
    String mark(ImageSource image) throws IOException {
        Path file = Path.of(source.file());
        Set<Path> others = new LinkedHashSet<>(series.otherFiles());
        if (source.step().isPresent()) { // Otherwise each slab would see those of other steps.
            others.addAll(image.otherFiles());
        }
        // It is named as the user has it where it is planned, and in full by those who write a slab.
        others.removeIf(other -> other.toAbsolutePath().equals(file.toAbsolutePath()));
        return InputMark.of(file, List.copyOf(others));
    }

    /** @throws ChangedFileException if the input is not as it was when it was planned */
    void requireAsPlanned(ImageSource image) throws IOException {
        Optional<String> planned = source.mark();
        String found = mark(image);
        if (planned.isPresent() && !planned.get().equals(found)) {
            throw new ChangedFileException(
                    Path.of(source.file()), "found " + found + ", expected " + planned.get() + ", as it was planned");
        }
    }

    @Override
    public void close() throws IOException {
        series.close();
    }
}
