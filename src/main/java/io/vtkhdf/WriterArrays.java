package io.vtkhdf;

import io.vtkhdf.chunk.ChunkEncoder;
import io.vtkhdf.hdf5.Attribute;
import io.vtkhdf.hdf5.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Makes the point and cell arrays of a file that is written. Not thread-safe. */
final class WriterArrays {

    private final WriterSession session;
    private final ImageTree tree;
    private final ImageGeometry geometry;
    private final ReaderDemand demand;
    private final List<ArrayWriter> arrays = new ArrayList<>();

    WriterArrays(WriterSession session, ImageTree tree, ImageGeometry geometry, ReaderDemand demand) {
        this.session = session;
        this.tree = tree;
        this.geometry = geometry;
        this.demand = demand;
    }

    ArrayWriter create(ArraySpec spec, Storage storage) throws IOException {
        tree.requireNew(spec.association(), spec.name());
        ArrayShape shape = ArrayShape.of(spec, geometry);
        SizeLimits.require(shape, storage);
        demand.judge(session.output().target(), geometry, shape);
        List<Attribute> names = ComponentNames.attributes(spec.componentNames());
        WrittenSlices written =
                new WrittenSlices(spec.name(), shape.dimensions().z());
        SliceStore store = storage.isContiguous()
                ? new ContiguousStore(session.file(), session.staged(), shape, written)
                : chunkedStore(shape, storage);
        FillValue fill = new FillValue(spec.type());
        byte[] fillBytes = fill.isZero() ? new byte[0] : fill.value();
        Dataset dataset = new Dataset(Datatypes.of(spec.type()), shape.hdf5(), store.layout(), fillBytes);
        names.forEach(dataset::set);
        store.marks().forEach(dataset::set);
        tree.add(spec.association(), spec.name(), dataset);
        session.schedule().grow(dataset);
        ArrayWriter array = new ArrayWriter(session, shape, store, written);
        arrays.add(array);
        return array;
    }

    private SliceStore chunkedStore(ArrayShape shape, Storage storage) {
        ChunkEncoder encoder = new ChunkEncoder(
                shape.spec().type().size(), storage.gzipLevel(), storage.hasShuffle(), storage.hasChecksum());
        return new ChunkedStore(
                shape, storage.chunk().within(shape.dimensions()), encoder, session.pipeline(), session.slabs());
    }

    void fillMissing() throws IOException {
        for (ArrayWriter array : arrays) {
            array.fillMissing();
        }
    }

    /** @throws IllegalStateException if slices are missing */
    void requireComplete() {
        StringJoiner missing = new StringJoiner("; ");
        for (ArrayWriter array : arrays) {
            String lacking = array.describeMissing();
            if (!lacking.isEmpty()) {
                missing.add("'" + array.spec().name() + "' lacks " + lacking);
            }
        }
        if (missing.length() > 0) {
            throw new IllegalStateException(session.output().target() + ": not all slices were written: " + missing);
        }
    }
}
