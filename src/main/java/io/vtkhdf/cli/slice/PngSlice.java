package io.vtkhdf.cli.slice;

import io.vtkhdf.cli.text.Numbers;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ImageGeometry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javax.imageio.ImageIO;

/** Writes a {@link SlicePicture} as PNG. */
public final class PngSlice {

    private final SlicePlane plane;
    private final OptionalInt component;
    private final SliceSample sample;
    private final SlicePicture picture;
    private final ValueRange range;
    private final PictureAxis normal;
    private final Optional<String> step;

    /**
     * @param component which component to show; if empty, a tuple of several is shown by its magnitude
     * @param fixedRange null for the range of the finite values
     * @param step which one of a series it is, in words
     */
    public PngSlice(
            SlicePlane plane,
            ImageGeometry geometry,
            OptionalInt component,
            ValueRange fixedRange,
            Optional<String> step)
            throws IOException {
        // No window is opened: without this, Java may look for a display.
        System.setProperty("java.awt.headless", "true");
        Association association = plane.spec().association();
        this.sample = SliceSample.read(plane, component, SlicePicture.LONGEST);
        this.plane = plane;
        this.component = component;
        this.step = step;
        this.range = fixedRange == null ? sample.range() : fixedRange;
        this.normal = PictureAxis.of(geometry, association, plane.axis());
        this.picture = new SlicePicture(
                sample,
                range,
                PictureAxis.of(geometry, association, plane.fast()),
                PictureAxis.of(geometry, association, plane.slow()));
    }

    /** The values of the first and last colour. */
    public ValueRange range() {
        return range;
    }

    /** Whether no value is finite. */
    public boolean isEmpty() {
        return sample.isEmpty();
    }

    /** Whether there are fonts; without, a picture has no title and its scales no numbers. */
    public boolean hasText() {
        return picture.hasText();
    }

    public void writeTo(OutputStream out) throws IOException {
        ImageIO.setUseCache(false);
        if (!ImageIO.write(picture.draw(title(), subtitle()), "png", out)) {
            throw new IOException("this Java has no PNG writer");
        }
    }

    private String title() {
        ArraySpec spec = plane.spec();
        if (spec.components() == 1) {
            return spec.name();
        } else if (component.isEmpty()) {
            return spec.name() + ", magnitude";
        }
        int shown = component.getAsInt();
        String name =
                spec.componentNames().isEmpty() ? "" : spec.componentNames().get(shown);
        return spec.name() + ", component " + shown + (name.isEmpty() ? "" : " (" + name + ")");
    }

    private String subtitle() {
        return normal.name() + " = " + Numbers.text(normal.coordinate(plane.index())) + ", slice " + plane.index()
                + " of 0 to " + (normal.count() - 1) + ", "
                + plane.spec().association().name().toLowerCase(Locale.ROOT) + "s"
                + step.map(words -> ", " + words).orElse("");
    }
}
