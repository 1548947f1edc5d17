package io.vtkhdf.cli.slice;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What stands above a picture: a title, and of which file, place, slice and step it is. */
final class FigureWords {

    private FigureWords() {}

    static List<String> lines(String title, Path file, Frame frame, StepImages images) throws IOException {
        Shot first = frame.first();
        StepImages.Opened opened = images.at(first.step());
        String of = opened.array().association().name().toLowerCase(Locale.ROOT) + "s";
        String name = file.getFileName() + ": ";
        boolean isOfSteps = frame.shots().stream().anyMatch(shot -> shot.step() != first.step());
        String step = isOfSteps
                ? ""
                : images.words(first.step()).map(words -> ", " + words).orElse("");
        return List.of(title, name + places(frame, opened) + ", " + of + step);
    }

    private static String places(Frame frame, StepImages.Opened opened) {
        ImageGeometry geometry = opened.image().geometry();
        ArraySpec array = opened.array();
        Dimensions all = geometry.dimensions(array.association());
        List<Cut> cuts = frame.shots().stream().map(Shot::cut).distinct().toList();
        if (cuts.size() == 1) {
            return cuts.get(0).place(geometry, array) + ", " + cuts.get(0).slices(all);
        }
        boolean isOneAxis = cuts.stream().map(Cut::axis).distinct().count() == 1;
        return isOneAxis
                ? cuts.size() + " slices across " + cuts.get(0).axis().name().toLowerCase(Locale.ROOT)
                : cuts.stream().map(cut -> cut.place(geometry, array)).collect(Collectors.joining(", "));
    }

    /** Above one panel of several. */
    static String caption(Frame frame, Shot shot, StepImages images) throws IOException {
        if (frame.shots().size() == 1) {
            return "";
        }
        StepImages.Opened opened = images.at(shot.step());
        boolean isOfSteps = frame.shots().stream().anyMatch(other -> other.step() != shot.step());
        boolean isOfCuts = frame.shots().stream().anyMatch(other -> !other.cut().equals(shot.cut()));
        String place = shot.cut().place(opened.image().geometry(), opened.array());
        return (isOfCuts ? place : "") + (isOfCuts && isOfSteps ? ", " : "") + (isOfSteps ? "step " + shot.step() : "");
    }
}
