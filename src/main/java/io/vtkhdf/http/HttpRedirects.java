package io.vtkhdf.http;

/** Where a server may send those who ask for a file. Never from {@code https} to {@code http}. */
public enum HttpRedirects {
    /** Nowhere. */
    NONE,
    /** To another address of the same host. */
    SAME_HOST,
    /** To any host, which gets none of the headers that were given for the first one. */
    ANY
}
