package io.vtkhdf.plan;

import io.vtkhdf.image.ArraySpec;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A slab as an image of its own, which only this attempt writes. */
final class PartTarget implements SlabTarget {

    private final Path file;
    private final int first;
    private final ImageDataWriter writer;
    private final List<ArrayWriter> arrays;

    private PartTarget(Path file, int first, ImageDataWriter writer, List<ArrayWriter> arrays) {
        this.file = file;
        this.first = first;
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
            throw image.wrong(
                    slab,
                    "found no parts of this plan at " + image.folder()
                            + ", expected some: it was finished, abandoned or replaced");
        }
        WriteOptions own = WriteOptions.defaults()
                .withStorage(image.storage())
                .withThreads(options.threads())
                .withMemory(options.memory())
                .withDeflateEngine(options.deflateEngine())
                .withCommits(Commits.onDemand())
                .withKeepExtent(true)
                .withDurable(true)
                .withFillMissing(folder.isLonger(slab));
        Path file = folder.attempt(slab);
        ImageDataWriter writer = new WritePlan(file, own)
                .create(new ImageSpec(folder.geometry(slab), image.specs(), List.of(), List.of()));
        List<ArrayWriter> arrays = new ArrayList<>();
        for (ArraySpec spec : image.specs()) {
            arrays.add(writer.array(spec.association(), spec.name()));
        }
        return new PartTarget(file, image.slab(slab).first(), writer, arrays);
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

    @Override
    public Place finish() throws IOException {
        writer.finish();
        return new Place(file.getFileName().toString(), Files.size(file));
    }

    @Override
    public void close() throws IOException {
        writer.abort();
        Files.deleteIfExists(ImageDataWriter.partOf(file));
    }
}
