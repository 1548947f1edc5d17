package io.vtkhdf.cli.slice;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.Args;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.picture.PictureAxis;
import io.vtkhdf.plane.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** Which planes of an image are wanted. */
public final class CutOptions implements Args {

    private final Arg<Axis> axis = Arg.of(
            Axis.class,
            OptionSpec.builder("--axis").paramLabel("x|y|z").description("The axis to cut across, or to look along."));

    private final Arg<Indices> index = Arg.of(
            Indices.class,
            OptionSpec.builder("--index")
                    .paramLabel("K")
                    .converters(new Indices.Converter())
                    .description(
                            "K, counted from 0 at the first point (or cell) of the axis, whatever the extent; mid, the middle one;"
                                    + " or several: A:B with both ends, each of which may be left out, or A:B:S, every S-th."));

    private final Arg<String> at = Arg.of(
            String.class,
            OptionSpec.builder("--at")
                    .paramLabel("COORD")
                    .description(
                            "Instead of --index: the slice that is nearest to a coordinate on the image's own axis."));

    private final Arg<Boolean> planes = Arg.flag(
            "--planes",
            "PNG: three planes that cross, in one picture: in the middle, or at --index I,J,K or --at X,Y,Z.");

    private final Arg<Projection> project = Arg.of(
            Projection.class,
            OptionSpec.builder("--project")
                    .paramLabel("HOW")
                    .description(
                            "max, mean or min of the values behind each other along the axis, of all or those of --index A:B."));

    @Override
    public List<Arg<?>> args() {
        return List.of(axis, index, at, planes, project);
    }

    public boolean isOfThreePlanes() {
        return planes.isGiven();
    }

    /** Whether it is said which planes, and not just across which axis. */
    public boolean isPlaceGiven() {
        return index.isGiven() || at.isGiven() || planes.isGiven() || project.isGiven();
    }

    public Optional<Axis> axis() {
        return Optional.ofNullable(axis.get());
    }

    /**
     * Before a file is opened.
     *
     * @param isOfAll whether all slices are meant if none is named
     */
    public void requireComplete(boolean isOfAll) {
        if (index.isGiven() && at.isGiven()) {
            throw new IllegalArgumentException("found --index and --at, expected one of them");
        } else if (planes.isGiven() && (axis.isGiven() || project.isGiven())) {
            throw new IllegalArgumentException("found --planes and " + (axis.isGiven() ? "--axis" : "--project")
                    + ", expected --planes, or planes across one axis");
        } else if (project.isGiven() && at.isGiven()) {
            throw new IllegalArgumentException("found --project and --at, expected --index A:B or nothing");
        }
        boolean isPlace = index.isGiven() || at.isGiven();
        if (!planes.isGiven() && !axis.isGiven() && !(isOfAll && !isPlace)) {
            throw new IllegalArgumentException("found no --axis, expected --axis x, y or z, or --planes");
        } else if (!planes.isGiven() && !project.isGiven() && !isPlace && !isOfAll) {
            throw new IllegalArgumentException(
                    "found no --index, expected --index K, A:B or mid, --at COORDINATE, --project or --planes");
        }
    }

    /** The planes, in their order. */
    public List<Cut> of(ImageGeometry geometry, ArraySpec array) {
        Dimensions dimensions = geometry.dimensions(array.association());
        if (planes.isGiven()) {
            return threePlanes(geometry, array, dimensions);
        }
        Axis across = axis.isGiven() ? axis.get() : Axis.Z;
        int count = dimensions.along(across);
        if (at.isGiven()) {
            return List.of(Cut.slice(across, nearest(geometry, array, across, coordinate(at.get()))));
        }
        int[] indices = (index.isGiven() ? index.get() : Indices.ALL).of(count, "--index");
        if (project.isGiven()) {
            int last = indices[indices.length - 1];
            if (indices.length != last - indices[0] + 1) {
                throw new IllegalArgumentException(
                        "found --index " + index.get().text() + ", expected A:B with --project");
            }
            return List.of(Cut.projection(across, indices[0], last, project.get()));
        }
        return Arrays.stream(indices).mapToObj(i -> Cut.slice(across, i)).toList();
    }

    /** One for each axis. */
    private List<Cut> threePlanes(ImageGeometry geometry, ArraySpec array, Dimensions dimensions) {
        String[] places =
                (at.isGiven() ? at.get() : index.isGiven() ? index.get().text() : "mid,mid,mid").split(",", -1);
        if (places.length != Axis.values().length) {
            throw new IllegalArgumentException("found " + (at.isGiven() ? "--at " : "--index ")
                    + String.join(",", places) + ", expected three, one for each axis, with --planes");
        }
        List<Cut> cuts = new ArrayList<>();
        for (Axis across : List.of(Axis.Z, Axis.Y, Axis.X)) {
            String place = places[across.ordinal()];
            cuts.add(Cut.slice(
                    across,
                    at.isGiven()
                            ? nearest(geometry, array, across, coordinate(place))
                            : new Indices(place).of(dimensions.along(across), "--index")[0]));
        }
        return cuts;
    }

    private double coordinate(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "found --at " + at.get() + ", expected a coordinate" + (planes.isGiven() ? " for each axis" : ""),
                    e);
        }
    }

    private static int nearest(ImageGeometry geometry, ArraySpec array, Axis across, double coordinate) {
        PictureAxis places = PictureAxis.of(geometry, array.association(), across);
        double found = (coordinate - places.coordinate(0)) / places.step();
        if (!(found >= -0.5 && found <= places.count() - 0.5)) {
            double first = places.coordinate(0);
            double last = places.coordinate(places.count() - 1);
            throw new IllegalArgumentException("found --at " + coordinate + ", expected " + Math.min(first, last)
                    + " to " + Math.max(first, last) + " on axis " + places.name());
        }
        return (int) Math.max(0, Math.min(Math.round(found), places.count() - 1));
    }
}
