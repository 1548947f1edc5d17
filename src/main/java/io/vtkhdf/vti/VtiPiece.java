package io.vtkhdf.vti;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Extent;
import io.vtkhdf.vti.xml.VtiElement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code Piece} element: a box of the image and the values there.
 *
 * @param arrays by their names, in the file's order
 */
record VtiPiece(
        VtiElement element,
        Extent extent,
        Map<Association, Map<String, VtiArray>> arrays,
        List<ActiveArray> activeArrays) {

    Collection<VtiArray> arrays(Association association) {
        return arrays.getOrDefault(association, Map.of()).values();
    }

    Optional<VtiArray> array(Association association, String name) {
        return Optional.ofNullable(arrays.getOrDefault(association, Map.of()).get(name));
    }

    /** The indices of the piece's tuples; empty where a piece is one point thick and so has no cells. */
    Optional<Extent> extent(Association association, Extent whole) {
        return VtiBoxes.tuples(association, extent, whole);
    }
}
