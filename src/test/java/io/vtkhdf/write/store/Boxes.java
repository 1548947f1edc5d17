package io.vtkhdf.write.store;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Decompositions of arrays, and values that follow from where they stand. */
public final class Boxes {

    private Boxes() {}

    /** The box is cut again and again, at random, until so many parts are there or none can be cut; in random order. */
    public static List<Region> decomposition(Dimensions array, int parts, Random random) {
        List<Region> boxes = new ArrayList<>(List.of(Region.all(array)));
        for (int i = 1; i < parts; i++) {
            Region box = boxes.remove(random.nextInt(boxes.size()));
            boxes.addAll(cut(box, random));
        }
        Collections.shuffle(boxes, random);
        return boxes;
    }

    private static List<Region> cut(Region box, Random random) {
        Dimensions d = box.size();
        int axis = random.nextInt(3);
        int length = new int[] {d.x(), d.y(), d.z()}[axis];
        if (length == 1) {
            return List.of(box);
        }
        int at = 1 + random.nextInt(length - 1);
        int x = axis == 0 ? at : 0;
        int y = axis == 1 ? at : 0;
        int z = axis == 2 ? at : 0;
        Dimensions near = new Dimensions(axis == 0 ? at : d.x(), axis == 1 ? at : d.y(), axis == 2 ? at : d.z());
        Dimensions far = new Dimensions(d.x() - x, d.y() - y, d.z() - z);
        return List.of(
                new Region(box.x(), box.y(), box.z(), near), new Region(box.x() + x, box.y() + y, box.z() + z, far));
    }

    /** All boxes of a size, cut off at the far edges, x fastest. */
    public static List<Region> tiles(Dimensions array, int sx, int sy, int sz) {
        List<Region> tiles = new ArrayList<>();
        for (int z = 0; z < array.z(); z += sz) {
            for (int y = 0; y < array.y(); y += sy) {
                for (int x = 0; x < array.x(); x += sx) {
                    Dimensions size = new Dimensions(
                            Math.min(sx, array.x() - x), Math.min(sy, array.y() - y), Math.min(sz, array.z() - z));
                    tiles.add(new Region(x, y, z, size));
                }
            }
        }
        return tiles;
    }

    /** 3 n + 1 for the n-th value of the array, in the type's arithmetic. */
    public static Object values(ArraySpec spec, Dimensions array, Region region, Order order) {
        Dimensions size = region.size();
        int components = spec.components();
        Object values = spec.type().newArray((int) size.count() * components);
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++) {
                    long tuple = ((long) (region.z() + z) * array.y() + region.y() + y) * array.x() + region.x() + x;
                    int at = order == Order.X_FASTEST
                            ? (z * size.y() + y) * size.x() + x
                            : (x * size.y() + y) * size.z() + z;
                    for (int c = 0; c < components; c++) {
                        put(values, at * components + c, 3 * (tuple * components + c) + 1);
                    }
                }
            }
        }
        return values;
    }

    private static void put(Object values, int at, long value) {
        if (values instanceof byte[] array) {
            array[at] = (byte) value;
        } else if (values instanceof short[] array) {
            array[at] = (short) value;
        } else if (values instanceof int[] array) {
            array[at] = (int) value;
        } else if (values instanceof long[] array) {
            array[at] = value;
        } else if (values instanceof float[] array) {
            array[at] = value;
        } else {
            ((double[]) values)[at] = value;
        }
    }

    /** The same values in a buffer of some kind, with something before and behind them. */
    public static ByteBuffer buffer(ScalarType type, Object values, Random random) {
        ByteBuffer bytes = type.toBytes(values);
        int capacity = bytes.capacity() + 16;
        ByteBuffer buffer = random.nextBoolean() ? ByteBuffer.allocate(capacity) : ByteBuffer.allocateDirect(capacity);
        buffer.order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .position(8);
        for (int i = 0; i < bytes.capacity(); i += type.size()) {
            for (int b = 0; b < type.size(); b++) {
                boolean isBig = buffer.order() == ByteOrder.BIG_ENDIAN;
                buffer.put(bytes.get(i + (isBig ? type.size() - 1 - b : b)));
            }
        }
        return buffer.position(8);
    }
}
