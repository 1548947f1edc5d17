package io.vtkhdf.plan;

import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.error.FileFailure;
import io.vtkhdf.file.FileState;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.Slab;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A slab in the one file of all, which is written at its own place, without locks: nobody else writes there but another
 * attempt at the same slab, of which each writes the same.
 */
final class SharedTarget implements SlabTarget {

    private final PlannedImage image;
    private final int slab;
    private final Path part;
    private final FileState state;
    private final FileChannel channel;
    private final Hdf5Writer file;

    private SharedTarget(PlannedImage image, int slab, FileState state, FileChannel channel) {
        this.image = image;
        this.slab = slab;
        this.part = image.part();
        this.state = state;
        this.channel = channel;
        this.file = Hdf5Writer.resume(
                part,
                channel,
                Hdf5Writer.Durability.CACHED,
                image.form().places().end());
    }

    /** @throws SlabException if the file is not there, or not this plan's */
    static SharedTarget open(PlannedImage image, int slab) throws IOException {
        try {
            FileState state = FileState.of(image.part());
            // For writing alone: a file system that caches pages then sends what was written, and not what is around.
            FileChannel channel = FileChannel.open(image.part(), StandardOpenOption.WRITE);
            SharedTarget target = new SharedTarget(image, slab, state, channel);
            try {
                target.requireThere();
                return target;
            } catch (IOException | RuntimeException | Error e) {
                target.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw image.gone(slab);
        }
    }

    /** Whether what is written goes to the file that has the name, and that is this plan's. */
    private void requireThere() throws IOException {
        try {
            if (!SharedFile.isWaiting(image)) {
                throw image.gone(slab);
            }
            state.requireSameFile();
        } catch (ChangedFileException e) {
            SlabException gone = image.gone(slab);
            gone.initCause(e);
            throw gone;
        }
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
        requireThere();
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
