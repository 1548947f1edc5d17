package io.vtkhdf.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Whom requests go to, and as whom.
 *
 * @param root {@code http://host:port}, without a port that is the scheme's own
 * @param credentials what the address had in front of the host, as a value of the header {@code Authorization}
 */
record HttpHost(String root, Optional<String> credentials) {

    /** @throws IllegalArgumentException if it is no address of a file that is read by HTTP */
    static HttpHost of(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException(
                    "found an address of the scheme '" + scheme + "', expected http:// or https://");
        } else if (address.getHost() == null) {
            throw new IllegalArgumentException("found an address without a host, expected " + scheme + "://HOST/FILE");
        }
        return new HttpHost(
                root(address), Optional.ofNullable(address.getUserInfo()).map(HttpHost::basic));
    }

    private static String basic(String user) {
        return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    private static String root(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        String host = address.getHost().toLowerCase(Locale.ROOT);
        int port = address.getPort();
        return scheme + "://" + host + (port < 0 || port == ownPort(scheme) ? "" : ":" + port);
    }

    private static int ownPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    /** Whether an address is of the same scheme, host and port, or of the same host by https instead of http. */
    static boolean isTrusted(URI from, URI to) {
        return root(from).equals(root(to))
                || isSameHost(from, to)
                        && from.getScheme().equals("http")
                        && to.getScheme().equals("https");
    }

    static boolean isSameHost(URI from, URI to) {
        return from.getHost().equalsIgnoreCase(to.getHost());
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return root;
    }
}
