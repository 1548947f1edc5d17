package io.vtkhdf.cli;

import io.vtkhdf.cli.option.Input;
import io.vtkhdf.cli.option.InputMark;
import io.vtkhdf.cli.option.LeftOut;
import io.vtkhdf.cli.text.FirstOfMany;
import io.vtkhdf.cli.text.StepWords;
import io.vtkhdf.cli.text.UnfinishedWords;
import io.vtkhdf.compare.FinishedOutput;
import io.vtkhdf.copy.AlikeSteps;
import io.vtkhdf.copy.Converter;
import io.vtkhdf.copy.OneStep;
import io.vtkhdf.copy.SeriesTarget;
import io.vtkhdf.copy.TimedImage;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.text.Numbers;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a conversion reads, opened: one image, which may be a step of a series, or all steps of a series. */
final class OpenedInput implements Closeable {

    /** Looks at the image of a step before anything is written. */
    interface Visitor {
        /** @param name of the step's file, or of the input */
        void look(String name, ImageSource image) throws IOException;
    }

    /** Of an array, where it must be seen whether options were others before. */
    private static final long COMPARED_BYTES = 16 << 20;

    private final Input input;
    private final Wanted wanted;
    private final ImageSeries opened;
    /** The only image, or the first one. */
    private final ImageSource image;
    /** Empty if one image is converted. */
    private final Optional<AlikeSteps> steps;
    /** Which step the image is; empty if the input is no series, or all of it is converted. */
    private final Optional<Integer> chosen;

    private final Set<Path> otherFiles;
    private final Set<Path> missingFiles = new LinkedHashSet<>();
    /** What the images have and cannot be read. */
    private final Set<String> lacks = new LinkedHashSet<>();
    /** What has been told, of whichever step. */
    private final Set<Object> told = new HashSet<>();

    private OpenedInput(
            Input input,
            Wanted wanted,
            ImageSeries opened,
            ImageSource image,
            Optional<AlikeSteps> steps,
            Optional<Integer> chosen) {
        this.input = input;
        this.wanted = wanted;
        this.opened = opened;
        this.image = image;
        this.steps = steps;
        this.chosen = chosen;
        this.otherFiles = new LinkedHashSet<>(opened.otherFiles());
        otherFiles.addAll(image.otherFiles());
        otherFiles.remove(input.path());
    }

    /** @param isAlwaysSeries whether one image is to be a series of one step */
    static OpenedInput of(Input input, Wanted wanted, boolean isAlwaysSeries) throws IOException {
        ImageSeries opened = input.open();
        try {
            return of(input, opened, wanted, isAlwaysSeries);
        } catch (IOException | RuntimeException | Error e) {
            opened.close();
            throw e;
        }
    }

    private static OpenedInput of(Input input, ImageSeries opened, Wanted wanted, boolean isAlwaysSeries)
            throws IOException {
        boolean isSeries = input.isSeries(opened);
        int step = input.chosen().of(input.path(), opened.times());
        boolean isChosen = input.chosen().isGiven();
        Optional<Integer> chosen = isSeries && isChosen ? Optional.of(step) : Optional.empty();
        if (isAlwaysSeries || isSeries && !isChosen) {
            ImageSeries read = isChosen ? new OneStep(opened, step) : opened;
            AlikeSteps steps = wanted.of(read);
            return new OpenedInput(input, wanted, read, steps.open(0), Optional.of(steps), chosen);
        }
        ImageSource all = opened.open(step);
        try {
            ImageSource selected = wanted.of(input.path(), all);
            ImageSource timed = opened.isTimed() ? TimedImage.of(selected, opened.times()[step]) : selected;
            return new OpenedInput(input, wanted, opened, timed, Optional.empty(), chosen);
        } catch (IOException | RuntimeException | Error e) {
            all.close();
            throw e;
        }
    }

    boolean isSeries() {
        return steps.isPresent();
    }

    ImageSource image() {
        return image;
    }

    double[] times() {
        return isSeries() ? opened.times() : new double[1];
    }

