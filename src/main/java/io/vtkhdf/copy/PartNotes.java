package io.vtkhdf.copy;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.read.MissingPart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is to be said of the parts of arrays that are not to be had. */
final class PartNotes {

    private PartNotes() {}

    /** Looks for the parts of an array that are missing, and tells of those that cannot be read. */
    @FunctionalInterface
    interface Search {
        List<MissingPart> missing(ArrayReader array, Consumer<IOException> unreadable) throws IOException;
    }

    /** Looks for the parts of a field array that are missing. */
    @FunctionalInterface
    interface FieldSearch {
        List<MissingPart> missing(ImageDataReader reader, String name) throws IOException;
    }

    /** Two notes at most. */
    static List<SourceNote> of(ArrayReader array, Search search) {
        ArraySpec spec = array.spec();
        List<IOException> unreadable = new ArrayList<>();
        List<MissingPart> missing = List.of();
        try {
            missing = search.missing(array, unreadable::add);
        } catch (IOException e) {
            unreadable.add(e);
        }
        List<SourceNote> notes = new ArrayList<>();
        if (!missing.isEmpty()) {
            notes.add(missing(spec.association(), spec.name(), array.toString(), missing));
        }
        if (!unreadable.isEmpty()) {
            notes.add(SourceNote.ofArray(
                    spec.association(),
                    spec.name(),
                    array + ": cannot read " + unreadable.size() + " of its parts: "
                            + ShownText.of(unreadable.get(0).getMessage())));
        }
        return notes;
    }

    /** A field array's, whose parts that cannot be read make it unreadable. */
    static List<SourceNote> ofField(ImageDataReader reader, String name, FieldSearch search) {
        try {
            List<MissingPart> missing = search.missing(reader, name);
            return missing.isEmpty()
                    ? List.of()
                    : List.of(missing(
                            Association.FIELD, name, reader + ": field array " + ShownText.quoted(name), missing));
        } catch (IOException e) {
            return List.of(SourceNote.ofArray(Association.FIELD, name, ShownText.of(e.getMessage())));
        }
    }

    private static SourceNote missing(Association association, String name, String array, List<MissingPart> parts) {
        return SourceNote.ofArray(
                association,
                name,
                array + ": found no part " + ShownText.of(parts.get(0).toString())
                        + (parts.size() == 1 ? "" : " (and " + (parts.size() - 1) + " more)")
                        + ", expected it where the file has it; its values read as the fill value");
    }
}
