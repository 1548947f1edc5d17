package io.vtkhdf.spark;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.cli.option.Input;
import io.vtkhdf.cli.plan.PlanFile;
import io.vtkhdf.cli.plan.PlannedInput;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.StepTimes;
import java.io.IOException;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the executors read: the names of the files, and what the driver has found out about them. */
final class JobInput implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> files;
    /** Of files that are steps, so that not each task opens all of them to learn them; null if it is one file. */
    private final double[] times;

    private final InputReach reach;
    private final String file;
    /** Null if all steps are planned. */
    private final Integer step;

    private final ArrayList<String> arrays;
    private final String mark;

    JobInput(Input input, PlanFile.Source source) throws IOException {
        this.files = new ArrayList<>(input.files().stream()
                .map(each -> each.toAbsolutePath().toString())
                .toList());
        this.reach = input.reach();
        this.file = source.file();
        this.step = source.step().orElse(null);
        this.arrays = new ArrayList<>(source.arrays());
        this.mark = source.mark().orElseThrow();
        if (input.times().isPresent()) {
            try (ImageSeries opened = input.open()) {
                this.times = opened.times();
            }
        } else {
            this.times = null;
        }
    }

    /** Called on the executor. */
    PlannedInput open() throws IOException {
        return PlannedInput.of(
                new PlanFile.Source(file, Optional.ofNullable(step), List.copyOf(arrays), Optional.of(mark)), series());
    }

    private ImageSeries series() throws IOException {
        List<Path> paths = files.stream().map(Path::of).toList();
        return times == null
                ? ImageSources.openSeries(paths.get(0), reach)
                : ImageSources.openSeries(paths, StepTimes.of(times), reach);
    }
}
