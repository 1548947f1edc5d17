package io.vtkhdf.write;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.format.TimeValue;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.Names;
import io.vtkhdf.write.store.ConstantField;
import io.vtkhdf.write.store.SeriesField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The field arrays of a time series: those of each step, and those that are the same at all. Not thread-safe. */
final class SeriesFields {

    private final WriterSession session;
    private final WriterJudge judge;
    private final Map<String, SeriesField> varying = new LinkedHashMap<>();
    private final Map<String, ConstantField> constant = new LinkedHashMap<>();
    /** Of what the oldest reader has been thought of: once of the values of all steps, not once a step. */
    private final Set<String> demanded = new HashSet<>();

    /** The steps that an earlier run has written. */
    private int foundSteps;

    SeriesFields(WriterSession session, WriterJudge judge) {
        this.session = session;
        this.judge = judge;
    }

    /** A field array that is the same at all steps; what is there and the same is not written again. */
    void write(FieldArray field, boolean isOfStep) throws IOException {
        List<Attribute> attributes = admit(field, OldestReader.Owner.SERIES);
        String name = Names.stored(field.name());
        ConstantField found = constant.get(name);
        if (isOfStep || varying.containsKey(name) || found != null && !found.isFound()) {
            throw WriterJudge.taken(Association.FIELD, field.name());
        }
        boolean isSame = found != null && found.isSameAs(field);
        if (found != null && !isSame && foundSteps > 0) {
            throw new IllegalArgumentException(
                    ShownText.of(session.output().target().toString())
                            + ": found other values of the field array " + ShownText.quoted(field.name())
                            + " for all steps than those that are there have, expected the same, or values of each new step");
        }
        session.change(() ->
                constant.put(name, isSame ? found.given() : ConstantField.write(session.file(), field, attributes)));
    }

    private List<Attribute> admit(FieldArray field, OldestReader.Owner owner) throws UnsupportedFileException {
        String name = Names.stored(field.name());
        String shown = ShownText.quoted(field.name());
        if (name.equals(TimeValue.ADDED_BY_VTK) || name.equals(TimeValue.NAME)) {
            throw new IllegalArgumentException(
                    "found a field array " + shown + " of a time series, expected another" + " name: "
                            + (name.equals(TimeValue.ADDED_BY_VTK)
                                    ? "VTK's readers add one of this name"
                                    : "the times are in it"));
        }
        if (field.tuples() == 0 || !field.isStrings() && field.components() == 0) {
            throw new IllegalArgumentException("found a field array " + shown
                    + " of a time series without values, expected some: VTK would show those of another step");
        }
        List<Attribute> attributes = judge.requireStorable(field);
        if (demanded.add(owner + " " + name + (field.tuples() == 1 ? "" : "s"))) {
            judge.demand(field, owner);
        }
        return attributes;
    }

    /**
     * Makes sure that a step can have a field array.
     *
     * @param step its number
     * @param shown the step, for messages
     */
    void require(FieldArray field, int step, String shown) throws IOException {
        admit(field, OldestReader.Owner.STEP);
        String name = Names.stored(field.name());
        ConstantField found = constant.get(name);
        if (found != null && found.isFound() && step == foundSteps) {
            FieldArray before = found.valuesFor(field);
            requireForm(field, SeriesField.form(before), shown);
            session.change(() -> varying.put(name, varying(before)));
            constant.remove(name);
        } else if (found != null) {
            throw new IllegalArgumentException(shown + ": found values of the field array "
                    + ShownText.quoted(field.name()) + ", expected none: it is the same at all steps");
        } else if (varying.containsKey(name)) {
            requireForm(field, varying.get(name).form(), shown);
        } else if (step > 0) {
            throw new IllegalArgumentException(shown + ": found a new field array " + ShownText.quoted(field.name())
                    + ", expected those of the first step: " + shown(varying.keySet()));
        }
    }

    private static void requireForm(FieldArray field, String expected, String shown) {
        String found = SeriesField.form(field);
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(shown + ": " + ShownText.quoted(field.name()) + ": found " + found
                    + ", expected " + expected + ", as in the steps before");
        }
    }

    /** What an earlier run has written, and has been the same so far. */
    private SeriesField varying(FieldArray found) throws IOException {
        SeriesField field = SeriesField.of(session.file(), found);
        for (int step = 0; step < foundSteps; step++) {
            field.settleAt(0, found.tuples());
        }
        field.add(found);
        return field;
    }

    /** The field arrays of a step that others have and it has not, for an error message. */
    List<String> missing(Map<String, FieldArray> fields) {
        return varying.keySet().stream()
                .filter(name -> !fields.containsKey(name))
                .toList();
    }

    /** The first step is complete, and decides which field arrays there are. */
    void begin(Collection<FieldArray> fields) {
        for (FieldArray field : fields) {
            varying.put(Names.stored(field.name()), SeriesField.of(session.file(), field));
        }
    }

    /** The next step stands in the file. */
    void settle(Map<String, FieldArray> fields) throws IOException {
        for (Map.Entry<String, SeriesField> field : varying.entrySet()) {
            field.getValue().settle(fields.get(field.getKey()));
        }
    }

    /** Field arrays of so many steps that an earlier run has written. */
    void resume(int steps, Map<String, SeriesField> different, List<ConstantField> same) {
        foundSteps = steps;
        varying.putAll(different);
        same.forEach(field -> constant.put(Names.stored(field.values().name()), field));
    }

    /** Adds them to a tree of so many settled steps. */
    void addTo(ImageTree tree, int steps) throws IOException {
        for (ConstantField field : constant.values()) {
            field.addTo(tree, steps);
        }
        if (steps > 0) {
            for (SeriesField field : varying.values()) {
                field.addTo(tree, steps);
            }
        }
    }

    private static String shown(Collection<String> names) {
        return names.isEmpty()
                ? "none"
                : new ArrayList<>(names).stream().map(ShownText::quoted).collect(Collectors.joining(", "));
    }
}