    Converter converter() {
        return isSeries() ? new Converter(steps.get()) : new Converter(image);
    }

    /** Looks at the image, or at each step, one after the other. */
    void lookAtAll(Visitor visitor) throws IOException {
        if (!isSeries()) {
            visitor.look(input.path().toString(), image);
            addLacks(image);
            return;
        }
        steps.get().lookAtAll((step, ofStep) -> {
            otherFiles.addAll(ofStep.otherFiles());
            visitor.look(opened.nameOf(step), ofStep);
            addLacks(ofStep);
        });
    }

    private void addLacks(ImageSource of) throws IOException {
        of.unreadable().forEach(array -> lacks.add("no values of the array " + ShownText.quoted(array.name())));
        of.unfinished().ifPresent(part -> lacks.add(part.toString()));
        for (Path missing : of.missingFiles()) {
            missingFiles.add(missing);
            lacks.add("no part " + missing);
        }
    }

    /** Something that the input has, or should have, and that cannot be read; known once all was looked at. */
    Optional<String> lack() {
        return lacks.stream().findFirst();
    }

    /**
     * What somebody may want to know of an image; of those of a series what no earlier one was told of.
     *
     * @param output will not tell of it
     */
    List<String> warnings(String name, ImageSource of, Path output) {
        List<String> warnings = new ArrayList<>();
        for (UnreadableArray array : LeftOut.pointsFirst(of.unreadable())) {
            if (told.add(new SourceNote.Array(array.association(), array.name()))) {
                warnings.add(LeftOut.line(array));
            }
        }
        for (SourceNote note : of.notes()) {
            if (told.add(note.message().replace(name, ""))) {
                warnings.add(note.message());
            }
        }
        UnfinishedWords.warning(name, of)
                .filter(line -> told.add("unfinished"))
                .ifPresent(line -> warnings.add(line + ", and " + output + " will not tell"));
        return FirstOfMany.of(warnings, "more warnings (info --json names all arrays that are left out)");
    }

    /** How a finished output differs from what this becomes, as far as that can be told without all values. */
    Optional<String> difference(SeriesTarget target) throws IOException {
        long valueBytes = hasOptionsOfValues() ? COMPARED_BYTES : 0;
        return isSeries()
                ? FinishedOutput.difference(steps.get(), target, valueBytes)
                : FinishedOutput.difference(image, target, valueBytes);
    }

    /** Whether the same files may have become other values of the same arrays, which the files' times do not tell. */
    private boolean hasOptionsOfValues() {
        return chosen.isPresent()
                || input.form().isPresent()
                || !wanted.shaping().isNone();
    }

    /** The files that are read beside the one that messages name; those of all steps once they were looked at. */
    List<Path> otherFiles() {
        return List.copyOf(otherFiles);
    }

    /** Where files would be that hold parts of arrays and are not there; known once all was looked at. */
    Set<Path> missingFiles() {
        return missingFiles;
    }

    /** What tells it apart from others, and from itself before a change. */
    String mark() throws IOException {
        String mark = InputMark.of(input.path(), otherFiles());
        // So that it is the mark of what was opened.
        opened.requireUnchanged();
        image.requireUnchanged();
        return chosen.map(step -> mark + ", step " + step).orElse(mark) + wanted.mark();
    }

    /** Such as {@code 3 steps, times 0 to 1, 4 x 3 x 5 points, 2 arrays}. */
    String shape() {
        String one = image.geometry().dimensions() + " points, "
                + Numbers.counted(image.arrays().size(), "array");
        double[] times = opened.times();
        return isSeries()
                ? Numbers.counted(times.length, "step") + ", "
                        + (times.length == 1
                                ? "time " + StepWords.time(times[0])
                                : "times " + StepWords.time(times[0]) + " to "
                                        + StepWords.time(times[times.length - 1]))
                        + ", " + one
                : one;
    }

    @Override
    public void close() throws IOException {
        try (opened) {
            image.close();
        }
    }
}
