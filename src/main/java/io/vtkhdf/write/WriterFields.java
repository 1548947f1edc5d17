package io.vtkhdf.write;

import io.vtkhdf.format.Datatypes;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.Names;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the field arrays of a file that is written. Not thread-safe. */
final class WriterFields {

    private final WriterSession session;
    private final ImageTree tree;
    private final WriterJudge judge;

    /** Those of an earlier run that were not given again. */
    private final Map<String, FieldArray> resumed = new HashMap<>();

    WriterFields(WriterSession session, ImageTree tree, WriterJudge judge) {
        this.session = session;
        this.tree = tree;
        this.judge = judge;
    }

    /** What is there and the same is not written again. */
    void write(FieldArray field) throws IOException {
        List<Attribute> names = judge.admit(field);
        session.change(() -> write(field, names));
    }

    private Void write(FieldArray field, List<Attribute> names) throws IOException {
        FieldArray earlier = resumed.remove(Names.stored(field.name()));
        if (earlier != null && earlier.isSameAs(field)) {
            return null;
        }
        Dataset dataset = field.isStrings()
                ? session.file().appendStrings(field.asStrings().values())
                : numbers(field);
        names.forEach(dataset::set);
        add(field, dataset);
        return null;
    }

    private Dataset numbers(FieldArray field) throws IOException {
        ScalarType type = field.asNumbers().type();
        long[] shape =
                field.components() == 1 ? new long[] {field.tuples()} : new long[] {field.tuples(), field.components()};
        return session.file()
                .appendDataset(
                        Datatypes.of(type),
                        shape,
                        type.toBytes(field.asNumbers().values()));
    }

    /** A field array that an earlier run has written. */
    void resume(ResumedField found) {
        resumed.put(found.field().name(), found.field());
        add(found.field(), found.dataset());
    }

    private void add(FieldArray field, Dataset dataset) {
        tree.put(Association.FIELD, field.name(), dataset);
        session.schedule().grow(dataset);
    }
}
