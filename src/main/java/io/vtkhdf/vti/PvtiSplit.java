package io.vtkhdf.vti;

import io.vtkhdf.Extent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Which piece of a {@code .pvti} file the values of each part of the image come from, where pieces overlap: as VTK's
 * vtkExtentSplitter decides it. Of a part, that piece gives most which has most of it, of equals the first; what is
 * left is cut across z, then y, then x, and given out in the same way. Neighbouring parts share their boundary points,
 * and those of the part that comes later count.
 */
final class PvtiSplit {

    /** Bounds the work; each piece gives one where none overlap. */
    private static final int MAX_PARTS = 100_000;

    /** @param piece its index */
    record Part(int piece, Extent box) {}

    private final List<PvtiPart> pieces;
    private final Queue<Extent> open = new ArrayDeque<>();
    private final List<Part> parts = new ArrayList<>();

    private PvtiSplit(List<PvtiPart> pieces) {
        this.pieces = pieces;
    }

    /** The parts of an image, those that come later over those before; empty if they cover it in no regular way. */
    static Optional<List<Part>> of(Extent whole, List<PvtiPart> pieces, List<Extent> uncovered) {
        PvtiSplit split = new PvtiSplit(pieces);
        split.open.add(whole);
        while (!split.open.isEmpty()) {
            if (split.parts.size() + split.open.size() + uncovered.size() > MAX_PARTS) {
                return Optional.empty();
            }
            Extent box = split.open.remove();
            Part best = split.best(box);
            if (best == null) {
                uncovered.add(box);
            } else {
                split.parts.add(best);
                split.cut(box.toArray(), best.box().toArray());
            }
        }
        return Optional.of(split.parts);
    }

    private Part best(Extent box) {
        Part best = null;
        for (int i = 0; i < pieces.size(); i++) {
            Optional<Extent> common = VtiBoxes.intersection(box, pieces.get(i).extent());
            if (common.isPresent()
                    && axes(common.get()) == axes(box)
                    && (best == null
                            || common.get().dimensions().count()
                                    > best.box().dimensions().count())) {
                best = new Part(i, common.get());
            }
        }
        return best;
    }

    /** Along how many axes it has cells. */
    private static int axes(Extent box) {
        int[] e = box.toArray();
        return (e[0] < e[1] ? 1 : 0) + (e[2] < e[3] ? 1 : 0) + (e[4] < e[5] ? 1 : 0);
    }

    private void cut(int[] box, int[] taken) {
        for (int min = 4; min >= 0; min -= 2) {
            int max = min + 1;
            if (box[min] < taken[min]) {
                addOpen(box, max, taken[min]);
                box[min] = taken[min];
            }
            if (box[max] > taken[max]) {
                addOpen(box, min, taken[max]);
                box[max] = taken[max];
            }
        }
    }

    private void addOpen(int[] box, int index, int value) {
        int[] rest = box.clone();
        rest[index] = value;
        open.add(VtiBoxes.of(rest));
    }
}
