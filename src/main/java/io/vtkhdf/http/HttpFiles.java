package io.vtkhdf.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Makes paths of addresses, which are read as files are: by range requests, as few as may be.
 *
 * <pre>{@code
 * Path file = HttpFiles.with(HttpOptions.defaults()).path(URI.create("https://example.org/big.vtkhdf"));
 * try (ImageDataReader reader = ImageDataReader.open(file)) {
 *     double[] slice = reader.pointArray("data").readDoubles(0);
 * }
 * }</pre>
 *
 * <p>A file is what it was when it was first asked for, as its entity tag tells, or else its length and the time of its
 * last change: if it is replaced, reading it is a {@link io.vtkhdf.error.ChangedFileException}, and whoever opens it
 * anew gets the new one. That a file is not there is remembered as well. All files of one object share a cache of 4 MiB
 * and at most eight requests at a time, beside the JDK's client, which is one for all and asks the default
 * {@link java.net.ProxySelector}. There is nothing to be closed but what is opened.
 *
 * <p>Files beside an address, such as the parts that a file names, are asked for with the same headers, and without the
 * query, which is a signature for one file where it is secret. A name never leads to another host. Nothing is ever
 * written: that is a {@link java.nio.file.ReadOnlyFileSystemException}.
 *
 * <p>Thread-safe.
 */
public final class HttpFiles {

    private final HttpSession session;
    private final Map<HttpHost, HttpFileSystem> hosts = new ConcurrentHashMap<>();

    private HttpFiles(HttpSession session) {
        this.session = session;
    }

    public static HttpFiles with(HttpOptions options) {
        return with(() -> options);
    }

    /** @param options is asked once, with the first request */
    public static HttpFiles with(Supplier<HttpOptions> options) {
        return new HttpFiles(new HttpSession(options));
    }

    /**
     * The file of an address. Asks nobody for it. A user and a password in front of the host are sent as HTTP's basic
     * authentication, unless there is a header {@code Authorization}, and never shown; nor is what stands behind
     * {@code ?}.
     *
     * @throws IllegalArgumentException if it is none of {@code http} or {@code https}
     */
    public Path path(URI address) {
        URI ascii = URI.create(address.toASCIIString());
        return hosts.computeIfAbsent(HttpHost.of(ascii), host -> new HttpFileSystem(host, session))
                .path(ascii);
    }
}
