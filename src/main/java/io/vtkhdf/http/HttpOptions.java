package io.vtkhdf.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;

/** How files are asked for. Immutable. */
public final class HttpOptions {

    private static final HttpOptions DEFAULTS =
            new HttpOptions(Map.of(), Duration.ofSeconds(30), 4, HttpRedirects.SAME_HOST, Optional.empty());

    private static final Duration LONGEST_LIMIT = Duration.ofDays(1);

    /** Those that requests are made of. */
    private static final Set<String> OWN = Set.of("range", "if-match", "if-range", "accept-encoding");

    private final Map<String, String> headers;
    private final Duration timeLimit;
    private final int attempts;
    private final HttpRedirects redirects;
    private final Optional<SSLContext> sslContext;

    private HttpOptions(
            Map<String, String> headers,
            Duration timeLimit,
            int attempts,
            HttpRedirects redirects,
            Optional<SSLContext> sslContext) {
        this.headers = headers;
        this.timeLimit = timeLimit;
        this.attempts = attempts;
        this.redirects = redirects;
        this.sslContext = sslContext;
    }

    /** No headers, 30 seconds, 4 attempts, redirects to the same host. */
    public static HttpOptions defaults() {
        return DEFAULTS;
    }

    /**
     * With a header in each request, such as {@code Authorization}; another one of the same name is replaced. Its value
     * is a secret: it appears in no message, and goes to no other host.
     *
     * @throws IllegalArgumentException if there is no such header, or the value has a line break, or the library sets
     *     it itself
     */
    public HttpOptions withHeader(String name, String value) {
        try {
            HttpRequest.newBuilder(URI.create("http://localhost/")).header(name, value);
        } catch (IllegalArgumentException e) { // Whose message may have the value in it.
            throw notAllowed();
        }
        if (OWN.contains(name.toLowerCase(Locale.ROOT))) {
            throw notAllowed();
        }
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(headers);
        all.put(name, value);
        return new HttpOptions(Collections.unmodifiableMap(all), timeLimit, attempts, redirects, sslContext);
    }

    private static IllegalArgumentException notAllowed() {
        return new IllegalArgumentException("found a header that cannot be set, expected one such as"
                + " 'Authorization: Bearer …', in one line, and none that says which bytes are wanted");
    }

    /**
     * With another time for which a server may be silent before the attempt counts as failed. As a whole an attempt may
     * take four times as long, and a second for each 4 KiB that it asks for.
     *
     * @throws IllegalArgumentException if it is not positive, or more than a day
     */
    public HttpOptions withTimeLimit(Duration limit) {
        if (limit.isNegative() || limit.isZero() || limit.compareTo(LONGEST_LIMIT) > 0) {
            throw new IllegalArgumentException(
                    "found a time limit of " + limit + ", expected more than none and at most a day");
        }
        return new HttpOptions(headers, limit, attempts, redirects, sslContext);
    }

    /**
     * With so many attempts where a server is busy, silent, or the connection is lost.
     *
     * @throws IllegalArgumentException if there is none
     */
    public HttpOptions withAttempts(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("found " + most + " attempts, expected at least one");
        }
        return new HttpOptions(headers, timeLimit, most, redirects, sslContext);
    }

    public HttpOptions withRedirects(HttpRedirects allowed) {
        return new HttpOptions(headers, timeLimit, attempts, Objects.requireNonNull(allowed), sslContext);
    }

    /** With other certificates that are trusted, or one of the reader's own, than Java's default context has. */
    public HttpOptions withSslContext(SSLContext context) {
        return new HttpOptions(headers, timeLimit, attempts, redirects, Optional.of(context));
    }

    Optional<SSLContext> sslContext() {
        return sslContext;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** How long a server may be silent. */
    public Duration timeLimit() {
        return timeLimit;
    }

    public int attempts() {
        return attempts;
    }

    public HttpRedirects redirects() {
        return redirects;
    }

    /** Without the headers' values. */
    @Override
    public String toString() {
        return "headers " + headers.keySet() + ", " + timeLimit + ", " + attempts + " attempts, redirects " + redirects;
    }
}
