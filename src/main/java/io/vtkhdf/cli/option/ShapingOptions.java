package io.vtkhdf.cli.option;

import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.shape.Reduction;
import io.vtkhdf.shape.Scaling;
import io.vtkhdf.shape.Shaping;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Model.OptionSpec;

/** What becomes of the image on its way: a part of it, fewer points, other types, names and places. */
public final class ShapingOptions implements Args {

    private final Arg<List<String>> excluded = Arg.listOf(
            String.class,
            OptionSpec.builder("--exclude")
                    .paramLabel("NAME")
                    .description("Leave out the point or cell array of this name, or the field array of field:NAME;"
                            + " may be repeated."));

    private final Arg<String> region = Arg.of(
            String.class,
            OptionSpec.builder("--region")
                    .paramLabel("X0:X1,Y0:Y1,Z0:Z1")
                    .description("Only these points, both ends included, counted from 0 at the first point whatever the"
                            + " extent, and the cells between them. 5 is 5:5, an end left out is that of the axis, : is"
                            + " all of it."));

    private final Arg<String> every = Arg.of(
            String.class,
            OptionSpec.builder("--every")
                    .paramLabel("X,Y,Z")
                    .description(
                            "Only every X-th, Y-th, Z-th point (of the region), the first one first; of cells, too."
                                    + " 2 is 2,2,2."));

    private final Arg<Reduction> reduce = Arg.of(
            Reduction.class,
            OptionSpec.builder("--reduce")
                    .paramLabel("HOW")
                    .description("With --every: pick (default), or mean, the mean of each block of X x Y x Z points, in"
                            + " its middle; integers are rounded, blocks that are not full at the end of an axis are left"
                            + " out. Cell arrays have means only where there are no point arrays."));

    private final Arg<List<String>> types = Arg.listOf(
            String.class,
            OptionSpec.builder("--type")
                    .paramLabel("[NAME=]TYPE")
                    .description("Store all point and cell arrays, or this one, as float32, float64, int8, uint8 ..."
                            + " uint64; may be repeated. Values are rounded to the nearest; one that TYPE cannot hold, as"
                            + " integers cannot hold NaN, is an error (exit code 4)."));

    private final Arg<List<String>> scales = Arg.listOf(
            String.class,
            OptionSpec.builder("--scale")
                    .paramLabel("[NAME=]HOW")
                    .description("Before that, FACTOR or FACTOR,OFFSET: the value times FACTOR plus OFFSET; or A:B: A"
                            + " becomes the smallest value of a TYPE of integers, B its largest."));

    private final Arg<Boolean> clamp = Arg.flag(
            "--clamp",
            "Values that TYPE cannot hold become the nearest that it can, NaN becomes 0; a warning tells how many.");

    private final Arg<List<String>> names = Arg.listOf(
            String.class,
            OptionSpec.builder("--rename")
                    .paramLabel("OLD=NEW")
                    .description(
                            "Another name for a point or cell array; may be repeated. All other options take OLD."));

    private final Arg<List<String>> active = Arg.listOf(
            String.class,
            OptionSpec.builder("--active")
                    .paramLabel("[ROLE=]NAME")
                    .description(
                            "Make this array the active scalars, or vectors, normals, tensors ...; may be repeated."));

    private final Arg<String> origin = Arg.of(
            String.class,
            OptionSpec.builder("--origin")
                    .paramLabel("X,Y,Z")
                    .description("Where the first point of OUTPUT lies, instead of where INPUT has it."));

    private final Arg<String> spacing = Arg.of(
            String.class,
            OptionSpec.builder("--spacing")
                    .paramLabel("X,Y,Z")
                    .description("How far neighbouring points of OUTPUT lie apart; the first one stays where it is."));

    @Override
    public List<Arg<?>> args() {
        return List.of(excluded, region, every, reduce, types, scales, clamp, names, active, origin, spacing);
    }

    /** The names that {@code --exclude} gives. */
    public List<String> excluded() {
        return excluded.isGiven() ? excluded.get() : List.of();
    }

    /**
     * What is asked for.
     *
     * @param keepsExtent whether a region stays a part of the image's extent
     * @throws IllegalArgumentException if an option is wrong, or does not go with another
     */
    public Shaping shaping(boolean keepsExtent) {
        requireCompany();
        Shaping shaping = Shaping.none();
        if (region.isGiven()) {
            shaping = ShapeText.region(region.get(), shaping);
        }
        if (every.isGiven()) {
            shaping = ShapeText.every(every.get(), shaping);
        }
        if (reduce.isGiven()) {
            shaping = shaping.withReduction(reduce.get());
        }
        shaping = each(types, shaping, ShapingOptions::typed);
        shaping = each(scales, shaping, ShapingOptions::scaled).withClamp(clamp.isGiven());
        shaping = each(names, shaping, ShapingOptions::named);
        shaping = each(active, shaping, ShapingOptions::active);
        if (origin.isGiven()) {
            double[] xyz = ShapeText.triple("--origin", origin.get());
            shaping = shaping.withOrigin(xyz[0], xyz[1], xyz[2]);
        }
        if (spacing.isGiven()) {
            double[] xyz = ShapeText.triple("--spacing", spacing.get());
            shaping = shaping.withSpacing(xyz[0], xyz[1], xyz[2]);
        }
        boolean isElsewhere = region.isGiven() || origin.isGiven() || spacing.isGiven();
        return isElsewhere && !keepsExtent ? shaping.withExtentFromZero() : shaping;
    }

    private void requireCompany() {
        if (reduce.isGiven() && !every.isGiven()) {
            throw new IllegalArgumentException("--reduce goes with --every, which says how many points become one");
        } else if (clamp.isGiven() && !types.isGiven() && !scales.isGiven()) {
            throw new IllegalArgumentException("--clamp goes with --type or --scale");
        }
    }

    private static Shaping each(Arg<List<String>> option, Shaping before, BiFunction<Shaping, String, Shaping> change) {
        Shaping shaping = before;
        for (String text : option.isGiven() ? option.get() : List.<String>of()) {
            shaping = change.apply(shaping, text);
        }
        return shaping;
    }

    private static Shaping typed(Shaping shaping, String text) {
        ScalarType type = ShapeText.type(ShapeText.right(text));
        return of(text, array -> shaping.withType(array, type), () -> shaping.withType(type));
    }

    private static Shaping scaled(Shaping shaping, String text) {
        Scaling scaling = ShapeText.scaling(ShapeText.right(text));
        return of(text, array -> shaping.withScaling(array, scaling), () -> shaping.withScaling(scaling));
    }

    private static Shaping of(String text, Function<String, Shaping> one, Supplier<Shaping> all) {
        return ShapeText.left(text).map(one).orElseGet(all);
    }

    private static Shaping named(Shaping shaping, String text) {
        String old = ShapeText.left(text)
                .filter(name -> !name.isEmpty() && !ShapeText.right(text).isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(
                        "found --rename " + text + ", expected OLD=NEW, such as ImageScalars=density"));
        return shaping.withName(old, ShapeText.right(text));
    }

    private static Shaping active(Shaping shaping, String text) {
        int equals = text.indexOf('=');
        ArrayRole role = equals < 0 ? ArrayRole.SCALARS : ShapeText.role(text.substring(0, equals));
        return shaping.withActive(text.substring(equals + 1), role);
    }
}
