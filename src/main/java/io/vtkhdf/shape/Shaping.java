package io.vtkhdf.shape;

import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Vector3;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What becomes of an image on its way into a file: a part of it, fewer points, other types, other names. Nothing is
 * held but a few slices: of what {@link #of} returns each slab is made when it is read.
 *
 * <pre>{@code
 * Shaping shaping = Shaping.none().withEvery(2, 2, 2).withType(ScalarType.FLOAT32);
 * try (ImageSource source = ImageSources.open(Path.of("scan.vti"))) {
 *     Conversion.of(shaping.of(source, "scan.vti")).to(Path.of("small.vtkhdf"), WriteOptions.defaults());
 * }
 * }</pre>
 *
 * <p>Whatever the order of the calls, it is done in this one: the region, then every n-th point of it, then types, then
 * names, roles and place. Every array is named as the image has it: {@code NAME}, or {@code point:NAME} or
 * {@code cell:NAME} where both have that name.
 *
 * <p>Immutable, compared by value; each {@code with…} returns another one and leaves this as it is.
 */
public final class Shaping {

    /** For all arrays: none has an empty name. */
    static final String ALL = "";

    private static final Shaping NONE = new Shaping(new Settings());

    private final Settings settings;

    /** What is asked for; not changed any more once it is in use. */
    static final class Settings {
        Optional<PointBox> box = Optional.empty();
        Optional<Blocks> every = Optional.empty();
        Reduction reduction = Reduction.PICK;
        Map<String, ScalarType> types = new TreeMap<>();
        Map<String, Scaling> scalings = new TreeMap<>();
        boolean clamps;
        Map<String, String> names = new TreeMap<>();
        Map<String, ArrayRole> active = new TreeMap<>();
        boolean isFromZero;
        Optional<Vector3> origin = Optional.empty();
        Optional<Vector3> spacing = Optional.empty();

        private Settings copy() {
            Settings copy = new Settings();
            copy.box = box;
            copy.every = every;
            copy.reduction = reduction;
            copy.types.putAll(types);
            copy.scalings.putAll(scalings);
            copy.clamps = clamps;
            copy.names.putAll(names);
            copy.active.putAll(active);
            copy.isFromZero = isFromZero;
            copy.origin = origin;
            copy.spacing = spacing;
            return copy;
        }
    }

    private Shaping(Settings settings) {
        this.settings = settings;
    }

    private Shaping with(Consumer<Settings> change) {
        Settings copy = settings.copy();
        change.accept(copy);
        return new Shaping(copy);
    }

    /** The image as it is. */
    public static Shaping none() {
        return NONE;
    }

    /** Only these points, and the cells between them; where they are one layer, the cells behind it. */
    public Shaping withRegion(Region points) {
        PointBox box = PointBox.of(points);
        return withRegion(box.x(), box.y(), box.z());
    }

    /**
     * Only the points in all three ranges, and the cells between them; where they are one layer, the cells behind it.
     */
    public Shaping withRegion(IndexRange x, IndexRange y, IndexRange z) {
        PointBox box = new PointBox(x, y, z);
        return with(settings -> settings.box = Optional.of(box));
    }

    /**
     * Only every n-th point along each axis, from the first on. The extent then starts at 0, the points stay where they
     * are: the origin is the place of the first one. Of cells each n-th is taken, too, which is the one at the corner
     * of the new cell, unless there is a {@linkplain #withReduction reduction}.
     *
     * @throws IllegalArgumentException with one below 1
     */
    public Shaping withEvery(int x, int y, int z) {
        Blocks every = new Blocks(x, y, z);
        return with(settings -> settings.every = Optional.of(every));
    }

    /** What becomes of the values between those of {@link #withEvery}. */
    public Shaping withReduction(Reduction value) {
        Objects.requireNonNull(value, "reduction");
        return with(settings -> settings.reduction = value);
    }

    /**
     * All point and cell arrays in this type, but for those that another call names. Values are rounded to the nearest,
     * halves to the even one; one that the type cannot hold is an {@link io.vtkhdf.error.UnsupportedFileException} when
     * it is read, unless they are {@linkplain #withClamp clamped}.
     */
    public Shaping withType(ScalarType type) {
        Objects.requireNonNull(type, "type");
        return with(settings -> settings.types.put(ALL, type));
    }

    /** The same of one array. */
    public Shaping withType(String array, ScalarType type) {
        Objects.requireNonNull(type, "type");
        requireName(array);
        return with(settings -> settings.types.put(array, type));
    }

    /**
     * All values of point and cell arrays scaled before they are stored, but for those of arrays that another call
     * names.
     */
    public Shaping withScaling(Scaling scaling) {
        Objects.requireNonNull(scaling, "scaling");
        return with(settings -> settings.scalings.put(ALL, scaling));
    }

    /** The same of one array. */
    public Shaping withScaling(String array, Scaling scaling) {
        Objects.requireNonNull(scaling, "scaling");
        requireName(array);
        return with(settings -> settings.scalings.put(array, scaling));
    }

    /** Whether a value that a type cannot hold becomes the nearest one that it can, and NaN 0. */
    public Shaping withClamp(boolean value) {
        return with(settings -> settings.clamps = value);
    }

    /** Another name for an array. */
    public Shaping withName(String array, String name) {
        requireName(array);
        if (name.isEmpty()) {
            throw new IllegalArgumentException("found no new name for '" + array + "', expected one");
        }
        return with(settings -> settings.names.put(array, name));
    }

    /** An array in a role, instead of the one that has it in the image. */
    public Shaping withActive(String array, ArrayRole role) {
        Objects.requireNonNull(role, "role");
        requireName(array);
        return with(settings -> settings.active.put(array, role));
    }

    private static void requireName(String array) {
        if (array.isEmpty()) {
            throw new IllegalArgumentException("found an empty name, expected that of an array");
        }
    }

    /** The extent that starts at 0, with the points where they are: what else does not matter to a VTKHDF file. */
    public Shaping withExtentFromZero() {
        return with(settings -> settings.isFromZero = true);
    }

    /** The world position of the first point, instead of what comes of the rest. */
    public Shaping withOrigin(double x, double y, double z) {
        return with(settings -> settings.origin = Optional.of(new Vector3(x, y, z)));
    }

    /** The distances of neighbouring points, instead of what comes of the rest; the first point stays where it is. */
    public Shaping withSpacing(double x, double y, double z) {
        return with(settings -> settings.spacing = Optional.of(new Vector3(x, y, z)));
    }

    /** Whether it leaves images as they are. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** As {@link #of(ImageSource, String, Outliers)}; what is clamped is not counted. */
    public ImageSource of(ImageSource image, String name) {
        return of(image, name, new Outliers());
    }

    /**
     * What becomes of an image. Closing it closes the image.
     *
     * @param name how errors name the image, such as by its file
     * @param clamped counts what is {@linkplain #withClamp clamped}
     * @throws IllegalArgumentException if the image has no such region or array, or two arrays would have one name
     */
    public ImageSource of(ImageSource image, String name, Outliers clamped) {
        return isNone() ? image : new ShapedImage(settings, name, clamped, new Scratch()).of(image);
    }

    /** As {@link #of(ImageSeries, Outliers)}; what is clamped is not counted. */
    public ImageSeries of(ImageSeries series) throws IOException {
        return of(series, new Outliers());
    }

    /**
     * What becomes of the steps of a series. Closing it closes the series.
     *
     * @param clamped counts what is {@linkplain #withClamp clamped}
     * @throws IllegalArgumentException if the first image has no such region or array, or two would have one name
     */
    public ImageSeries of(ImageSeries series, Outliers clamped) throws IOException {
        return isNone() ? series : new ShapedSeries(series, settings, clamped);
    }

    /** The same of each that does the same; for people, and for files that remember what they are made of. */
    @Override
    public String toString() {
        StringJoiner words = new StringJoiner(", ");
        settings.box.ifPresent(box -> words.add("region " + box));
        settings.every.ifPresent(
                every -> words.add("every " + every + (settings.reduction == Reduction.PICK ? "" : " by its mean")));
        settings.types.forEach((array, type) -> words.add("type " + of(array) + type.vtkName()));
        settings.scalings.forEach((array, scaling) -> words.add("scale " + of(array) + scaling));
        if (settings.clamps) {
            words.add("clamped");
        }
        settings.names.forEach((array, name) -> words.add("'" + array + "' named '" + name + "'"));
        settings.active.forEach((array, role) -> words.add("'" + array + "' as " + role.vtkName()));
        if (settings.isFromZero) {
            words.add("extent from 0");
        }
        settings.origin.ifPresent(origin -> words.add("origin " + origin));
        settings.spacing.ifPresent(spacing -> words.add("spacing " + spacing));
        return words.toString();
    }

    private static String of(String array) {
        return array.equals(ALL) ? "" : "of '" + array + "' ";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shaping that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
