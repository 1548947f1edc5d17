package io.vtkhdf.plan;

import io.vtkhdf.format.FillValue;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import io.vtkhdf.write.WritePlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A slab as an image of its own, which only this attempt writes. */
final class PartTarget implements SlabTarget {

    private static final int PIECE = 1 << 20;

    private final PlannedImage image;
    private final int slab;
    private final Path file;
    private final int first;
    private final ImageDataWriter writer;
    private final List<ArrayWriter> arrays;

    private PartTarget(PlannedImage image, int slab, Path file, ImageDataWriter writer, List<ArrayWriter> arrays) {
        this.image = image;
        this.slab = slab;
        this.file = file;
        this.first = image.slab(slab).first();
        this.writer = writer;
        this.arrays = arrays;
    }

    /**
     * @param options of which threads, memory and engine count
     * @throws SlabException if the plan's folder is not there
     */
    static PartTarget open(PlannedImage image, int slab, WriteOptions options) throws IOException {
        PartsFolder folder = new PartsFolder(image);
        if (!folder.isThere()) {
            throw image.gone(slab);
        }
        WriteOptions own = WriteOptions.defaults()
                .withStorage(image.storage())
                .withThreads(options.threads())
                .withMemory(options.memory())
                .withDeflateEngine(options.deflateEngine())
                .withCommits(Commits.onDemand())
                .withKeepExtent(true)
                .withDurable(true);
        Path file = folder.attempt(slab);
        ImageDataWriter writer = new WritePlan(file, own)
                .create(new ImageSpec(folder.geometry(slab), image.specs(), List.of(), List.of()));
        List<ArrayWriter> arrays = new ArrayList<>();
        for (ArraySpec spec : image.specs()) {
            arrays.add(writer.array(spec.association(), spec.name()));
        }
        return new PartTarget(image, slab, file, writer, arrays);
    }

    @Override
    public void write(int array, long place, ByteBuffer bytes) {
        bytes.position(bytes.limit()); // The values follow, as they were given.
    }

    @Override
    public void write(int array, Slab slices, Object values, Order order) throws IOException {
        arrays.get(array).write(new Slab(slices.first() - first, slices.count()), looked(values), order);
    }

    @Override
    public void write(int array, Region box, Object values, Order order) throws IOException {
        Region own = new Region(box.x(), box.y(), box.z() - first, box.size());
        arrays.get(array).write(own, looked(values), order);
    }

    private static Object looked(Object values) {
        return values instanceof ByteBuffer buffer ? buffer.duplicate().order(buffer.order()) : values;
    }

    /** The slice of points that is the next slab's first one. */
    private void fillExtra(ArrayWriter array) throws IOException {
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
    public Place finish() throws IOException {
        PartsFolder folder = new PartsFolder(image);
        try {
            for (ArrayWriter array : arrays) {
                if (folder.isLonger(slab) && array.spec().association() == Association.POINT) {
                    fillExtra(array);
                }
            }
            writer.finish();
        } catch (IOException e) {
            if (!folder.isThere()) {
                throw goneAs(e);
            }
            throw e;
        }
        if (!folder.isThere()) {
            Files.deleteIfExists(file);
            throw image.gone(slab);
        }
        return new Place(file.getFileName().toString(), Files.size(file));
    }

    private SlabException goneAs(IOException reason) {
        SlabException gone = image.gone(slab);
        gone.initCause(reason);
        return gone;
    }

    @Override
    public void close() throws IOException {
        writer.abort();
        Files.deleteIfExists(ImageDataWriter.partOf(file));
    }
}
