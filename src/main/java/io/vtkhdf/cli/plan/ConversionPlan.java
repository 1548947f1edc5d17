package io.vtkhdf.cli.plan;

import io.vtkhdf.cli.option.Input;
import io.vtkhdf.cli.option.LeftOut;
import io.vtkhdf.cli.option.OutputFormat;
import io.vtkhdf.cli.option.SameFile;
import io.vtkhdf.cli.text.UnfinishedWords;
import io.vtkhdf.copy.ActiveRoles;
import io.vtkhdf.copy.AlikeSteps;
import io.vtkhdf.copy.FieldsOfSteps;
import io.vtkhdf.copy.SlabLoop;
import io.vtkhdf.format.TimeValue;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.plan.PlanOptions;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongToIntFunction;

/**
 * A conversion that many processes are to do together.
 *
 * @param arrays as {@code --array} names them; all if none is named
 * @param slabs the number that is wanted of an image, or all steps of a series, whose values are so many bytes
 * @param warnings take a line for each thing that the output will not have, or have otherwise
 */
public record ConversionPlan(
        Input input,
        List<String> arrays,
        Path output,
        LongToIntFunction slabs,
        WriteOptions options,
        Consumer<String> warnings) {

    public ConversionPlan {
        arrays = List.copyOf(arrays);
    }

    /**
     * Makes the plan, and what its workers write to.
     *
     * @throws IllegalArgumentException if the output is of another format, or the input
     */
    public PlanFile make() throws IOException {
        requireFiles();
        Path file = input.path();
        Optional<Integer> chosen;
        try (ImageSeries opened = input.open()) {
            boolean isAll = input.isSeries(opened) && !input.chosen().isGiven();
            chosen = isAll ? Optional.empty() : Optional.of(input.chosen().of(file, opened.times()));
        }
        PlanFile.Source source =
                new PlanFile.Source(file.toAbsolutePath().toString(), chosen, arrays, Optional.empty());
        try (PlannedInput planned = PlannedInput.of(source, input.open());
                ImageSource image = planned.open(0)) {
            SlabPlan.requireApart(output, planned.files(image));
            warn(image);
            String mark = planned.mark(image);
            SlabPlan plan = SlabPlan.create(output, image.geometry(), image.arrays(), options(planned, image));
            try {
                planned.series().requireUnchanged();
                image.requireUnchanged();
            } catch (IOException | RuntimeException | Error e) {
                plan.abandon();
                throw e;
            }
            return new PlanFile(plan, source.withMark(mark));
        }
    }

    private void requireFiles() throws IOException {
        if (OutputFormat.of(output) != OutputFormat.VTKHDF) {
            throw new IllegalArgumentException(output + ": found another format, expected .vtkhdf or .hdf");
        }
        for (Path file : input.files()) {
            if (SameFile.is(file, output)) {
                throw new IllegalArgumentException("INPUT and OUTPUT are the same file, " + output);
            }
        }
    }

    private PlanOptions options(PlannedInput planned, ImageSource image) throws IOException {
        List<FieldArray> fields = image.fields();
        Optional<TimeAxis> times = Optional.empty();
        if (planned.series() instanceof AlikeSteps steps) {
            FieldsOfSteps common = new FieldsOfSteps();
            steps.lookAtAll((number, ofStep) -> common.add(withoutTime(ofStep.fields())));
            fields = common.constant();
            common.changing().forEach(field -> warnOfField(field.name()));
            common.others().forEach(this::warnOfField);
            times = Optional.of(TimeAxis.of(steps.times()));
        }
        PlanOptions chosen = PlanOptions.ofSlabs(slabs.applyAsInt(
                        bytes(image) * times.map(axis -> axis.times().length).orElse(1)))
                .withWriteOptions(options)
                .withFields(fields)
                .withActive(ActiveRoles.suitable(image));
        return times.isPresent() ? chosen.withTimes(times.get()) : chosen;
    }

    /** Which the series itself tells. */
    private static List<FieldArray> withoutTime(List<FieldArray> fields) {
        return fields.stream()
                .filter(field -> !field.name().equals(TimeValue.NAME))
                .toList();
    }

    private static long bytes(ImageSource image) {
        return image.arrays().stream()
                .mapToLong(array -> SlabLoop.bytes(image, array))
                .sum();
    }

    private void warn(ImageSource image) {
        LeftOut.lines(image.unreadable()).forEach(warnings);
        image.notes().stream().map(SourceNote::message).forEach(warnings);
        ActiveRoles.unsuitable(image).forEach(line -> warnings.accept(input.path() + ": " + line));
        UnfinishedWords.warning(input.path().toString(), image)
                .ifPresent(line -> warnings.accept(line + ", and " + output + " will not tell"));
    }

    private void warnOfField(String name) {
        warnings.accept(
                input.path() + ": left out: the field array '" + name + "', which is not the same at all steps");
    }
}
