package io.vtkhdf.plan;

import io.vtkhdf.format.FillValue;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.Region;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import io.vtkhdf.write.WritePlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A slab of slices as an image of its own. */
final class PartImage implements PartFile {

    private static final int PIECE = 1 << 20;

    private final int first;
    private final boolean isLonger;
    private final ImageDataWriter writer;
    private final List<ArrayWriter> arrays = new ArrayList<>();

    private PartImage(int first, boolean isLonger, ImageDataWriter writer) {
        this.first = first;
        this.isLonger = isLonger;
        this.writer = writer;
    }

    static PartImage create(PlannedImage image, int slab, Path file, WriteOptions options) throws IOException {
        PartsFolder folder = new PartsFolder(image);
        ImageDataWriter writer = new WritePlan(file, options)
                .create(new ImageSpec(folder.geometry(slab), image.specs(), List.of(), List.of()));
        PartImage part = new PartImage(image.slab(slab).first(), folder.isLonger(slab), writer);
        for (ArraySpec spec : image.specs()) {
            part.arrays.add(writer.array(spec.association(), spec.name()));
        }
        return part;
    }

    @Override
    public void begin(int step) {
        // There is but one.
    }

    @Override
    public ArrayWriter array(int step, int array) {
        return arrays.get(array);
    }

    @Override
    public int firstSlice() {
        return first;
    }

    @Override
    public void finish() throws IOException {
        for (ArrayWriter array : arrays) {
            if (isLonger && array.spec().association() == Association.POINT) {
                fillExtra(array);
            }
        }
        writer.finish();
    }

    /** The slice of points that is the next slab's first one. */
    private static void fillExtra(ArrayWriter array) throws IOException {
        Dimensions all = array.dimensions();
        long row = (long) all.x() * array.spec().tupleSize();
        int rows = (int) Math.max(1, Math.min(all.y(), PIECE / row));
        FillValue fill = new FillValue(array.spec().type());
        for (int y = 0; y < all.y(); y += rows) {
            Dimensions size = new Dimensions(all.x(), Math.min(rows, all.y() - y), 1);
            int bytes = Math.toIntExact(size.count() * array.spec().tupleSize());
            array.write(
                    new Region(0, y, all.z() - 1, size),
                    ByteBuffer.wrap(fill.bytes(bytes)).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    @Override
    public void abort() {
        writer.abort();
    }
}
