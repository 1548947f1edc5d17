package io.vtkhdf.write;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.Names;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/** The step that is being written: what of it there is. To be called exclusively. */
final class OpenStep {

    private final WriterSession session;
    private final SeriesArrays series;
    private final SeriesFields fields;
    private final int number;
    private final double time;
    private final Map<String, StepArray> arrays = new LinkedHashMap<>();
    private final Map<String, FieldArray> values = new LinkedHashMap<>();
    /** Those that an earlier run has begun, and this one has not asked for yet. */
    private final Map<String, ResumedArray> earlier = new LinkedHashMap<>();

    private final Set<String> reused = new HashSet<>();

    OpenStep(WriterSession session, SeriesArrays series, SeriesFields fields, int number, double time) {
        this.session = session;
        this.series = series;
        this.fields = fields;
        this.number = number;
        this.time = time;
    }

    int number() {
        return number;
    }

    double time() {
        return time;
    }

    /** Such as {@code big.vtkhdf: step 3 (time 0.3)}. */
    String shown() {
        return ShownText.of(session.output().target().toString()) + ": step " + number + " (time " + time + ")";
    }

    /** What an earlier run has begun. */
    void resume(SeriesArray array, ResumedArray found) throws IOException {
        String key = SeriesArrays.key(array.spec());
        arrays.put(key, found.stepArray(session, array));
        earlier.put(key, found);
    }

    /** @param storage empty for that of the array, or of the writer if there is none */
    ArrayWriter create(ArraySpec spec, Optional<Storage> storage, Storage usual) throws IOException {
        String key = SeriesArrays.key(spec);
        SeriesArray found = series.find(key);
        if (found == null) {
            requireFirst(spec);
            return add(key, series.create(spec, storage.orElse(usual)));
        }
        found.requireSame(session.output().written(), spec, storage, usual);
        requireOwn(key, spec.name());
        if (arrays.containsKey(key) && !earlier.containsKey(key)) {
            throw WriterJudge.taken(spec.association(), spec.name());
        }
        return open(key, found);
    }

    private void requireFirst(ArraySpec spec) {
        if (number > 0) {
            throw new IllegalArgumentException(shown() + ": found a new array " + ShownText.quoted(spec.name())
                    + ", expected those of the first step: " + series.shown());
        }
    }

    private void requireOwn(String key, String name) {
        if (reused.contains(key)) {
            throw new IllegalStateException(
                    shown() + ": " + ShownText.quoted(name) + " is that of the step before, as it was said");
        }
    }

    /** The array of this step. */
    ArrayWriter array(Association association, String name) {
        String key = ImageTree.path(association, name);
        SeriesArray found = series.find(key);
        if (found == null) {
            throw new IllegalArgumentException(shown() + ": found no array " + ShownText.quoted(name) + " in "
                    + association.groupName() + ", expected one of " + series.shown());
        }
        requireOwn(key, name);
        return open(key, found);
    }

    private ArrayWriter open(String key, SeriesArray array) {
        earlier.remove(key);
        StepArray there = arrays.get(key);
        return there == null ? add(key, array) : there.writer();
    }

    private ArrayWriter add(String key, SeriesArray array) {
        StepArray begun = array.begin(session);
        arrays.put(key, begun);
        if (number == 0) {
            session.schedule().grow(begun.dataset()); // Of later ones each takes the place of the one before.
        }
        return begun.writer();
    }

    /** The array is that of the step before. */
    void reuse(Association association, String name) {
        String key = ImageTree.path(association, name);
        SeriesArray found = series.find(key);
        if (found == null || number == 0) {
            throw new IllegalArgumentException(shown() + ": found no array " + ShownText.quoted(name) + " in "
                    + association.groupName() + " of the step before"
                    + (number == 0 ? "" : ", expected one of " + series.shown()));
        }
        StepArray own = arrays.get(key);
        if (own != null && !own.isUntouched()) {
            throw new IllegalStateException(shown() + ": " + ShownText.quoted(name)
                    + " was written, at least in part; it cannot be that of the step before");
        }
        if (own != null) {
            own.close();
            arrays.remove(key);
            earlier.remove(key);
        }
        reused.add(key);
    }

    void writeField(FieldArray field) throws IOException {
        String name = Names.stored(field.name());
        if (values.containsKey(name)) {
            throw WriterJudge.taken(Association.FIELD, field.name());
        }
        fields.require(field, number, shown());
        values.put(name, field);
    }

    boolean hasField(FieldArray field) {
        return values.containsKey(Names.stored(field.name()));
    }

    /** Gives all that is missing the fill value. */
    void fillMissing() throws IOException {
        for (SeriesArray array : series.all()) {
            String key = SeriesArrays.key(array.spec());
            if (!reused.contains(key)) {
                open(key, array).fillMissing();
            }
        }
    }

    /**
     * @param fills whether values of arrays may be missing, which will be filled
     * @throws IllegalStateException naming what lacks
     */
    void requireComplete(boolean fills) {
        StringJoiner missing = new StringJoiner("; ");
        for (SeriesArray array : fills ? List.<SeriesArray>of() : series.all()) {
            String key = SeriesArrays.key(array.spec());
            String name = ShownText.quoted(array.spec().name());
            StepArray own = arrays.get(key);
            if (own == null && !reused.contains(key)) {
                missing.add(name + " was neither written nor reused");
            } else if (own != null && !own.writer().describeMissing().isEmpty()) {
                missing.add(name + " lacks " + own.writer().describeMissing());
            }
        }
        for (String field : fields.missing(values)) {
            missing.add("field array " + ShownText.quoted(field)
                    + " has no values, and VTK would show those of another step");
        }
        if (missing.length() > 0) {
            throw new IllegalStateException(shown() + " is not complete: " + missing);
        }
    }

    /** What there is of it, when it is complete. */
    CompleteStep complete() {
        arrays.values().forEach(array -> array.array().completed());
        if (number == 0) {
            fields.begin(values.values());
        }
        return new CompleteStep(time, arrays, values);
    }

    /** The arrays that have a slab of their own. */
    Map<String, StepArray> arrays() {
        return arrays;
    }
}
