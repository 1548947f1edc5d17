package io.vtkhdf.vti;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.input.InputContents;
import io.vtkhdf.vti.block.VtiFormat;
import io.vtkhdf.vti.xml.VtiElement;
import java.util.List;

/**
 * What the XML of a file says of one image, be it a step of several.
 *
 * @param pieces those that hold points; of a {@code .pvti} file one that holds all, whose arrays have no values
 * @param parts the files that a {@code .pvti} file refers to; of other files none
 * @param fields in the file's order, each name once
 * @param leftOut why arrays cannot be read; more come to it when their values are looked at
 * @param notes which arrays are offered in another form; each names file and array
 * @param appended null if the file has no appended data
 */
record VtiIndex(
        VtiElement image,
        ImageGeometry geometry,
        VtiFormat format,
        List<VtiPiece> pieces,
        List<PvtiPart> parts,
        List<VtiArray> fields,
        VtiLeftOut leftOut,
        List<SourceNote> notes,
        Appended appended) {

    /** What the file offers. */
    InputContents contents(List<ArraySpec> arrays, VtiFieldSet fieldSet) {
        return new InputContents(
                geometry,
                arrays,
                fieldSet.offered(),
                activeArrays(arrays),
                fieldSet.unreadableWith(leftOut.arrays()),
                notes);
    }

    /** Those of the roles in the file that have an array. */
    List<ActiveArray> activeArrays(List<ArraySpec> arrays) {
        return pieces.get(0).activeArrays().stream()
                .filter(active -> arrays.stream()
                        .anyMatch(array -> array.association() == active.association()
                                && array.name().equals(active.arrayName())))
                .toList();
    }

    enum Encoding {
        RAW,
        BASE64
    }

    /** @param start the first byte after the underscore, from which offsets count */
    record Appended(long start, Encoding encoding) {}
}
