package io.vtkhdf.write.store;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * The boxes that slices are put together from, until these are whole. They are found by the cells of a coarse grid, so
 * that not each is looked at for each that comes. Not thread-safe.
 */
final class WrittenBoxes {

    private static final int CELLS_PER_AXIS = 16;

    private final Dimensions array;
    private final Dimensions cell;
    private final Map<Integer, List<Region>> cells = new HashMap<>();

    /** How many tuples are there of those slices that lack some. */
    private final NavigableMap<Integer, Long> held = new TreeMap<>();

    WrittenBoxes(Dimensions array) {
        this.array = array;
        this.cell = new Dimensions(part(array.x()), part(array.y()), part(array.z()));
    }

    private static int part(int length) {
        return (length - 1) / CELLS_PER_AXIS + 1;
    }

    boolean isEmpty() {
        return held.isEmpty();
    }

    /** The first of some slices that is there in part. */
    Optional<Integer> partial(int first, int slices) {
        return held.subMap(first, first + slices).keySet().stream().findFirst();
    }

    /** Takes in a box that overlaps none, and returns which slices, counted from its first, are whole by it. */
    BitSet add(Region box) {
        cells(
                box,
                index -> cells.computeIfAbsent(index, unused -> new ArrayList<>())
                        .add(box));
        long sliceTuples = (long) array.x() * array.y();
        BitSet whole = new BitSet();
        for (int i = 0; i < box.size().z(); i++) {
            long tuples = (long) box.size().x() * box.size().y();
            if (held.merge(box.z() + i, tuples, Long::sum) == sliceTuples) {
                held.remove(box.z() + i);
                whole.set(i);
            }
        }
        if (!whole.isEmpty()) {
            forget(box);
        }
        return whole;
    }

    /** Forgets boxes all of whose slices are whole, of those that share slices with a box. */
    private void forget(Region box) {
        Set<Region> done = new HashSet<>();
        int first = box.z();
        int end = box.z() + box.size().z();
        for (Region other : touching(slices(first, end))) {
            if (held.subMap(other.z(), other.z() + other.size().z()).isEmpty()) {
                done.add(other);
                first = Math.min(first, other.z());
                end = Math.max(end, other.z() + other.size().z());
            }
        }
        cells(slices(first, end), index -> {
            List<Region> boxes = cells.get(index);
            if (boxes != null && boxes.removeAll(done) && boxes.isEmpty()) {
                cells.remove(index);
            }
        });
    }

    private Region slices(int first, int end) {
        return new Region(0, 0, first, new Dimensions(array.x(), array.y(), end - first));
    }

    /** A box that shares tuples with a region. */
    Optional<Region> overlapping(Region region) {
        Region[] found = new Region[1];
        cells(region, index -> {
            List<Region> boxes = found[0] == null ? cells.getOrDefault(index, List.of()) : List.of();
            for (Region box : boxes) {
                found[0] = overlap(box, region) ? box : found[0];
            }
        });
        return Optional.ofNullable(found[0]);
    }

    private Collection<Region> touching(Region region) {
        Set<Region> found = new HashSet<>();
        cells(region, index -> {
            for (Region box : cells.getOrDefault(index, List.of())) {
                if (overlap(box, region)) {
                    found.add(box);
                }
            }
        });
        return found;
    }

    private static boolean overlap(Region a, Region b) {
        return overlap(a.x(), a.size().x(), b.x(), b.size().x())
                && overlap(a.y(), a.size().y(), b.y(), b.size().y())
                && overlap(a.z(), a.size().z(), b.z(), b.size().z());
    }

    private static boolean overlap(int a, int sizeA, int b, int sizeB) {
        return a < b + sizeB && b < a + sizeA;
    }

    private void cells(Region region, IntConsumer visitor) {
        for (int z = region.z() / cell.z(); z <= (region.z() + region.size().z() - 1) / cell.z(); z++) {
            for (int y = region.y() / cell.y(); y <= (region.y() + region.size().y() - 1) / cell.y(); y++) {
                for (int x = region.x() / cell.x();
                        x <= (region.x() + region.size().x() - 1) / cell.x();
                        x++) {
                    visitor.accept((z * CELLS_PER_AXIS + y) * CELLS_PER_AXIS + x);
                }
            }
        }
    }

    /** What a slice lacks that is there in part, or some of it: a box from its first missing tuple on. */
    Region gap(int slice) {
        Collection<Region> boxes = touching(slices(slice, slice + 1));
        int x = 0;
        int y = 0;
        for (Region box = at(x, y, boxes); box != null; box = at(x, y, boxes)) {
            x = box.x() + box.size().x();
            if (x == array.x()) {
                x = 0;
                y++;
            }
        }
        int endX = array.x();
        for (Region box : boxes) {
            endX = isAcross(box, y) && box.x() > x ? Math.min(endX, box.x()) : endX;
        }
        int endY = array.y();
        for (Region box : boxes) {
            boolean isBelow =
                    box.y() > y && box.x() < endX && box.x() + box.size().x() > x;
            endY = isBelow ? Math.min(endY, box.y()) : endY;
        }
        return new Region(x, y, slice, new Dimensions(endX - x, endY - y, 1));
    }

    private static Region at(int x, int y, Collection<Region> boxes) {
        for (Region box : boxes) {
            if (isAcross(box, y) && x >= box.x() && x < box.x() + box.size().x()) {
                return box;
            }
        }
        return null;
    }

    private static boolean isAcross(Region box, int y) {
        return y >= box.y() && y < box.y() + box.size().y();
    }

    /** A gap, with what is missing behind it, up to some slice. */
    Region deepened(Region gap, int end) {
        Dimensions size = new Dimensions(gap.size().x(), gap.size().y(), end - gap.z());
        int first = end;
        for (Region box : touching(new Region(gap.x(), gap.y(), gap.z(), size))) {
            first = Math.min(first, box.z());
        }
        return new Region(
                gap.x(),
                gap.y(),
                gap.z(),
                new Dimensions(gap.size().x(), gap.size().y(), first - gap.z()));
    }
}
