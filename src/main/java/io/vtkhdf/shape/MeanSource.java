package io.vtkhdf.shape;

import io.vtkhdf.copy.SlabLoop;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Means of blocks, of points or of cells: see {@link Reduction#MEAN}. */
final class MeanSource extends WrappedSource {

    private final Association association;
    private final Blocks blocks;
    private final List<SourceNote> notes;
    private final Scratch scratch;

    /** @param isExact whether the means of an array are wanted as they are, and so as Float64 */
    static MeanSource of(
            ImageSource inner, Blocks wanted, Predicate<ArraySpec> isExact, Scratch scratch, String image) {
        boolean hasPoints = inner.arrays().stream().anyMatch(array -> array.association() == Association.POINT);
        boolean hasCells = inner.arrays().stream().anyMatch(array -> array.association() == Association.CELL);
        Association association = hasPoints || !hasCells ? Association.POINT : Association.CELL;
        Dimensions values = inner.geometry().dimensions(association);
        Blocks blocks = wanted.within(values);
        Map<ArraySpec, ArraySpec> arrays = new LinkedHashMap<>();
        List<SourceNote> notes = new ArrayList<>();
        for (ArraySpec array : inner.arrays()) {
            if (array.association() == association) {
                arrays.put(isExact.test(array) ? Alike.ofType(array, ScalarType.FLOAT64) : array, array);
            }
        }
        if (hasPoints && hasCells) {
            notes.add(SourceNote.ofImage(image + ": cell arrays are left out, since blocks of points are no blocks of"
                    + " cells; --array chooses cell arrays alone"));
        }
        List<String> leftOver = blocks.leftOver(values, association == Association.POINT ? "points" : "cells");
        if (!leftOver.isEmpty()) {
            notes.add(
                    SourceNote.ofImage(image + ": left out, since they fill no block: " + String.join(", ", leftOver)));
        }
        return new MeanSource(inner, association, blocks, arrays, notes, scratch);
    }

    private MeanSource(
            ImageSource inner,
            Association association,
            Blocks blocks,
            Map<ArraySpec, ArraySpec> arrays,
            List<SourceNote> notes,
            Scratch scratch) {
        super(inner, geometry(inner.geometry(), association, blocks), arrays);
        this.association = association;
        this.blocks = blocks;
        this.notes = notes;
        this.scratch = scratch;
    }

    private static ImageGeometry geometry(ImageGeometry image, Association association, Blocks blocks) {
        ImageGeometry all = image.zeroBased();
        Dimensions points = all.dimensions();
        if (association == Association.POINT) {
            return blocks.geometry(
                    all,
                    blocks.complete(points),
                    all.positionOf((blocks.x() - 1) / 2.0, (blocks.y() - 1) / 2.0, (blocks.z() - 1) / 2.0));
        }
        Dimensions cells = blocks.complete(points.cells());
        return blocks.geometry(
                all,
                new Dimensions(
                        pointsAround(cells.x(), points.x()),
                        pointsAround(cells.y(), points.y()),
                        pointsAround(cells.z(), points.z())),
                all.origin());
    }

    /** A flat axis stays flat. */
    private static int pointsAround(int cells, int before) {
        return before == 1 ? 1 : cells + 1;
    }

    @Override
    public List<SourceNote> notes() {
        List<SourceNote> all = new ArrayList<>(super.notes());
        all.addAll(notes);
        return all;
    }

    @Override
    public int slabThickness(ArraySpec array) {
        return 1;
    }

    @Override
    public SlabReader open(ArraySpec array) throws IOException {
        Dimensions means = geometry().dimensions(association);
        ArraySpec of = innerOf(array);
        double[] sums = new double[Math.multiplyExact(Math.multiplyExact(means.x(), means.y()), array.components())];
        double[] row = new double[Math.multiplyExact(Math.multiplyExact(means.x(), blocks.x()), array.components())];
        int rowBytes = inner.geometry().dimensions(association).x() * of.tupleSize();
        return new SliceBySlice(
                new SourceSlices(inner, of, 1, scratch),
                means.z(),
                SlabLoop.sliceBytes(this, array),
                (slice, source, target) -> {
                    Arrays.fill(sums, 0);
                    for (int z = slice * blocks.z(); z < (slice + 1) * blocks.z(); z++) {
                        add(source.slice(z), of, rowBytes, means, row, sums);
                    }
                    putMeans(sums, array.type(), target);
                });
    }

    private void add(ByteBuffer slice, ArraySpec array, int rowBytes, Dimensions means, double[] row, double[] sums) {
        int components = array.components();
        for (int y = 0; y < means.y() * blocks.y(); y++) {
            ValueBytes.read(array.type(), slice, y * rowBytes, row, row.length);
            int sum = y / blocks.y() * means.x() * components;
            for (int value = 0; value < row.length; sum += components) {
                for (int x = 0; x < blocks.x(); x++) {
                    for (int c = 0; c < components; c++) {
                        sums[sum + c] += row[value++];
                    }
                }
            }
        }
    }

    private void putMeans(double[] sums, ScalarType type, ByteBuffer target) {
        double count = (double) blocks.x() * blocks.y() * blocks.z();
        for (int i = 0; i < sums.length; i++) {
            double mean = sums[i] / count;
            sums[i] = type.isFloating() ? mean : Math.rint(mean);
        }
        ValueBytes.write(type, sums, sums.length, target);
    }
}
