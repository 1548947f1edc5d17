package io.vtkhdf.cli.diff;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.Args;
import io.vtkhdf.cli.option.SameFile;
import io.vtkhdf.cli.slice.Cut;
import io.vtkhdf.cli.slice.CutOptions;
import io.vtkhdf.cli.slice.PartFile;
import io.vtkhdf.cli.slice.PictureOptions;
import io.vtkhdf.cli.slice.ShownComponent;
import io.vtkhdf.cli.text.StepWords;
import io.vtkhdf.compare.DifferenceValues;
import io.vtkhdf.compare.ImageDifference;
import io.vtkhdf.compare.StepDifference;
import io.vtkhdf.copy.Unchanged;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.picture.ColourMap;
import io.vtkhdf.picture.ColourScale;
import io.vtkhdf.picture.ColourScales;
import io.vtkhdf.picture.Figure;
import io.vtkhdf.picture.Panel;
import io.vtkhdf.picture.PictureSettings;
import io.vtkhdf.plane.ArrayValues;
import io.vtkhdf.plane.PlaneSet;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code --picture}: a plane of B - A of one array, as {@code slice} draws planes, with 0 in the middle of its colours.
 */
final class DifferencePicture implements Args {

    private final Arg<Path> output = Arg.of(
            Path.class,
            OptionSpec.builder("--picture")
                    .paramLabel("OUTPUT")
                    .description(
                            "Also write a picture (.png) of B - A of the array that --array names, 0 in the middle of its"
                                    + " colours: of the step and the slice across z, or --axis, with the largest difference,"
                                    + " unless an option below says which. These are the ones of slice."));

    private final Arg<Boolean> overwrite = Arg.flag("--overwrite", "With --picture: replace OUTPUT if it exists.");

    private final CutOptions cuts = new CutOptions();

    private final Arg<String> component = Arg.of(
            String.class,
            OptionSpec.builder("--component")
                    .paramLabel("COMPONENT")
                    .description(
                            "This component alone, counted from 0 or by its name. Default: the magnitude of the difference."));

    private final PictureOptions look = new PictureOptions();

    /** The step that differs most so far, and how its array differs. */
    private int step = -1;

    private ImageDifference.OfArray worst;

    @Override
    public List<Arg<?>> args() {
        List<Arg<?>> args = new ArrayList<>(List.of(output, overwrite));
        args.addAll(cuts.args());
        args.add(component);
        args.addAll(look.args());
        return args;
    }

    boolean isGiven() {
        return output.isGiven();
    }

    /**
     * Before anything is compared.
     *
     * @param names how many arrays are chosen by a name
     */
    void requireFitting(Path a, Path b, int names) throws IOException {
        if (!isGiven()) {
            Optional<Arg<?>> alone = args().stream().filter(Arg::isGiven).findFirst();
            if (alone.isPresent()) {
                throw new IllegalArgumentException(
                        "found " + alone.get().name() + ", expected --picture OUTPUT with it");
            }
            return;
        }
        Path file = output.get();
        if (names != 1) {
            throw new IllegalArgumentException("found --picture and " + (names == 0 ? "no --array" : names + " arrays")
                    + ", expected one --array, to be drawn");
        } else if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            throw new IllegalArgumentException(file + ": found no known extension, expected .png");
        } else if (SameFile.is(a, file) || SameFile.is(b, file)) {
            throw new IllegalArgumentException(
                    "found " + file + " as what is compared and as OUTPUT, expected another");
        } else if (!overwrite.isGiven() && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        if (cuts.isPlaceGiven()) {
            cuts.requireComplete(false);
        }
        look.settings();
    }

    /** Hears of a step that was compared: the first of those that differ most is drawn. */
    void look(StepDifference difference) {
        List<ImageDifference.OfArray> arrays = difference.image().arrays().stream()
                .filter(array -> array.values().isPresent())
                .toList();
        if (arrays.size() > 1) {
            throw new IllegalArgumentException("found several arrays '"
                    + arrays.get(0).name() + "' to draw, expected point:NAME or cell:NAME as --array");
        }
        for (ImageDifference.OfArray array : arrays) {
            if (worst == null || largest(array) > largest(worst)) {
                step = difference.step();
                worst = array;
            }
        }
    }

