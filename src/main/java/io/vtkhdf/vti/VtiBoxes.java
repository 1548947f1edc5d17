package io.vtkhdf.vti;

import io.vtkhdf.image.Association;
import io.vtkhdf.image.Extent;
import java.util.Optional;

/** What parts of an image have in common, and the tuples in them. */
final class VtiBoxes {

    private VtiBoxes() {}

    /**
     * The indices of the tuples in a box of points; empty where it is one point thick and so has no cells.
     *
     * @param whole the points of the image, which may be flat itself
     */
    static Optional<Extent> tuples(Association association, Extent box, Extent whole) {
        if (association == Association.POINT) {
            return Optional.of(box);
        }
        int[] cells = box.toArray();
        int[] image = whole.toArray();
        for (int axis = 0; axis < 3; axis++) {
            if (image[2 * axis] == image[2 * axis + 1]) {
                continue;
            }
            if (cells[2 * axis] == cells[2 * axis + 1]) {
                return Optional.empty();
            }
            cells[2 * axis + 1]--;
        }
        return Optional.of(of(cells));
    }

    /** The indices of all tuples of an image. */
    static Extent tuples(Association association, Extent whole) {
        return association == Association.POINT ? whole : whole.cells();
    }

    static Optional<Extent> intersection(Extent a, Extent b) {
        int[] common = a.toArray();
        int[] other = b.toArray();
        for (int min = 0; min < common.length; min += 2) {
            common[min] = Math.max(common[min], other[min]);
            common[min + 1] = Math.min(common[min + 1], other[min + 1]);
            if (common[min] > common[min + 1]) {
                return Optional.empty();
            }
        }
        return Optional.of(of(common));
    }

    static Extent of(int[] e) {
        return new Extent(e[0], e[1], e[2], e[3], e[4], e[5]);
    }
}
