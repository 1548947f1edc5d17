package io.vtkhdf.legacy;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.input.ArrayChanges;
import io.vtkhdf.input.InputFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a file holds. As in VTK, an array takes the place of an earlier one with its name. */
final class LegacyContents {

    /** Each takes some memory. */
    private static final int MAX_ARRAYS = 10_000;

    private record Key(Association association, String name) {}

    private record Role(Association association, ArrayRole attribute) {}

    private final InputFile file;
    private final LegacyEncoding encoding;
    private final Map<Key, LegacyArray> arrays = new LinkedHashMap<>();
    private final Map<Role, String> active = new LinkedHashMap<>();
    private final List<UnreadableArray> unreadable = new ArrayList<>();
    private final List<SourceNote> notes = new ArrayList<>();
    private int seen;

    LegacyContents(InputFile file, LegacyHeader header) {
        this.file = file;
        this.encoding = header.encoding();
        header.newerVersion()
                .ifPresent(version -> notes.add(SourceNote.ofImage(file.path() + ": found version " + version
                        + ", read as " + header.newestVersion() + ", the newest known")));
    }

    /** @throws UnsupportedFileException if these are too many arrays */
    void add(LegacyArray array, long tuplesOfImage) throws UnsupportedFileException {
        requireFewer();
        boolean isField = array.association() == Association.FIELD;
        long tuples = array.declaration().tuples();
        if (array.type() == LegacyType.UNKNOWN) {
            leaveOut(array, LegacyScanner.quoted(array.declaration().typeName()), LegacyType.EXAMPLES);
        } else if (array.type().offered().isEmpty() && !(isField && array.type().isString())) {
            leaveOut(array, "an array of type " + array.type(), isField ? "numbers or strings" : "numbers");
        } else if (!isField && tuples == 0) {
            note(array, "left out, since it has no values");
        } else if (!isField && tuples != tuplesOfImage) {
            leaveOut(array, tuples + " tuples", tuplesOfImage + ", as the image has");
        } else {
            LegacyArray earlier = arrays.put(new Key(array.association(), array.name()), array);
            if (earlier != null) {
                note(array, "only the last of several arrays with this name is taken, as by VTK");
            }
        }
    }

    private void note(LegacyArray array, String change) {
        notes.add(ArrayChanges.note(array.place(file), array.association(), array.name(), change));
    }

    private void leaveOut(LegacyArray array, String found, String expected) {
        String place = array.place(file).array();
        unreadable.add(
                new UnreadableArray(array.association(), array.name(), file.unsupported(place, found, expected)));
    }

    /** Makes an array the active one of its role, if none is. */
    void activate(LegacyArray array, ArrayRole role) {
        if (arrays.get(new Key(array.association(), array.name())) == array) {
            active.putIfAbsent(new Role(array.association(), role), array.name());
        }
    }

    /**
     * Passes over a table of colours.
     *
     * @throws UnsupportedFileException if these are too many
     */
    void leaveOutLookupTable(Association association, String name) throws UnsupportedFileException {
        requireFewer();
        notes.add(SourceNote.ofImage(file.path() + ": " + association.groupName() + ": the lookup table "
                + ShownText.quoted(name) + " is left out"));
    }

    private void requireFewer() throws UnsupportedFileException {
        if (++seen > MAX_ARRAYS) {
            throw file.unsupported("the file", "more than " + MAX_ARRAYS + " arrays", "fewer");
        }
    }

    LegacyIndex index(ImageGeometry geometry, List<LegacyArray> coordinates) {
        for (LegacyArray array : arrays.values()) {
            array.type().change(encoding).ifPresent(change -> note(array, change));
            array.metadata()
                    .informationKeys()
                    .forEach(key -> notes.add(
                            ArrayChanges.keyLeftOut(array.place(file), array.association(), array.name(), key)));
        }
        List<ActiveArray> activeArrays = new ArrayList<>();
        active.forEach((role, name) -> activeArrays.add(new ActiveArray(role.association, role.attribute, name)));
        return new LegacyIndex(
                encoding,
                geometry,
                coordinates,
                arrays.values().stream()
                        .filter(array -> array.association() != Association.FIELD)
                        .toList(),
                arrays.values().stream()
                        .filter(array -> array.association() == Association.FIELD)
                        .toList(),
                List.copyOf(activeArrays),
                List.copyOf(unreadable),
                List.copyOf(notes));
    }
}
