package io.vtkhdf.cli.view;

import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Vector3;
import io.vtkhdf.plane.SlicePlane;
import io.vtkhdf.runtime.MemoryBudget;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * What can be asked for:
 *
 * <table>
 * <caption>Paths, and what stands behind their question mark</caption>
 * <tr><td>{@code /}, {@code /view.css}, …</td><td></td><td>the page</td></tr>
 * <tr><td>{@code /api/state}</td><td></td><td>whether there is another state of the file</td></tr>
 * <tr><td>{@code /api/image}</td><td>step</td><td>geometry, arrays, times: {@link ImageJson}</td></tr>
 * <tr><td>{@code /api/plane}</td><td>page, serial, step, association, array, axis, index, map; component, log,
 *     min, max</td><td>a picture, and its range in the header {@code Vtkhdf-Plane}</td></tr>
 * <tr><td>{@code /api/value}</td><td>page, serial, step, association, array, x, y, z</td><td>the values at a place</td></tr>
 * <tr><td>{@code /api/colours}</td><td>map</td><td>the colours of a map</td></tr>
 * </table>
 *
 * <p>What fails is answered with one line, and everything else goes on. Of planes across one axis, and of values, a
 * page is given the last that it has asked for, by their serial number. Thread-safe.
 */
final class Answers implements ViewServer.Handler {

    /** What making a picture may take at most, and reading its plane. */
    private static final long PICTURE_BYTES = 64 << 20;

    private final ViewedFile file;
    private final PageFiles page;
    private final PlanePictures pictures;
    private final Function<Exception, String> words;
    private final Planes planes = new Planes();
    private final LatestOnly latest = new LatestOnly();
    /** As many pictures are made at once as there is memory for. */
    private final Semaphore drawing =
            new Semaphore((int) Math.max(1, Math.min(Axis.values().length, MemoryBudget.heap() / PICTURE_BYTES)), true);

    /** @param words what is said of a failure, in a line */
    Answers(ViewedFile file, PageFiles page, PlanePictures pictures, Function<Exception, String> words) {
        this.file = file;
        this.page = page;
        this.pictures = pictures;
        this.words = words;
    }

    @Override
    public Reply answer(String path, Parameters parameters) {
        try {
            return switch (path) {
                case "/api/state" -> state();
                case "/api/image" -> image(parameters);
                case "/api/plane" -> latest(path + parameters.text("axis"), parameters, () -> plane(parameters));
                case "/api/value" -> latest(path, parameters, () -> value(parameters));
                case "/api/colours" -> Reply.json(ImageJson.colours(pictures.colours(parameters.text("map"))));
                default ->
                    page.find(path)
                            .orElseGet(() -> Reply.error(Reply.NOT_FOUND, "vtkhdf: found no " + path + " to ask for"));
            };
        } catch (LatestOnly.SupersededException e) {
            return Reply.error(Reply.SUPERSEDED, e.getMessage());
        } catch (IllegalArgumentException e) {
            return Reply.error(Reply.WRONG, e.getMessage());
        } catch (IOException | UnsupportedOperationException e) {
            return Reply.error(Reply.UNREADABLE, words.apply(e));
        } catch (RuntimeException e) {
            return Reply.error(Reply.OUR_FAULT, words.apply(e));
        } catch (OutOfMemoryError e) {
            return Reply.error(Reply.UNREADABLE, file.file() + ": out of memory; give Java more with -Xmx");
        }
    }

    private Reply state() throws IOException {
        String error = "";
        int state = 0;
        try {
            state = file.look();
        } catch (IOException e) {
            error = words.apply(e);
        }
        return Reply.json(ImageJson.state(file.file(), state, error));
    }

    private Reply image(Parameters parameters) throws IOException {
        try (OpenedImage opened = file.open(parameters.integer("step"))) {
            return Reply.json(ImageJson.image(file.file(), opened, pictures.colourMaps()));
        }
    }

    private Reply plane(Parameters parameters) throws IOException {
        try (OpenedImage opened = file.open(parameters.integer("step"))) {
            ArraySpec array = array(opened, parameters);
            PlaneLook look = PlaneLook.of(parameters, array.components());
            PlanePicture picture = planes.use(
                    opened,
                    array,
                    parameters.choice("axis", Axis.class),
                    parameters.integer("index"),
                    plane -> draw(plane, look));
            return Reply.png(picture.png()).withHeader("Vtkhdf-Plane", ImageJson.picture(picture));
        }
    }

    private PlanePicture draw(SlicePlane plane, PlaneLook look) throws IOException {
        try {
            drawing.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before it was drawn");
        }
        try {
            return pictures.draw(plane, look);
        } finally {
            drawing.release();
        }
    }

    private Reply value(Parameters parameters) throws IOException {
        try (OpenedImage opened = file.open(parameters.integer("step"))) {
            ArraySpec array = array(opened, parameters);
            int x = parameters.integer("x");
            int y = parameters.integer("y");
            int z = parameters.integer("z");
            TupleText values = planes.tuple(opened, array, x, y, z);
            return Reply.json(
                    ImageJson.tuple(values, position(opened.image().geometry(), array.association(), x, y, z)));
        }
    }

    private static ArraySpec array(OpenedImage opened, Parameters parameters) {
        return opened.array(parameters.choice("association", Association.class), parameters.text("array"));
    }

    private static Vector3 position(ImageGeometry geometry, Association association, int x, int y, int z) {
        Extent extent = geometry.extent();
        Vector3 point = geometry.positionOf(extent.xMin() + x, extent.yMin() + y, extent.zMin() + z);
        if (association == Association.POINT) {
            return point;
        }
        Vector3 zero = geometry.positionOf(0, 0, 0);
        Vector3 centre = geometry.cellOrigin();
        return new Vector3(
                point.x() + centre.x() - zero.x(),
                point.y() + centre.y() - zero.y(),
                point.z() + centre.z() - zero.z());
    }

    private Reply latest(String kind, Parameters parameters, LatestOnly.Work<Reply> work) throws IOException {
        try {
            return latest.run(kind + parameters.text("page"), parameters.integer("serial"), work);
        } catch (ChangedFileException e) {
            file.changed();
            throw e;
        }
    }
}
