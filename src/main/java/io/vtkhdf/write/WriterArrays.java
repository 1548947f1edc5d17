package io.vtkhdf.write;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.ComponentNames;
import io.vtkhdf.format.ImageDatasets;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.write.store.ArrayIntake;
import io.vtkhdf.write.store.ChunkedStore;
import io.vtkhdf.write.store.ContiguousStore;
import io.vtkhdf.write.store.SliceStore;
import io.vtkhdf.write.store.WrittenSlices;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** The point and cell arrays of a file that is written: makes them, and knows them by name. Not thread-safe. */
final class WriterArrays {

    private final WriterSession session;
    private final ImageTree tree;
    private final ImageGeometry geometry;
    private final WriterJudge judge;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * An array of the file.
     *
     * @param earlier what an earlier run has begun; empty once it was created by this one
     */
    private record Entry(ArrayWriter writer, Optional<ResumedArray> earlier) {}

    WriterArrays(WriterSession session, ImageTree tree, ImageGeometry geometry, WriterJudge judge) {
        this.session = session;
        this.tree = tree;
        this.geometry = geometry;
        this.judge = judge;
    }

    /** An array of which nothing is there, or one that an earlier run has begun. */
    ArrayWriter create(ArraySpec spec, Storage storage) throws IOException {
        Entry found = entries.get(ImageTree.path(spec.association(), spec.name()));
        if (found == null) {
            List<Attribute> names = judge.admit(spec, storage);
            return session.change(() -> begin(ArrayShape.of(spec, geometry), storage, names));
        }
        ResumedArray earlier = found.earlier.orElseThrow(() -> WriterJudge.taken(spec.association(), spec.name()));
        earlier.requireSame(session.output().written(), spec, storage);
        judge.admit(spec, storage);
        return put(found.writer.as(spec), Optional.empty());
    }

    private ArrayWriter put(ArrayWriter writer, Optional<ResumedArray> earlier) {
        ArraySpec spec = writer.spec();
        entries.put(ImageTree.path(spec.association(), spec.name()), new Entry(writer, earlier));
        return writer;
    }

    private ArrayWriter begin(ArrayShape shape, Storage storage, List<Attribute> names) {
        WrittenSlices written = new WrittenSlices(shape.spec().name(), shape.dimensions());
        SliceStore store = storage.isContiguous()
                ? ContiguousStore.create(session.tools(), shape, written)
                : ChunkedStore.create(
                        session.tools(), shape, storage.chunkOf(shape).orElseThrow(), storage.encoder(shape));
        return put(add(shape, names, store, written), Optional.empty());
    }

    /** What an earlier run has begun and was not created again. */
    List<ArraySpec> resumed() {
        return entries.values().stream()
                .filter(entry -> entry.earlier.isPresent())
                .map(entry -> entry.writer.spec())
                .toList();
    }

    /** An array that an earlier run has begun. */
    void resume(ResumedArray found) {
        ArraySpec spec = found.shape().spec();
        List<Attribute> names = ComponentNames.attributes(spec.name(), spec.componentNames());
        put(add(found.shape(), names, found.slab(session.tools()).store(), found.written()), Optional.of(found));
    }

    /** @throws IllegalArgumentException if it was not created */
    ArrayWriter get(Association association, String name) {
        Entry found = entries.get(ImageTree.path(association, name));
        if (found == null || found.earlier.isPresent()) {
            throw new IllegalArgumentException(
                    "no array " + ShownText.quoted(name) + " was created in " + association.groupName());
        }
        return found.writer;
    }

    private ArrayWriter add(ArrayShape shape, List<Attribute> names, SliceStore store, WrittenSlices written) {
        ArraySpec spec = shape.spec();
        Dataset dataset = ImageDatasets.ofArray(spec, shape.hdf5(), store.layout(), names);
        store.marks().forEach(dataset::set);
        tree.put(spec.association(), spec.name(), dataset);
        session.schedule().grow(dataset);
        return new ArrayWriter(new ArrayIntake(session, shape, store, written));
    }

    /** @throws IllegalArgumentException if VTK would not give an array that role */
    void requireSuitable(ActiveArray active) {
        Entry found = entries.get(ImageTree.path(active.association(), active.arrayName()));
        if (found != null) {
            WriterJudge.requireSuitable(active, List.of(found.writer.spec()));
        }
    }

    void fillMissing() throws IOException {
        for (Entry entry : entries.values()) {
            entry.writer.fillMissing();
        }
    }

    /** @throws IllegalStateException if slices are missing */
    void requireComplete() {
        StringJoiner missing = new StringJoiner("; ");
        for (Entry entry : entries.values()) {
            String lacking = entry.writer.describeMissing();
            if (!lacking.isEmpty()) {
                missing.add(ShownText.quoted(entry.writer.spec().name()) + " lacks " + lacking);
            }
        }
        if (missing.length() > 0) {
            throw new IllegalStateException(
                    ShownText.of(session.output().target().toString()) + ": not all slices were written: " + missing);
        }
    }
}
