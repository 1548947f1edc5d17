package io.vtkhdf.write;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.write.store.ChunkedSlabs;
import io.vtkhdf.write.store.RawSlabs;
import io.vtkhdf.write.store.ReservedSlabs;
import io.vtkhdf.write.store.SlabSpace;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The point and cell arrays of a time series, which its first step decides. Not thread-safe. */
final class SeriesArrays {

    private final WriterSession session;
    private final ImageGeometry geometry;
    private final WriterJudge judge;
    private final TimeAxis axis;
    private final Map<String, SeriesArray> arrays = new LinkedHashMap<>();

    SeriesArrays(WriterSession session, ImageGeometry geometry, WriterJudge judge, TimeAxis axis) {
        this.session = session;
        this.geometry = geometry;
        this.judge = judge;
        this.axis = axis;
    }

    /** An array of which nothing is there. */
    SeriesArray create(ArraySpec spec, Storage storage) throws IOException {
        List<Attribute> names = judge.admit(spec, storage);
        ArrayShape shape = ArrayShape.of(spec, geometry);
        SizeLimits.requireSteps(shape, storage, axis.known());
        return session.change(
                () -> put(SeriesArray.create(session.file(), shape, storage, names, space(shape, storage))));
    }

    private SlabSpace space(ArrayShape shape, Storage storage) {
        if (!storage.isContiguous()) {
            return new ChunkedSlabs(
                    session.tools(), shape, storage.chunkOf(shape).orElseThrow(), storage.encoder(shape));
        }
        return axis.isGrowing()
                ? new RawSlabs(session.tools(), shape)
                : ReservedSlabs.create(session.tools(), shape, axis.known());
    }

    /** An array that an earlier run has written, or begun. */
    SeriesArray put(SeriesArray array) {
        arrays.put(key(array.spec()), array);
        return array;
    }

    /** Forgets all, when no step has them. */
    void clear() {
        arrays.clear();
    }

    static String key(ArraySpec spec) {
        return ImageTree.path(spec.association(), spec.name());
    }

    /** Null if there is none. */
    SeriesArray find(String key) {
        return arrays.get(key);
    }

    Collection<SeriesArray> all() {
        return arrays.values();
    }

    List<ArraySpec> specs() {
        return arrays.values().stream().map(SeriesArray::spec).toList();
    }

    /** The names, for an error message. */
    String shown() {
        return arrays.isEmpty()
                ? "none"
                : arrays.values().stream()
                        .map(array -> ShownText.quoted(array.spec().name()))
                        .collect(Collectors.joining(", "));
    }

    /** The next step stands in the file. */
    void settle(Map<String, StepArray> own) throws IOException {
        for (Map.Entry<String, SeriesArray> array : arrays.entrySet()) {
            StepArray slab = own.get(array.getKey());
            if (slab == null) {
                array.getValue().settleReused();
            } else {
                array.getValue().settle(slab.slab());
            }
        }
    }
}
