package io.vtkhdf.http;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.bytes.SourceFileSystem;
import io.vtkhdf.file.UnlinkedFileSystem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files of one host, of which all that is known is kept. Thread-safe. */
final class HttpFileSystem extends FileSystem implements SourceFileSystem, UnlinkedFileSystem {

    private final HttpHost host;
    private final HttpSession session;
    private final HttpProvider provider = new HttpProvider();
    private final Map<HttpPath, RemoteFile> files = new ConcurrentHashMap<>();

    HttpFileSystem(HttpHost host, HttpSession session) {
        this.host = host;
        this.session = session;
    }

    HttpHost host() {
        return host;
    }

    /** The file of an address of this host. */
    Path path(URI address) {
        String path = Optional.ofNullable(address.getRawPath()).orElse("");
        List<String> steps = new ArrayList<>(List.of(path.split("/")));
        if (!steps.isEmpty()) {
            steps.remove(0); // In front of the first slash.
        }
        HttpPath plain = (HttpPath) new HttpPath(this, true, steps, Optional.empty()).normalize();
        return plain.withQuery(Optional.ofNullable(address.getRawQuery()));
    }

    /** What is known of a file; asked for if that is nothing yet, or the file has been found to have changed. */
    RemoteFile known(Path path) throws IOException {
        HttpPath real = (HttpPath) path.toRealPath();
        RemoteFile file = files.compute(
                real,
                (key, known) -> known == null || known.isChanged()
                        ? new RemoteFile(key.toUri(), key.toString(), host, session)
                        : known);
        Probe.connect(file);
        return file;
    }

    @Override
    public ByteSource open(Path file) throws IOException {
        return new HttpSource(known(file));
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    /** A name as files have it, not as addresses do: {@code %} is a letter like others. */
    @Override
    public Path getPath(String first, String... more) {
        String name = more.length == 0 ? first : first + "/" + String.join("/", more);
        return new HttpPath(this, name.startsWith("/"), HttpNames.encoded(name), Optional.empty());
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return true;
    }

    @Override
    public String getSeparator() {
        return "/";
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(getPath("/"));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return Collections.emptyList();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return Set.of("basic");
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String toString() {
        return host.toString();
    }
}
