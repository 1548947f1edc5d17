package io.vtkhdf.http;

import io.vtkhdf.error.ChangedFileException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.FileSystemException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** What is known of the file of an address. Thread-safe. */
final class RemoteFile {

    private static final String AUTHORIZATION = "Authorization";

    private final URI address;
    private final String name;
    private final HttpHost host;
    private final HttpSession session;
    private final Lock asking = new ReentrantLock();

    /** Where redirects have led to. */
    private volatile URI location;
    /** Null before the first answer. */
    private volatile RemoteState state;
    /** Why there is no such file; null if that is not known. */
    private volatile FileSystemException missing;

    private volatile boolean changed;

    /** @param name what errors name it by */
    RemoteFile(URI address, String name, HttpHost host, HttpSession session) {
        this.address = address;
        this.name = name;
        this.host = host;
        this.session = session;
        this.location = address;
    }

    String name() {
        return name;
    }

    /** For the first request: whoever else wants the file waits for its answer. */
    void lock() throws InterruptedIOException {
        try {
            asking.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Batch.interrupted(this);
        }
    }

    void unlock() {
        asking.unlock();
    }

    HttpSession session() {
        return session;
    }

    URI address() {
        return address;
    }

    URI location() {
        return location;
    }

    void located(URI at) {
        location = at;
    }

    Optional<RemoteState> state() {
        return Optional.ofNullable(state);
    }

    long length() {
        return state.length();
    }

    void found(RemoteState first) {
        state = first;
    }

    Optional<FileSystemException> missing() {
        return Optional.ofNullable(missing);
    }

    void missing(FileSystemException reason) {
        missing = reason;
    }

    /** Whether there is another file now at its address. */
    boolean isChanged() {
        return changed;
    }

    ChangedFileException changed(String how) {
        changed = true;
        return new ChangedFileException(name, how);
    }

    /** @throws ChangedFileException if an answer tells of another file */
    void requireSame(RemoteState now) throws ChangedFileException {
        Optional<String> difference = state.difference(now);
        if (difference.isPresent()) {
            throw changed(difference.get());
        }
    }

    /** @param at its address, or where a redirect has led to: what is secret stays with the host that it is for */
    HttpRequest request(URI at, String range) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at).header("Range", range).header("Accept-Encoding", "identity");
        if (state != null) {
            state.strongTag().ifPresent(tag -> request.header("If-Match", tag));
        }
        if (HttpHost.isTrusted(address, at)) {
            session.options().headers().forEach(request::header);
            if (!session.options().headers().containsKey(AUTHORIZATION)) {
                host.credentials().ifPresent(credentials -> request.header(AUTHORIZATION, credentials));
            }
        }
        return request.build();
    }

    BasicFileAttributes attributes() {
        return new RemoteAttributes(state, address);
    }
}
