package io.vtkhdf.plane;

import io.vtkhdf.image.ScalarType;
import io.vtkhdf.runtime.MemoryBudget;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.DoubleConsumer;

/** The rows of a plane one after the other, upwards or downwards, read in strips that do not grow with the plane. */
public final class PlaneRows {

    /** Receives rows. */
    public interface Visitor {

        /** @param values of the row, in an array of the type's carrier that is the visitor's own */
        void row(int row, Object values) throws IOException;
    }

    private final Plane plane;
    private final boolean isUpwards;
    private final int stripRows;
    private final ByteBuffer strip;
    private int first;
    private int end;
    private int next;

    /**
     * @param isUpwards from row 0 on, which formats other than VTKHDF are read in once; otherwise from the last one on
     * @throws UnsupportedOperationException if a row takes 2^31 bytes or more
     */
    PlaneRows(Plane plane, boolean isUpwards) throws IOException {
        long rowBytes = plane.rowBytes();
        if (rowBytes > Integer.MAX_VALUE) {
            throw new UnsupportedOperationException("array '" + plane.spec().name() + "': found a row of " + rowBytes
                    + " bytes, expected fewer than 2^31");
        }
        this.plane = plane;
        this.isUpwards = isUpwards;
        this.stripRows = stripRows();
        this.strip = ByteBuffer.allocate((int) (stripRows * rowBytes)).order(ByteOrder.LITTLE_ENDIAN);
        this.next = isUpwards ? 0 : plane.height() - 1;
    }

    /** Visits all rows from row 0 on. */
    public static void forEach(Plane plane, Visitor visitor) throws IOException {
        PlaneRows rows = new PlaneRows(plane, true);
        for (int row = 0; row < plane.height(); row++) {
            visitor.row(row, rows.next());
        }
    }

    /** Visits all values from row 0 on, those of all components. */
    static void forEachValue(Plane plane, DoubleConsumer visitor) throws IOException {
        ScalarType type = plane.spec().type();
        int width = plane.width() * plane.spec().components();
        forEach(plane, (row, values) -> {
            for (int x = 0; x < width; x++) {
                visitor.accept(type.doubleAt(values, x));
            }
        });
    }

    /** Writes the bytes of all rows, little-endian, from row 0 on. */
    public static void copy(Plane plane, OutputStream out) throws IOException {
        PlaneRows rows = new PlaneRows(plane, true);
        byte[] bytes = new byte[(int) plane.rowBytes()];
        for (int row = 0; row < plane.height(); row++) {
            rows.nextBytes().get(bytes);
            out.write(bytes);
        }
    }

    /** As many as fit, but whole chunks if they do: a chunk is decoded anew for each strip that has a part in it. */
    private int stripRows() throws IOException {
        long most = Math.min(MemoryBudget.PICTURE.bytes(), Integer.MAX_VALUE);
        int fitting = (int) Math.max(1, Math.min(most / Math.max(plane.rowCost(), 1), plane.height()));
        int chunk = plane.rowsTogether();
        return fitting < chunk ? fitting : fitting / chunk * chunk;
    }

    /** The values of the next row, in an array of the type's carrier. */
    Object next() throws IOException {
        return plane.spec().type().toArray(nextBytes());
    }

    private ByteBuffer nextBytes() throws IOException {
        if (next < first || next >= end) {
            first = next / stripRows * stripRows;
            end = Math.min(first + stripRows, plane.height());
            plane.readRows(first, end - first, strip.clear());
        }
        int rowBytes = (int) plane.rowBytes();
        ByteBuffer row = strip.slice((next - first) * rowBytes, rowBytes).order(ByteOrder.LITTLE_ENDIAN);
        next += isUpwards ? 1 : -1;
        return row;
    }
}