    private static double largest(ImageDifference.OfArray array) {
        return array.values().orElseThrow().distance().largest();
    }

    /** @param told hears what became of it */
    void write(Path a, Path b, ImageSeries seriesA, ImageSeries seriesB, Consumer<String> told) throws IOException {
        if (worst == null) {
            told.accept(
                    output.get() + ": not written: found no such array of the same dimensions and components on both"
                            + " sides, expected one");
            return;
        }
        try (ImageSource imageA = seriesA.open(step);
                ImageSource imageB = seriesB.open(step);
                ArrayValues valuesA = ArrayValues.of(imageA, spec(imageA, worst.name()));
                ArrayValues valuesB = ArrayValues.of(imageB, spec(imageB, worst.nameInB()))) {
            String title = a.getFileName() + " to " + b.getFileName();
            Unchanged.during(
                    () -> {
                        draw(new DifferenceValues(valuesA, valuesB), imageA.geometry(), title, seriesA.times(), told);
                        return worst;
                    },
                    imageA::requireUnchanged,
                    imageB::requireUnchanged);
        }
    }

    private ArraySpec spec(ImageSource image, String name) {
        return image.arrays().stream()
                .filter(array -> array.association() == worst.association()
                        && array.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void draw(
            DifferenceValues difference, ImageGeometry geometry, String files, double[] times, Consumer<String> told)
            throws IOException {
        ShownComponent shown = ShownComponent.of(component.get(), difference.spec(), true);
        ArrayValues values = shown.of(difference);
        PictureSettings chosen = look.settings();
        PictureSettings settings = chosen.map().isPresent() ? chosen : chosen.withMap(ColourMap.COOLWARM);
        List<Cut> places = places(geometry, difference.spec());
        List<Panel> panels = new ArrayList<>();
        for (Cut cut : places) {
            String caption = places.size() == 1 ? "" : cut.place(geometry, difference.spec());
            panels.add(Panel.of(cut.of(values), geometry, caption));
        }
        ColourScale scale = ColourScales.of(
                values.spec(), PlaneSet.of(panels.stream().map(Panel::plane).toList()), settings);
        Cut first = places.get(0);
        String place = places.size() > 1
                ? places.size() + " planes"
                : first.place(geometry, difference.spec()) + ", " + first.slices(difference.dimensions());
        String steps = StepWords.of(step, times).map(words -> ", " + words).orElse("");
        List<String> lines =
                List.of(look.title("B - A: " + shown.title(difference.spec())), files + ": " + place + steps);
        Figure figure = new Figure(panels, panels.size(), scale, settings, lines);
        PartFile.write(output.get(), figure::writeTo);
        told.accept(output.get() + ": " + place + steps + "; " + scale.words()
                + figure.thinned().map(words -> "; " + words).orElse(""));
    }

    private List<Cut> places(ImageGeometry geometry, ArraySpec array) {
        if (cuts.isPlaceGiven()) {
            List<Cut> places = cuts.of(geometry, array);
            if (places.size() > 1 && !cuts.isOfThreePlanes()) {
                throw new IllegalArgumentException(
                        "found " + places.size() + " slices, expected one, or --planes, with --picture");
            }
            return places;
        }
        Axis across = cuts.axis().orElse(Axis.Z);
        return List.of(Cut.slice(
                across,
                mostDifferent(across, geometry.dimensions(array.association()).along(across))));
    }

    /** The slice of the largest difference, or of the first NaN that the other side has not, else the middle one. */
    private int mostDifferent(Axis across, int count) {
        ImageDifference.OfValues values = worst.values().orElseThrow();
        List<Long> index = values.distance().index();
        if (index.isEmpty()) {
            index = values.worst().map(ImageDifference.Worst::index).orElse(List.of());
        }
        return index.isEmpty() ? count / 2 : Math.toIntExact(index.get(across.ordinal()));
    }
}
