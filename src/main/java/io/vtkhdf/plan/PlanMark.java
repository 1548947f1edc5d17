package io.vtkhdf.plan;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.format.UnfinishedMarks;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * How a file tells of which plan it is, from when it is begun until it has its name. A <em>waiting tree</em> with the
 * plan's id stands where the finished file will end: the superblock leads to it until all is there. Then it stands
 * behind the end, and is cut off when the file has its name. So a file that a killed run has left is known, however far
 * it is, and a finished one has nothing of it.
 */
final class PlanMark {

    /** Longer than any waiting tree: an image without arrays. */
    private static final int LONGEST = 1 << 16;

    private PlanMark() {}

    /** Commits the waiting tree at the end of a file. */
    static void commit(Hdf5Writer file, PlannedImage image) throws IOException {
        ImageTree waiting = new ImageTree(image.geometry());
        waiting.open(Optional.empty());
        waiting.setPlan(image.id());
        file.commit(waiting.root());
    }

    /** The plan whose file is waiting; empty if there is none, or it waits for none. */
    static Optional<String> waiting(Path file) throws IOException {
        try (Hdf5Reader reader = Hdf5Reader.open(ByteSource.of(file))) {
            return UnfinishedMarks.planOf(reader);
        } catch (FileContentException | NoSuchFileException e) {
            return Optional.empty();
        } finally {
            OutputFile.channelClosed(file);
        }
    }

    /** Whether a file is there and of a plan, be it waiting or complete. */
    static boolean isOf(String id, Path file) throws IOException {
        try (ByteSource source = ByteSource.of(file)) {
            return isOf(id, source);
        } catch (NoSuchFileException e) {
            return false;
        } finally {
            OutputFile.channelClosed(file);
        }
    }

    static boolean isOf(String id, ByteSource source) throws IOException {
        try {
            Hdf5Reader reader = Hdf5Reader.open(source);
            Optional<String> waiting = UnfinishedMarks.planOf(reader);
            return waiting.isPresent() ? waiting.get().equals(id) : isBehind(id, reader.end(), source);
        } catch (FileContentException e) {
            return false;
        }
    }

    private static boolean isBehind(String id, long end, ByteSource source) throws IOException {
        ByteBuffer tail = ByteBuffer.allocate((int) Math.min(LONGEST, source.length() - end));
        source.read(end, tail);
        return new String(tail.array(), StandardCharsets.ISO_8859_1).contains(id);
    }

    /** Cuts off what a run that was killed has left behind the end of a plan's complete file. */
    static void cut(String id, Path file) throws IOException {
        if (Files.isRegularFile(file)
                && isOf(id, file)
                && waiting(file).isEmpty()
                && !OutputFile.isBeingWritten(file)) {
            long end;
            try (Hdf5Reader reader = Hdf5Reader.open(ByteSource.of(file))) {
                end = reader.end();
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(end);
            } finally {
                OutputFile.channelClosed(file);
            }
        }
    }
}
