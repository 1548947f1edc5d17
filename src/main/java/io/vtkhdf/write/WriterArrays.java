package io.vtkhdf.write;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.ComponentNames;
import io.vtkhdf.format.Datatypes;
import io.vtkhdf.format.FillValue;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Makes the point and cell arrays of a file that is written. Not thread-safe. */
final class WriterArrays {

    private final WriterSession session;
    private final ImageTree tree;
    private final ImageGeometry geometry;
    private final WriterJudge judge;
    private final Map<String, ArrayWriter> writers = new LinkedHashMap<>();

    /** Those of an earlier run that were not created again. */
    private final Map<String, ResumedArray> resumed = new LinkedHashMap<>();

    WriterArrays(WriterSession session, ImageTree tree, ImageGeometry geometry, WriterJudge judge) {
        this.session = session;
        this.tree = tree;
        this.geometry = geometry;
        this.judge = judge;
    }

    /** An array of which nothing is there, or one that an earlier run has begun. */
    ArrayWriter create(ArraySpec spec, Storage storage) throws IOException {
        String key = ImageTree.path(spec.association(), spec.name());
        if (resumed.containsKey(key)) {
            resumed.get(key).requireSame(session.output().written(), spec, storage);
        }
        List<Attribute> names = judge.admit(spec, storage);
        if (resumed.remove(key) != null) {
            return writers.get(key).as(spec);
        }
        return session.change(() -> begin(ArrayShape.of(spec, geometry), storage, names));
    }

    private ArrayWriter begin(ArrayShape shape, Storage storage, List<Attribute> names) {
        WrittenSlices written = new WrittenSlices(shape.spec().name(), shape.dimensions());
        SliceStore store = storage.isContiguous()
                ? ContiguousStore.create(session, shape, written)
                : ChunkedStore.create(session, shape, storage);
        return add(shape, names, store, written);
    }

    /** What an earlier run has begun and was not created again. */
    List<ArraySpec> resumed() {
        return resumed.values().stream().map(found -> found.shape().spec()).toList();
    }

    /** An array that an earlier run has begun. */
    void resume(ResumedArray found) {
        ArraySpec spec = found.shape().spec();
        resumed.put(ImageTree.path(spec.association(), spec.name()), found);
        add(
                found.shape(),
                ComponentNames.attributes(spec.name(), spec.componentNames()),
                found.store(session),
                found.written());
    }

    private ArrayWriter add(ArrayShape shape, List<Attribute> names, SliceStore store, WrittenSlices written) {
        ArraySpec spec = shape.spec();
        FillValue fill = new FillValue(spec.type());
        byte[] fillBytes = fill.isZero() ? new byte[0] : fill.value();
        Dataset dataset = new Dataset(Datatypes.of(spec.type()), shape.hdf5(), store.layout(), fillBytes);
        names.forEach(dataset::set);
        store.marks().forEach(dataset::set);
        tree.put(spec.association(), spec.name(), dataset);
        session.schedule().grow(dataset);
        ArrayWriter array = new ArrayWriter(session, shape, store, written);
        writers.put(ImageTree.path(spec.association(), spec.name()), array);
        return array;
    }

    /** @throws IllegalArgumentException if VTK would not give an array that role */
    void requireSuitable(ActiveArray active) {
        ArrayWriter array = writers.get(ImageTree.path(active.association(), active.arrayName()));
        if (array != null && !active.role().suits(array.spec().components())) {
            throw new IllegalArgumentException("'" + active.arrayName() + "': the role "
                    + active.role().vtkName() + " is not for arrays of "
                    + array.spec().components() + " components, expected "
                    + active.role().suitable());
        }
    }

    void fillMissing() throws IOException {
        for (ArrayWriter array : writers.values()) {
            array.fillMissing();
        }
    }

    /** @throws IllegalStateException if slices are missing */
    void requireComplete() {
        StringJoiner missing = new StringJoiner("; ");
        for (ArrayWriter array : writers.values()) {
            String lacking = array.describeMissing();
            if (!lacking.isEmpty()) {
                missing.add(ShownText.quoted(array.spec().name()) + " lacks " + lacking);
            }
        }
        if (missing.length() > 0) {
            throw new IllegalStateException(
                    ShownText.of(session.output().target().toString()) + ": not all slices were written: " + missing);
        }
    }
}
