package io.vtkhdf.vti;

import io.vtkhdf.ActiveArray;
import io.vtkhdf.Association;
import io.vtkhdf.Extent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@code Piece} element: a box of the image and the values there. */
record VtiPiece(
        VtiElement element, Extent extent, Map<Association, List<VtiArray>> arrays, List<ActiveArray> activeArrays) {

    List<VtiArray> arrays(Association association) {
        return arrays.getOrDefault(association, List.of());
    }

    Optional<VtiArray> array(Association association, String name) {
        return arrays(association).stream()
                .filter(array -> array.name().equals(name))
                .findFirst();
    }

    /** The indices of the piece's tuples; empty where a piece is one point thick and so has no cells. */
    Optional<Extent> extent(Association association, Extent whole) {
        return VtiBoxes.tuples(association, extent, whole);
    }
}
