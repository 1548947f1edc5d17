package io.vtkhdf.vti;

import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Vector3;
import io.vtkhdf.input.GridAxis;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.vti.xml.VtiElement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A VTK XML file of a rectilinear grid ({@code .vtr}) whose points are at equal distances, so that it is an image. */
public final class VtrSource {

    private final VtiContents contents;
    private final VtiPayloads payloads;

    private VtrSource(VtiContents contents, VtiPayloads payloads) {
        this.contents = contents;
        this.payloads = payloads;
    }

    /**
     * As {@link VtiSource#open}.
     *
     * @throws io.vtkhdf.error.UnsupportedFileException also if the points are not at equal distances
     */
    public static ImageSource open(Path path) throws IOException {
        VtiResources resources = new VtiResources();
        InputFile file = resources.files().open(path);
        try {
            VtiContents contents = VtiIndexer.index(file, VtiIndexer.GRID, resources.xml());
            VtiPayloads payloads = new VtiPayloads(file, contents, resources.workers());
            VtiContents image = contents.with(new VtrSource(contents, payloads).geometry());
            VtiSource source = VtiSource.open(file, image.single(), payloads, resources, () -> {
                resources.close();
                file.close();
            });
            source.requireCovered();
            return source;
        } catch (IOException | RuntimeException | Error e) {
            resources.close();
            file.close();
            throw e;
        }
    }

    private ImageGeometry geometry() throws IOException {
        double[] origin = new double[3];
        double[] spacing = {1, 1, 1};
        int[] longest = new int[3];
        for (int piece = 0; piece < contents.pieces().size(); piece++) {
            for (Axis axis : Axis.values()) {
                GridAxis points = points(piece, axis);
                int count = points.coordinates().length;
                if (count > longest[axis.ordinal()]) {
                    longest[axis.ordinal()] = count;
                    spacing[axis.ordinal()] = points.spacing();
                    int start = start(contents.pieces().get(piece).extent(), axis);
                    origin[axis.ordinal()] = points.first() - start * points.spacing();
                }
            }
        }
        ImageGeometry geometry = geometry(origin, spacing);
        requireTogether(geometry);
        return geometry;
    }

    private ImageGeometry geometry(double[] origin, double[] spacing) throws IOException {
        try {
            return new ImageGeometry(
                    contents.geometry().extent(),
                    new Vector3(origin[0], origin[1], origin[2]),
                    new Vector3(spacing[0], spacing[1], spacing[2]),
                    Direction.IDENTITY);
        } catch (IllegalArgumentException e) {
            throw contents.image().corrupt(e.getMessage(), "coordinates within what a double can hold");
        }
    }

    private static int start(Extent extent, Axis axis) {
        return extent.toArray()[2 * axis.ordinal()];
    }

    /** The coordinates of a piece, at equal distances. */
    private GridAxis points(int piece, Axis axis) throws IOException {
        VtiElement element = contents.pieces().get(piece).element();
        List<VtiArray> arrays = contents.coordinates().get(piece);
        if (arrays.size() != 3) {
            throw element.corrupt(arrays.size() + " arrays of Coordinates that can be read", "three, of x, y and z");
        }
        VtiArray array = arrays.get(axis.ordinal());
        ScalarType type =
                array.type().orElseThrow(() -> array.place().corrupt("coordinates that are no numbers", "numbers"));
        int count = contents.pieces().get(piece).extent().dimensions().along(axis);
        if (count > GridAxis.MAX_POINTS) {
            throw element.unsupported(count + " coordinates along an axis", "at most " + GridAxis.MAX_POINTS);
        }
        payloads.requireWithinFile(array, count);
        GridAxis points =
                GridAxis.read(axis.name().toLowerCase(Locale.ROOT), payloads.values(array, count), count, type);
        if (points.problem().isPresent()) {
            throw element.unsupported(points.problem().get(), GridAxis.expected());
        }
        return points;
    }

    /** Each piece lies where the others say. */
    private void requireTogether(ImageGeometry geometry) throws IOException {
        for (int piece = 0;
                piece < contents.pieces().size() && contents.pieces().size() > 1;
                piece++) {
            for (Axis axis : Axis.values()) {
                GridAxis points = points(piece, axis);
                double spacing = geometry.spacing().along(axis);
                double first = geometry.origin().along(axis)
                        + start(contents.pieces().get(piece).extent(), axis) * spacing;
                double last = first + (points.coordinates().length - 1) * spacing;
                double found = points.coordinates()[points.coordinates().length - 1];
                double allowed = 0.01 * Math.abs(spacing);
                if (Math.abs(points.first() - first) > allowed || Math.abs(found - last) > allowed) {
                    throw contents.pieces()
                            .get(piece)
                            .element()
                            .unsupported(
                                    points.first() + " to " + found + " along " + points.name(),
                                    first + " to " + last + ", in line with the other pieces: " + GridAxis.expected());
                }
            }
        }
    }
}
