package io.vtkhdf.write.store;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;

/**
 * One z slice, x-fastest, of values that stand in C order: of an array indexed [x][y][z][component]. It is turned part
 * by part when it is needed, in blocks of rows that fit the processor's cache, and never stands in memory as a whole.
 */
final class TransposedSlice implements Values {

    private static final int BLOCK_ROWS = 32;

    private final GivenValues given;
    private final int components;
    private final int columns;
    private final int rows;
    private final int slices;
    private final int slice;

    /**
     * @param size the number of tuples along each axis of {@code given}
     * @param slice which of its z slices this is
     */
    TransposedSlice(GivenValues given, Dimensions size, int components, int slice) {
        this.given = given;
        this.components = components;
        this.columns = size.x();
        this.rows = size.y();
        this.slices = size.z();
        this.slice = slice;
    }

    @Override
    public ScalarType type() {
        return given.type();
    }

    @Override
    public int length() {
        return rowLength() * rows;
    }

    private int rowLength() {
        return columns * components;
    }

    @Override
    public void get(int first, int count, ByteBuffer target) {
        int end = first + count;
        for (int next = first; next < end; ) {
            int row = next / rowLength();
            int offset = next % rowLength();
            int wholeRows = (end - next) / rowLength();
            int taken;
            if (offset == 0 && wholeRows > 0) {
                int block = Math.min(wholeRows, BLOCK_ROWS);
                getRows(row, block, target);
                taken = block * rowLength();
            } else {
                taken = Math.min(rowLength() - offset, end - next);
                getPart(row, offset, taken, target);
            }
            target.position(target.position() + taken * type().size());
            next += taken;
        }
    }

    /** Neighbours along y are close to each other in the source, and a row apart in the target. */
    private void getRows(int row, int count, ByteBuffer target) {
        int size = type().size();
        for (int column = 0; column < columns; column++) {
            for (int component = 0; component < components; component++) {
                int to = target.position() + (column * components + component) * size;
                given.gather(index(column, row, component), slices * components, count, target, to, rowLength() * size);
            }
        }
    }

    private void getPart(int row, int offset, int count, ByteBuffer target) {
        int size = type().size();
        if (offset % components == 0 && count % components == 0) {
            getTuples(row, offset / components, count / components, target);
            return;
        }
        for (int i = 0; i < count; i++) {
            int column = (offset + i) / components;
            int component = (offset + i) % components;
            given.gather(index(column, row, component), 0, 1, target, target.position() + i * size, 0);
        }
    }

    private void getTuples(int row, int column, int count, ByteBuffer target) {
        int size = type().size();
        int stride = rows * slices * components;
        for (int component = 0; component < components; component++) {
            int to = target.position() + component * size;
            given.gather(index(column, row, component), stride, count, target, to, components * size);
        }
    }

    private int index(int column, int row, int component) {
        return ((column * rows + row) * slices + slice) * components + component;
    }
}
