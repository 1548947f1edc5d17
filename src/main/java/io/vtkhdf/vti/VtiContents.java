package io.vtkhdf.vti;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.vti.block.VtiFormat;
import io.vtkhdf.vti.xml.VtiElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the XML of a file says, of all its steps.
 *
 * @param times of the steps; empty if the file has none, but one image
 * @param pieces those that hold points; of a {@code .pvti} file one that holds all, whose arrays have no values
 * @param parts the files that a {@code .pvti} file refers to; of other files none
 * @param coordinates of a rectilinear grid: the arrays of each piece, which should be those of x, y and z; of others
 *     none for each
 * @param leftOut why arrays cannot be read
 * @param notes which arrays are offered in another form; each names file and array
 * @param appended null if the file has no appended data
 */
record VtiContents(
        VtiElement image,
        ImageGeometry geometry,
        VtiFormat format,
        List<Double> times,
        List<Piece> pieces,
        List<PvtiPart> parts,
        List<List<VtiArray>> coordinates,
        VtiArrays fields,
        VtiLeftOut leftOut,
        List<SourceNote> notes,
        VtiIndex.Appended appended) {

    /** A {@code Piece} element with its arrays of all steps. */
    record Piece(
            VtiElement element, Extent extent, Map<Association, VtiArrays> arrays, List<ActiveArray> activeArrays) {

        VtiPiece at(int step) {
            Map<Association, Map<String, VtiArray>> ofStep = arrays.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().at(step)));
            return new VtiPiece(element, extent, ofStep, activeArrays);
        }

        Optional<VtiArray> array(ArraySpec array, int step) {
            return Optional.ofNullable(arrays.get(array.association())).flatMap(all -> all.find(array.name(), step));
        }
    }

    /** The same, but for where the points lie. */
    VtiContents with(ImageGeometry value) {
        return new VtiContents(
                image, value, format, times, pieces, parts, coordinates, fields, leftOut, notes, appended);
    }

    /** What it says of one step, counted from 0. */
    VtiIndex at(int step) {
        return new VtiIndex(
                image,
                geometry,
                format,
                pieces.stream().map(piece -> piece.at(step)).toList(),
                parts,
                List.copyOf(fields.at(step).values()),
                leftOut.copy(),
                notes,
                appended);
    }

    /** @throws UnsupportedFileException if there are several steps */
    VtiIndex single() throws UnsupportedFileException {
        if (times.size() > 1) {
            throw image.unsupported(
                    "several time steps (TimeValues)", "one image; the steps are read where series are");
        }
        return at(0);
    }
}
