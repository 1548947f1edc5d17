package io.vtkhdf.shape;

import io.vtkhdf.copy.SlabLoop;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Arrays whose values become those of another type, scaled or not; the others are as they are. */
final class CastSource extends WrappedSource {

    /** What becomes of an array. */
    record Change(ScalarType to, Optional<Scaling.Line> scaling) {}

    private final Map<ArraySpec, Change> changes;
    private final Optional<Outliers> clamped;
    private final String image;
    private final Scratch scratch;

    /**
     * @param changes of arrays of the other image
     * @param clamped counts the values that the type cannot hold; empty if one is an error
     * @param image how errors name it
     */
    CastSource(
            ImageSource inner,
            Map<ArraySpec, Change> changes,
            Optional<Outliers> clamped,
            String image,
            Scratch scratch) {
        super(inner, inner.geometry(), arrays(inner, changes));
        this.changes = changes;
        this.clamped = clamped;
        this.image = image;
        this.scratch = scratch;
    }

    private static Map<ArraySpec, ArraySpec> arrays(ImageSource inner, Map<ArraySpec, Change> changes) {
        Map<ArraySpec, ArraySpec> arrays = new LinkedHashMap<>();
        for (ArraySpec array : inner.arrays()) {
            Change change = changes.get(array);
            arrays.put(change == null ? array : Alike.ofType(array, change.to), array);
        }
        return arrays;
    }

    @Override
    public int slabThickness(ArraySpec array) {
        return changes.containsKey(innerOf(array)) ? 1 : super.slabThickness(array);
    }

    @Override
    public SlabReader open(ArraySpec array) throws IOException {
        ArraySpec before = innerOf(array);
        Change change = changes.get(before);
        if (change == null) {
            return inner.open(before);
        }
        Cast cast = new Cast(before.type(), change.to, change.scaling);
        Dimensions tuples = geometry().dimensions(array.association());
        int values = SlabLoop.sliceBytes(this, array) / array.type().size();
        return new SliceBySlice(
                new SourceSlices(inner, before, 1, scratch),
                tuples.z(),
                SlabLoop.sliceBytes(this, array),
                (slice, source, target) -> cast.run(
                        source.slice(slice), values, target, (at, value) -> outlier(before, change, slice, at, value)));
    }

    private void outlier(ArraySpec array, Change change, int slice, int at, String value) throws IOException {
        String type = change.to.vtkName();
        if (clamped.isPresent()) {
            clamped.get().add(array, type, value);
            return;
        }
        Dimensions tuples = geometry().dimensions(array.association());
        int tuple = at / array.components();
        String place =
                array.association().groupName() + " " + ShownText.quoted(array.name()) + " at " + tuple % tuples.x()
                        + ", " + tuple / tuples.x() + ", " + slice
                        + (array.components() == 1 ? "" : ", component " + at % array.components());
        throw new UnsupportedFileException(
                image,
                place,
                value,
                "a value that " + type + " can hold" + (change.scaling.isPresent() ? " once it is scaled" : "")
                        + "; --clamp takes the nearest, --scale makes others of them, --type a wider type");
    }
}
