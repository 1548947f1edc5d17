package io.vtkhdf.join;

import io.vtkhdf.copy.FieldsOfSteps;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.TimeValue;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.UnreadableArray;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The field arrays of parts: which of them the joined image has, and which it has not and why. Those of the first part
 * are held, no others. Not thread-safe.
 */
final class JoinedFields {

    private final FieldsOfSteps fields = new FieldsOfSteps();
    private final boolean areOfSteps;
    private final List<SourceNote> notes = new ArrayList<>();
    private final Set<String> noted = new HashSet<>();

    private JoinedFields(boolean areOfSteps) {
        this.areOfSteps = areOfSteps;
    }

    /** Those of one image. */
    static JoinedFields ofImage() {
        return new JoinedFields(false);
    }

    /** Those of the steps of a time series, which has the times elsewhere. */
    static JoinedFields ofSeries() {
        return new JoinedFields(true);
    }

    void add(String file, List<FieldArray> found, List<UnreadableArray> unreadable) {
        List<FieldArray> taken = new ArrayList<>();
        for (FieldArray field : found) {
            if (areOfSteps && field.tuples() == 0) {
                note(field.name(), file + ": " + place(field.name()) + ": left out, since it has no values");
            } else if (!areOfSteps || !TimeValue.isName(field.name())) {
                taken.add(field);
            }
        }
        fields.add(taken);
        for (UnreadableArray array : unreadable) {
            note(
                    array.name(),
                    file + ": " + place(array.name()) + ": left out: "
                            + array.reason().getMessage());
        }
    }

    private static String place(String name) {
        return Association.FIELD.groupName() + " " + ShownText.quoted(name);
    }

    private void note(String name, String message) {
        if (noted.add(name)) {
            notes.add(SourceNote.ofArray(Association.FIELD, name, message));
        }
    }

    /** Those that are the same in all. */
    List<FieldArray> same() {
        return fields.constant();
    }

    /** Those that all have with values of their own, as in the first. */
    List<FieldArray> changing() {
        return fields.changing();
    }

    /** What is left out, when all were added: what not all have, and of one image what is not the same in all. */
    List<SourceNote> notes() {
        for (String name : fields.others()) {
            note(name, place(name) + ": left out, since not all parts have it, of one type");
        }
        for (FieldArray field : areOfSteps ? List.<FieldArray>of() : changing()) {
            note(field.name(), place(field.name()) + ": left out, since not all parts have the same values");
        }
        return List.copyOf(notes);
    }
}
