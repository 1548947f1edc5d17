package io.vtkhdf.write;

import io.vtkhdf.format.ImageDatasets;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.Names;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The field arrays of a file that is written: makes them, and knows them by name. Not thread-safe. */
final class WriterFields {

    private final WriterSession session;
    private final ImageTree tree;
    private final WriterJudge judge;

    /** By name what an earlier run has written; empty once it was written by this one. */
    private final Map<String, Optional<ResumedField>> entries = new HashMap<>();

    WriterFields(WriterSession session, ImageTree tree, WriterJudge judge) {
        this.session = session;
        this.tree = tree;
        this.judge = judge;
    }

    /** What is there and the same is not written again. */
    void write(FieldArray field) throws IOException {
        Optional<ResumedField> earlier = entries.get(Names.stored(field.name()));
        if (earlier != null && earlier.isEmpty()) {
            throw WriterJudge.taken(Association.FIELD, field.name());
        }
        List<Attribute> names = judge.admit(field);
        session.change(() -> {
            if (earlier == null || !earlier.get().holds(field)) {
                add(field.name(), ImageDatasets.ofField(session.file(), field, names));
            }
            return null;
        });
        entries.put(Names.stored(field.name()), Optional.empty());
    }

    /** A field array that an earlier run has written. */
    void resume(ResumedField found) {
        entries.put(found.name(), Optional.of(found));
        add(found.name(), found.dataset());
    }

    private void add(String name, Dataset dataset) {
        tree.put(Association.FIELD, name, dataset);
        session.schedule().grow(dataset);
    }
}
