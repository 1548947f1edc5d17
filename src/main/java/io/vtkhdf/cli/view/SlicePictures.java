package io.vtkhdf.cli.view;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.picture.ColourMap;
import io.vtkhdf.picture.ColourScale;
import io.vtkhdf.picture.ColourScales;
import io.vtkhdf.picture.Figure;
import io.vtkhdf.picture.Panel;
import io.vtkhdf.picture.PictureAxis;
import io.vtkhdf.picture.PictureSettings;
import io.vtkhdf.plane.ComponentValues;
import io.vtkhdf.plane.PlaneSet;
import io.vtkhdf.plane.SlicePlane;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Those of {@code vtkhdf slice}. */
final class SlicePictures implements PlanePictures {

    private static final int COLOURS = 256;

    /** A colour each for few integers, and viridis for others. */
    private static final String AUTOMATIC = "automatic";

    @Override
    public List<String> colourMaps() {
        return Stream.concat(
                        Stream.of(AUTOMATIC),
                        Arrays.stream(ColourMap.values()).map(map -> map.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public PlanePicture draw(SlicePlane all, PlaneLook look) throws IOException {
        SlicePlane plane = shown(all, look);
        PictureSettings settings = settings(look);
        ColourScale scale = ColourScales.of(plane.spec(), PlaneSet.of(List.of(plane)), settings);
        Panel panel = new Panel(plane, axis(plane.width()), axis(plane.height()), "");
        Figure figure = new Figure(List.of(panel), 1, scale, settings, List.of());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        figure.writeTo(png);
        return new PlanePicture(png.toByteArray(), scale.ends(), note(scale, figure));
    }

    /** What both ends of the scale do not tell. */
    private static String note(ColourScale scale, Figure figure) {
        boolean isTold = scale.ends().isPresent() && !scale.words().contains("values");
        return Stream.of(isTold ? "" : scale.words(), figure.thinned().orElse(""))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static SlicePlane shown(SlicePlane plane, PlaneLook look) {
        ArraySpec spec = plane.spec();
        boolean isColour = spec.type() == ScalarType.UINT8 && (spec.components() == 3 || spec.components() == 4);
        boolean isAsItIs =
                spec.components() == 1 || isColour && look.component().isEmpty() && !look.isMagnitude();
        return isAsItIs
                ? plane
                : new SlicePlane(new ComponentValues(plane.array(), look.component()), plane.axis(), plane.index());
    }

    private static PictureSettings settings(PlaneLook look) {
        PictureSettings settings = PictureSettings.defaults().withPlain(true).withLogarithmic(look.isLogarithmic());
        Optional<ColourMap> map = map(look.colourMap());
        PictureSettings coloured = map.isPresent() ? settings.withMap(map.get()) : settings;
        return look.low().isPresent() && look.high().isPresent()
                ? coloured.withRange(look.low().get(), look.high().get())
                : coloured;
    }

    /** Of indices: the page turns what is to be turned. */
    private static PictureAxis axis(int count) {
        return new PictureAxis("", 0, 1, count);
    }

    private static Optional<ColourMap> map(String name) {
        if (name.equals(AUTOMATIC)) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(ColourMap.values())
                .filter(map -> map.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("found no colours " + name + ", expected known ones")));
    }

    @Override
    public List<Integer> colours(String colourMap) {
        ColourMap map =
                map(colourMap).filter(one -> one != ColourMap.CATEGORIES).orElse(ColourMap.VIRIDIS);
        return IntStream.range(0, COLOURS)
                .mapToObj(i -> map.rgb(i / (double) COLOURS))
                .toList();
    }
}
