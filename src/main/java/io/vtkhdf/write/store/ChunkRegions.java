package io.vtkhdf.write.store;

import io.vtkhdf.chunk.ChunkGrid;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;

/** Which chunks of an array have a share in a box. Immutable. */
final class ChunkRegions {

    private final Dimensions array;
    private final Dimensions chunk;
    private final ChunkGrid grid;

    ChunkRegions(Dimensions array, Dimensions chunk, ChunkGrid grid) {
        this.array = array;
        this.chunk = chunk;
        this.grid = grid;
    }

    /**
     * A chunk's share.
     *
     * @param part what lies in the box
     * @param inside what lies in the array
     */
    record Share(int number, Region part, Region inside) {

        /** Whether the box covers all of the chunk. */
        boolean isWhole() {
            return part.equals(inside);
        }
    }

    /** Takes chunks one by one. */
    interface Visitor<E extends Exception> {
        void visit(Share share) throws E;
    }

    Dimensions size() {
        return chunk;
    }

    /** Goes through the chunks that have a share in a box, in their order. */
    <E extends Exception> void forEach(Region box, Visitor<E> visitor) throws E {
        for (int z = box.z() / chunk.z(); z <= last(box.z(), box.size().z(), chunk.z()); z++) {
            for (int y = box.y() / chunk.y(); y <= last(box.y(), box.size().y(), chunk.y()); y++) {
                for (int x = box.x() / chunk.x(); x <= last(box.x(), box.size().x(), chunk.x()); x++) {
                    Region inside = inside(x, y, z);
                    int number = (int) grid.number(new long[] {z, y, x});
                    visitor.visit(new Share(number, inside.intersection(box).orElseThrow(), inside));
                }
            }
        }
    }

    private static int last(int first, int size, int chunk) {
        return (first + size - 1) / chunk;
    }

    /** What lies in the array of the chunk with a number. */
    Region inside(int number) {
        long[] place = grid.place(number);
        return inside((int) place[2], (int) place[1], (int) place[0]);
    }

    private Region inside(int x, int y, int z) {
        Region whole = whole(x, y, z);
        return new Region(
                whole.x(),
                whole.y(),
                whole.z(),
                new Dimensions(
                        Math.min(chunk.x(), array.x() - whole.x()),
                        Math.min(chunk.y(), array.y() - whole.y()),
                        Math.min(chunk.z(), array.z() - whole.z())));
    }

    private Region whole(int x, int y, int z) {
        return new Region(x * chunk.x(), y * chunk.y(), z * chunk.z(), chunk);
    }
}
