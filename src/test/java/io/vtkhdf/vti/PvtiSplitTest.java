package io.vtkhdf.vti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.Extent;
import io.vtkhdf.testing.Allocation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PvtiSplitTest {

    private static PvtiPart piece(int... e) {
        return new PvtiPart(null, VtiBoxes.of(e), "");
    }

    @Test
    void manyPiecesTakeLittleWork() {
        int n = 200;
        List<PvtiPart> grid = new ArrayList<>();
        List<PvtiPart> row = new ArrayList<>();
        for (int i = 0; i < n * n; i++) {
            grid.add(piece(i % n, i % n + 1, i / n, i / n + 1, 0, 1));
            row.add(piece(i, i + 1, 0, 1, 0, 1));
        }
        List<PvtiPart> shuffledGrid = new ArrayList<>(grid);
        List<PvtiPart> shuffledRow = new ArrayList<>(row);
        Collections.shuffle(shuffledGrid, new Random(1));
        Collections.shuffle(shuffledRow, new Random(1));
        for (List<PvtiPart> pieces : List.of(grid, shuffledGrid)) {
            assertLittleWork(new Extent(0, n, 0, n, 0, 1), pieces);
        }
        for (List<PvtiPart> pieces : List.of(row, shuffledRow)) {
            assertLittleWork(new Extent(0, n * n, 0, 1, 0, 1), pieces);
        }
    }

    /**
     * What a piece has of a box is a new box, so what is allocated tells how often that was asked: 2 to 13 KB a piece
     * here, and some MB if each piece were held against each.
     */
    private static void assertLittleWork(Extent whole, List<PvtiPart> pieces) {
        long before = Allocation.bytes();
        assertSplit(whole, pieces);
        long allocated = Allocation.bytes() - before;
        assertTrue(allocated / pieces.size() < 100_000, allocated + " bytes for " + pieces.size() + " pieces");
    }

    private static void assertSplit(Extent whole, List<PvtiPart> pieces) {
        List<Extent> uncovered = new ArrayList<>();
        assertEquals(
                pieces.size(),
                PvtiSplit.of(whole, pieces, uncovered).orElseThrow().size());
        assertEquals(List.of(), uncovered);
    }

    @Test
    void eachPartGoesToThePieceThatHasMostOfIt() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            Extent whole = new Extent(0, random.nextInt(12), 0, random.nextInt(12), 0, random.nextInt(12));
            List<PvtiPart> pieces = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                int[] e = whole.toArray();
                for (int min = 0; min < 6; min += 2) {
                    int a = random.nextInt(e[min + 1] + 1);
                    int b = random.nextInt(e[min + 1] + 1);
                    e[min] = Math.min(a, b);
                    e[min + 1] = Math.max(a, b);
                }
                pieces.add(piece(e));
            }
            List<Extent> expectedUncovered = new ArrayList<>();
            List<Extent> uncovered = new ArrayList<>();
            List<PvtiSplit.Part> expected = slowly(whole, pieces, expectedUncovered);
            assertEquals(expected, PvtiSplit.of(whole, pieces, uncovered).orElseThrow());
            assertEquals(expectedUncovered, uncovered);
        }
    }

    /** The rule, with every piece tried for every box. */
    private static List<PvtiSplit.Part> slowly(Extent whole, List<PvtiPart> pieces, List<Extent> uncovered) {
        List<PvtiSplit.Part> parts = new ArrayList<>();
        Queue<Extent> open = new ArrayDeque<>(List.of(whole));
        while (!open.isEmpty()) {
            Extent box = open.remove();
            PvtiSplit.Part best = null;
            for (int i = 0; i < pieces.size(); i++) {
                Optional<Extent> common =
                        VtiBoxes.intersection(box, pieces.get(i).extent());
                if (common.isPresent()
                        && isFlatAlike(common.get().toArray(), box.toArray())
                        && (best == null
                                || common.get().dimensions().count()
                                        > best.box().dimensions().count())) {
                    best = new PvtiSplit.Part(i, common.get());
                }
            }
            if (best == null) {
                uncovered.add(box);
                continue;
            }
            parts.add(best);
            int[] rest = box.toArray();
            int[] taken = best.box().toArray();
            for (int min = 4; min >= 0; min -= 2) {
                if (rest[min] < taken[min]) {
                    int[] before = rest.clone();
                    before[min + 1] = taken[min];
                    open.add(VtiBoxes.of(before));
                    rest[min] = taken[min];
                }
                if (rest[min + 1] > taken[min + 1]) {
                    int[] after = rest.clone();
                    after[min] = taken[min + 1];
                    open.add(VtiBoxes.of(after));
                    rest[min + 1] = taken[min + 1];
                }
            }
        }
        return parts;
    }

    private static boolean isFlatAlike(int[] a, int[] b) {
        for (int min = 0; min < 6; min += 2) {
            if ((a[min] == a[min + 1]) != (b[min] == b[min + 1])) {
                return false;
            }
        }
        return true;
    }
}
