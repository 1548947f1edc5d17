package io.vtkhdf.cli.view;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.Args;
import io.vtkhdf.cli.option.ArrayNames;
import io.vtkhdf.cli.option.InputForm;
import io.vtkhdf.cli.option.SameFile;
import io.vtkhdf.cli.option.StepOptions;
import io.vtkhdf.cli.slice.PartFile;
import io.vtkhdf.cli.volume.VolumePage;
import io.vtkhdf.copy.KnownArrays;
import io.vtkhdf.copy.Unchanged;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Model.OptionSpec;

/** {@code --export} and what belongs to it: a volume as one page, instead of one that is served. */
final class ExportOptions implements Args {

    private static final int USUAL_SIZE = 128;
    private static final int LARGEST_SIZE = 256;

    private final Arg<Path> page = Arg.of(
            Path.class,
            OptionSpec.builder("--export")
                    .paramLabel("PAGE")
                    .description("Serve nothing, but write one HTML file that draws a reduced copy of an array in three"
                            + " dimensions, by vtk.js, and needs nothing else."));

    private final Arg<String> name = Arg.of(
            String.class,
            OptionSpec.builder("--array")
                    .paramLabel("NAME")
                    .description(
                            "With --export: the array; point:NAME or cell:NAME if both have that name. Default: the"
                                    + " first."));

    private final Arg<Integer> component = Arg.of(
            Integer.class,
            OptionSpec.builder("--component")
                    .paramLabel("C")
                    .description("With --export: this component, counted from 0. Default: the magnitude of all."));

    private final Arg<Integer> size = Arg.of(
            Integer.class,
            OptionSpec.builder("--size")
                    .paramLabel("N")
                    .description("With --export: at most so many values along each axis, up to " + LARGEST_SIZE
                            + ". Default: " + USUAL_SIZE + "."));

    private final StepOptions step = new StepOptions("the first");

    private final Arg<Boolean> overwrite = Arg.flag("--overwrite", "With --export: replace PAGE if it exists.");

    @Override
    public List<Arg<?>> args() {
        List<Arg<?>> all = new ArrayList<>(List.of(page, name, component, size, overwrite));
        all.addAll(step.args());
        return all;
    }

    boolean isGiven() {
        return page.isGiven();
    }

    /** @throws IllegalArgumentException if one of the others is given without {@code --export} */
    void requireSense() {
        if (!isGiven() && (name.isGiven() || component.isGiven() || size.isGiven() || overwrite.isGiven())) {
            throw new IllegalArgumentException(
                    "found --array, --component, --size or --overwrite, expected --export with them");
        } else if (!isGiven() && step.isGiven()) {
            throw new IllegalArgumentException("found --step or --time, expected --export with them");
        } else if (size.isGiven() && (size.get() < 1 || size.get() > LARGEST_SIZE)) {
            throw new IllegalArgumentException("found --size " + size.get() + ", expected 1 to " + LARGEST_SIZE);
        }
    }

    /** @return what was written, in a line */
    String write(Path file, InputForm form, List<Integer> colours) throws IOException {
        try (ImageSeries series = form.open(List.of(file))) {
            try (ImageSource image = series.open(step.of(file, series.times()))) {
                PartFile.requireFree(page.get(), overwrite.isGiven(), SameFile.allRead(file, series, image));
                ArraySpec array = array(file, image);
                int most = size.isGiven() ? size.get() : USUAL_SIZE;
                VolumePage volume = Unchanged.during(
                        () -> VolumePage.of(image, array, shown(array), most),
                        image::requireUnchanged,
                        series::requireUnchanged);
                String title = file.getFileName().toString();
                PartFile.write(page.get(), out -> volume.writeTo(out, title, colours));
                return page.get() + ": " + volume.words();
            }
        }
    }

    private ArraySpec array(Path file, ImageSource image) throws IOException {
        if (name.isGiven()) {
            return ArrayNames.one(file, image, name.get());
        } else if (image.arrays().isEmpty()) {
            throw new IllegalArgumentException(
                    file + ": found nothing to export, expected " + KnownArrays.list(image.arrays()));
        }
        return image.arrays().get(0);
    }

    private OptionalInt shown(ArraySpec array) {
        if (!component.isGiven()) {
            return OptionalInt.empty();
        } else if (component.get() < 0 || component.get() >= array.components()) {
            throw new IllegalArgumentException(
                    "found --component " + component.get() + ", expected 0 to " + (array.components() - 1));
        }
        return OptionalInt.of(component.get());
    }
}
