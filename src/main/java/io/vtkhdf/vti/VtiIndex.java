package io.vtkhdf.vti;

import io.vtkhdf.ImageGeometry;
import io.vtkhdf.SourceNote;
import java.util.List;

/**
 * What the XML of a file says.
 *
 * @param pieces those that hold points; of a {@code .pvti} file one that holds all, whose arrays have no values
 * @param parts the files that a {@code .pvti} file refers to; of other files none
 * @param unsupported why arrays are left out; each names file and array
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
        List<String> unsupported,
        List<SourceNote> notes,
        Appended appended) {

    enum Encoding {
        RAW,
        BASE64
    }

    /** @param start the first byte after the underscore, from which offsets count */
    record Appended(long start, Encoding encoding) {}
}
