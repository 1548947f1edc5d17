package io.vtkhdf.plan;

import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A slab as a file of its own, which only this attempt writes. */
final class PartTarget implements SlabTarget {

    private final PlannedImage image;
    private final int slab;
    private final Path file;
    private final PartFile part;

    private PartTarget(PlannedImage image, int slab, Path file, PartFile part) {
        this.image = image;
        this.slab = slab;
        this.file = file;
        this.part = part;
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
        return new PartTarget(
                image,
                slab,
                file,
                image.isSeries()
                        ? PartSeries.create(image, slab, file, own)
                        : PartImage.create(image, slab, file, own));
    }

    @Override
    public SlabValues values(int step, int array) {
        return new SlabValues() {
            @Override
            public void begin() throws IOException {
                part.begin(step);
            }

            @Override
            public void write(long place, ByteBuffer bytes) {
                bytes.position(bytes.limit()); // The values follow, as they were given.
            }

            @Override
            public void write(Slab slices, Object values, Order order) throws IOException {
                Slab own = new Slab(slices.first() - part.firstSlice(), slices.count());
                part.array(step, array).write(own, looked(values), order);
            }

            @Override
            public void write(Region box, Object values, Order order) throws IOException {
                Region own = new Region(box.x(), box.y(), box.z() - part.firstSlice(), box.size());
                part.array(step, array).write(own, looked(values), order);
            }
        };
    }

    private static Object looked(Object values) {
        return values instanceof ByteBuffer buffer ? buffer.duplicate().order(buffer.order()) : values;
    }

    @Override
    public Place finish() throws IOException {
        PartsFolder folder = new PartsFolder(image);
        try {
            part.finish();
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
        part.abort();
        Files.deleteIfExists(ImageDataWriter.partOf(file));
    }
}
