package io.vtkhdf.tests.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import org.apache.lucene.tests.mockfile.FilterFileSystemProvider;
import org.apache.lucene.tests.mockfile.LeakFS;

/** The machine's files, on which each operation is told to an {@link IoWatch}, and which tells what was left open. */
final class WatchedFiles extends FilterFileSystemProvider {

    private final LeakFS open;
    private volatile IoWatch watch = IoWatch.NONE;

    WatchedFiles() {
        this(new LeakFS(FileSystems.getDefault()));
    }

    private WatchedFiles(LeakFS open) {
        super("watched", open.getFileSystem(null));
        this.open = open;
    }

    /** The same file, watched. */
    Path path(Path file) {
        return wrapPath(open.wrapPath(file));
    }

    void watchedBy(IoWatch value) {
        watch = value;
    }

    /** @throws RuntimeException naming the first channel that is open, with the place where it was opened */
    void requireAllClosed() {
        open.onClose();
    }

    @Override
    public FileChannel newFileChannel(Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        return watch(
                IoCall.Kind.OPEN,
                file,
                () -> new WatchedChannel(super.newFileChannel(file, options, attributes), file, this));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(file, options, attributes);
    }

    @Override
    public InputStream newInputStream(Path file, OpenOption... options) throws IOException {
        return Channels.newInputStream(newFileChannel(file, Set.of(StandardOpenOption.READ)));
    }

    @Override
    public OutputStream newOutputStream(Path file, OpenOption... options) throws IOException {
        return Channels.newOutputStream(newFileChannel(file, Set.of(options)));
    }

    @Override
    public void delete(Path file) throws IOException {
        watch(IoCall.Kind.DELETE, file, () -> {
            super.delete(file);
            return null;
        });
    }

    @Override
    public boolean deleteIfExists(Path file) throws IOException {
        return watch(IoCall.Kind.DELETE, file, () -> super.deleteIfExists(file));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        watch(IoCall.Kind.MOVE, source, () -> {
            super.move(source, target, options);
            return null;
        });
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        watch(IoCall.Kind.LINK, existing, () -> {
            super.createLink(link, existing);
            return null;
        });
    }

    @Override
    public void checkAccess(Path file, AccessMode... modes) throws IOException {
        watch(IoCall.Kind.ATTRIBUTES, file, () -> {
            super.checkAccess(file, modes);
            return null;
        });
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path file, Class<A> type, LinkOption... options)
            throws IOException {
        return watch(IoCall.Kind.ATTRIBUTES, file, () -> super.readAttributes(file, type, options));
    }

    private <T> T watch(IoCall.Kind kind, Path file, IoWatch.Action<T> action) throws IOException {
        return watch(IoCall.of(kind, file), action);
    }

    <T> T watch(IoCall call, IoWatch.Action<T> action) throws IOException {
        return watch.watch(call, action);
    }
}
