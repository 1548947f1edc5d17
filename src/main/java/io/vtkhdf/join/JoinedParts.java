package io.vtkhdf.join;

import io.vtkhdf.copy.ReferredFiles;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.write.store.SeriesField;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parts that fit together, and what they are together. */
final class JoinedParts {

    private final Arrangement arrangement;
    private final Map<Path, OpenedPart> opened = new HashMap<>();
    private final ImageSpec image;
    private final JoinedFields fields;
    private final double[] times;

    /** @param times none if it is no time series */
    JoinedParts(
            Arrangement arrangement, List<OpenedPart> parts, ImageSpec image, JoinedFields fields, double... times) {
        this.arrangement = arrangement;
        this.image = image;
        this.fields = fields;
        this.times = times;
        parts.forEach(part -> opened.put(part.file(), part));
    }

    Arrangement arrangement() {
        return arrangement;
    }

    ImageSpec image() {
        return image;
    }

    JoinedFields fields() {
        return fields;
    }

    double[] times() {
        return times.clone();
    }

    /** An array of a part, by the part's place in the arrangement. */
    PartArray array(ArraySpec spec, int part) {
        return opened.get(arrangement.parts().get(part).part().file()).find(spec);
    }

    /** Writes the field arrays that change from step to step: each part is opened once more. */
    void addChangingFields(MasterFile master) throws IOException {
        Map<String, SeriesField> changing = new LinkedHashMap<>();
        for (FieldArray field : times.length > 0 ? fields.changing() : List.<FieldArray>of()) {
            changing.put(field.name(), SeriesField.of(master.file(), field));
        }
        if (changing.isEmpty()) {
            return;
        }
        for (Arrangement.Taken taken : arrangement.parts()) {
            OpenedPart.read(taken.part().file(), array -> false, false, (step, found, unreadable) -> {
                for (FieldArray field : found) {
                    SeriesField target = changing.get(field.name());
                    if (target != null) {
                        target.settle(field);
                    }
                }
            });
        }
        for (SeriesField field : changing.values()) {
            field.addTo(master.tree(), times.length);
        }
    }

    /**
     * A file that is made of itself has no values, and readers follow it for ever.
     *
     * @param outputs where the joined image is written
     * @throws FileSystemException if that is a file in which parts of a part are, however deep
     */
    void requireOther(Path... outputs) throws IOException {
        Set<Path> direct = new HashSet<>();
        opened.values().forEach(part -> direct.addAll(part.others()));
        Set<Path> all = ReferredFiles.of(direct);
        for (Path output : outputs) {
            if (ReferredFiles.find(all, output).isPresent()) {
                throw new FileSystemException(
                        output.toString(),
                        null,
                        "is a part of one of the parts, which would then be made of itself, expected another name: its"
                                + " values stay there");
            }
        }
    }

    /** @throws io.vtkhdf.error.ChangedFileException if a part is not as it was when it was opened */
    void requireUnchanged() throws IOException {
        for (OpenedPart part : opened.values()) {
            part.state().requireUnchanged();
        }
    }
}
