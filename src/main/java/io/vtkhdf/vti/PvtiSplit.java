package io.vtkhdf.vti;

import io.vtkhdf.image.Extent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;

/**
 * Which piece of a {@code .pvti} file the values of each part of the image come from, where pieces overlap: as VTK's
 * vtkExtentSplitter decides it. Of a part, that piece gives most which has most of it, of equals the first; what is
 * left is cut across z, then y, then x, and given out in the same way. Neighbouring parts share their boundary points,
 * and those of the part that comes later count.
 */
final class PvtiSplit {

    /** Bounds the work; each piece gives one where none overlap. */
    private static final int MAX_PARTS = 100_000;

    /** So many pieces need no sorting out. */
    private static final int FEW = 16;

    /** @param piece its index */
    record Part(int piece, Extent box) {}

    /**
     * A box whose piece is not known yet.
     *
     * @param pieces the larger ones first, those of equal size in their order; others have nothing of the box
     */
    private record Open(Extent box, List<Part> pieces) {}

    private final Queue<Open> open = new ArrayDeque<>();
    private final List<Part> parts = new ArrayList<>();

    /** The parts of an image, those that come later over those before; empty if they cover it in no regular way. */
    static Optional<List<Part>> of(Extent whole, List<PvtiPart> pieces, List<Extent> uncovered) {
        PvtiSplit split = new PvtiSplit();
        split.open.add(new Open(whole, largestFirst(pieces)));
        while (!split.open.isEmpty()) {
            if (split.parts.size() + split.open.size() + uncovered.size() > MAX_PARTS) {
                return Optional.empty();
            }
            Open box = split.open.remove();
            List<Part> useful = useful(box);
            if (useful.isEmpty()) {
                uncovered.add(box.box());
            } else {
                Part best = best(box.box(), useful);
                split.parts.add(best);
                split.cut(box.box().toArray(), best.box().toArray(), useful);
            }
        }
        return Optional.of(split.parts);
    }

    private static List<Part> largestFirst(List<PvtiPart> pieces) {
        return IntStream.range(0, pieces.size())
                .mapToObj(i -> new Part(i, pieces.get(i).extent()))
                .sorted(Comparator.comparingLong(PvtiSplit::points).reversed())
                .toList();
    }

    private static long points(Part part) {
        return part.box().dimensions().count();
    }

    /** The pieces from the first one that has something of a box on; only those that have, where it is a small one. */
    private static List<Part> useful(Open open) {
        List<Part> pieces = open.pieces;
        if (pieces.size() > FEW && open.box.dimensions().count() / points(pieces.get(0)) < pieces.size() / 2) {
            return pieces.stream()
                    .filter(piece -> common(piece, open.box).isPresent())
                    .toList();
        }
        int first = 0;
        while (first < pieces.size() && common(pieces.get(first), open.box).isEmpty()) {
            first++;
        }
        return pieces.subList(first, pieces.size());
    }

    /** What a piece has of a box, if that has cells along the same axes. */
    private static Optional<Part> common(Part piece, Extent box) {
        return VtiBoxes.intersection(box, piece.box())
                .filter(common -> axes(common) == axes(box))
                .map(common -> new Part(piece.piece(), common));
    }

    private static Part best(Extent box, List<Part> pieces) {
        Part best = null;
        for (Part piece : pieces) {
            if (best != null && !mayBeat(points(piece), piece.piece(), best)) {
                return best; // Nor may those after it, which are no larger.
            }
            Optional<Part> common = common(piece, box);
            if (common.isPresent() && (best == null || mayBeat(points(common.get()), piece.piece(), best))) {
                best = common.get();
            }
        }
        return best;
    }

    private static boolean mayBeat(long points, int piece, Part best) {
        return points > points(best) || points == points(best) && piece < best.piece();
    }

    /** Along how many axes it has cells. */
    private static int axes(Extent box) {
        int[] e = box.toArray();
        return (e[0] < e[1] ? 1 : 0) + (e[2] < e[3] ? 1 : 0) + (e[4] < e[5] ? 1 : 0);
    }

    private void cut(int[] box, int[] taken, List<Part> pieces) {
        for (int min = 4; min >= 0; min -= 2) {
            int max = min + 1;
            if (box[min] < taken[min]) {
                addOpen(box, max, taken[min], pieces);
                box[min] = taken[min];
            }
            if (box[max] > taken[max]) {
                addOpen(box, min, taken[max], pieces);
                box[max] = taken[max];
            }
        }
    }

    private void addOpen(int[] box, int index, int value, List<Part> pieces) {
        int[] rest = box.clone();
        rest[index] = value;
        open.add(new Open(VtiBoxes.of(rest), pieces));
    }
}
