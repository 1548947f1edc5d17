package io.vtkhdf.plan;

import io.vtkhdf.error.FileFailure;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A slab in the one file of all, which is written at its own place, without locks: nobody else writes there but another
 * attempt at the same slab, of which each writes the same.
 */
final class SharedTarget implements SlabTarget {

    private final PlannedImage image;
    private final Path part;
    private final FileChannel channel;
    private final Hdf5Writer file;

    private SharedTarget(PlannedImage image, FileChannel channel) {
        this.image = image;
        this.part = image.part();
        this.channel = channel;
        this.file = Hdf5Writer.resume(
                part,
                channel,
                Hdf5Writer.Durability.CACHED,
                image.form().places().end());
    }

    /** @throws SlabException if the file is not there, or not this plan's */
    static SharedTarget open(PlannedImage image, int slab) throws IOException {
        if (!SharedFile.isWaiting(image)) {
            throw image.wrong(
                    slab,
                    "found no file of this plan at " + image.part()
                            + ", expected one: it was finished, abandoned or replaced");
        }
        // For writing alone: a file system that caches pages then sends what was written, and not what is around it.
        return new SharedTarget(image, FileChannel.open(image.part(), StandardOpenOption.WRITE));
    }

    @Override
    public void write(int array, long place, ByteBuffer bytes) throws IOException {
        file.write(image.address(array) + place, bytes);
    }

    @Override
    public void write(int array, Slab slices, Object values, Order order) {
        // Its bytes are there.
    }

    @Override
    public void write(int array, Region box, Object values, Order order) {
        // Its bytes are there.
    }

    @Override
    public Place finish() throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw FileFailure.ofWriting(part, e);
        }
        close();
        return new Place("", 0);
    }

    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            OutputFile.channelClosed(part);
        }
    }
}
