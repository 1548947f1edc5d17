package io.vtkhdf.cli.view;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Region;
import io.vtkhdf.plane.ArrayValues;
import io.vtkhdf.plane.SlicePlane;
import io.vtkhdf.runtime.MemoryBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads planes, and keeps those that were last asked for, so that another colour or the value at a place costs no
 * reading. One that takes more than a quarter of what is kept is read again each time. Thread-safe.
 */
final class Planes {

    /** What is done with a plane. */
    interface Use<T> {
        T of(SlicePlane plane) throws IOException;
    }

    private record Key(int state, int step, ArraySpec array, Axis axis, int index) {}

    private final long most = MemoryBudget.PLANES.bytes();
    private final Map<Key, KeptPlane> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptBytes;

    <T> T use(OpenedImage opened, ArraySpec array, Axis axis, int index, Use<T> use) throws IOException {
        Dimensions all = dimensions(opened, array);
        requireInside(index, all, axis);
        if (bytes(array, all, axis) > most / 4) {
            return opened.read(() -> {
                try (ArrayValues values = ArrayValues.of(opened.image(), array)) {
                    return use.of(new SlicePlane(values, axis, index));
                }
            });
        }
        return use.of(new SlicePlane(keep(opened, array, axis, index), axis, index));
    }

    /** The values at a place: out of a plane that is kept, or read. */
    TupleText tuple(OpenedImage opened, ArraySpec array, int... place) throws IOException {
        Dimensions all = dimensions(opened, array);
        for (Axis axis : Axis.values()) {
            requireInside(place[axis.ordinal()], all, axis);
        }
        for (Axis axis : Axis.values()) {
            KeptPlane plane = find(new Key(opened.state(), opened.step(), array, axis, place[axis.ordinal()]));
            if (plane != null) {
                return plane.tuple(place);
            }
        }
        if (!opened.isRandom() && bytes(array, all, Axis.Z) <= most / 4) {
            return keep(opened, array, Axis.Z, place[Axis.Z.ordinal()]).tuple(place);
        }
        ByteBuffer bytes = ByteBuffer.allocate(array.tupleSize()).order(ByteOrder.LITTLE_ENDIAN);
        opened.read(() -> {
            try (ArrayValues values = ArrayValues.of(opened.image(), array)) {
                values.read(new Region(place[0], place[1], place[2], new Dimensions(1, 1, 1)), bytes);
            }
            return bytes;
        });
        return TupleText.of(array, bytes.flip());
    }

    private KeptPlane keep(OpenedImage opened, ArraySpec array, Axis axis, int index) throws IOException {
        Key key = new Key(opened.state(), opened.step(), array, axis, index);
        KeptPlane found = find(key);
        if (found != null) {
            return found;
        }
        KeptPlane plane = opened.read(() -> {
            try (ArrayValues values = ArrayValues.of(opened.image(), array)) {
                return KeptPlane.read(new SlicePlane(values, axis, index));
            }
        });
        put(key, plane);
        return plane;
    }

    private synchronized KeptPlane find(Key key) {
        return kept.get(key);
    }

    private synchronized void put(Key key, KeptPlane plane) {
        KeptPlane before = kept.put(key, plane);
        keptBytes += plane.size() - (before == null ? 0 : before.size());
        Iterator<KeptPlane> oldest = kept.values().iterator();
        while (keptBytes > most) {
            keptBytes -= oldest.next().size();
            oldest.remove();
        }
    }

    private static Dimensions dimensions(OpenedImage opened, ArraySpec array) {
        return opened.image().geometry().dimensions(array.association());
    }

    private static double bytes(ArraySpec array, Dimensions all, Axis axis) {
        return (double) all.x() * all.y() * all.z() / all.along(axis) * array.tupleSize();
    }

    private static void requireInside(int index, Dimensions all, Axis axis) {
        if (index < 0 || index >= all.along(axis)) {
            throw new IllegalArgumentException(
                    "found index " + index + " along " + axis + ", expected 0 to " + (all.along(axis) - 1));
        }
    }
}
