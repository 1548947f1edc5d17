package io.vtkhdf.http;

import java.net.http.HttpClient;
import java.util.concurrent.Semaphore;

/** What all requests for some files share. */
final class HttpSession {

    private static final int MOST_REQUESTS = 8;

    /** Its threads and connections end when they have been idle for a while. */
    private static final class Client {
        static final HttpClient SHARED = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private final HttpOptions options;
    private final BlockCache blocks = new BlockCache();
    private final Semaphore permits = new Semaphore(MOST_REQUESTS);

    HttpSession(HttpOptions options) {
        this.options = options;
    }

    HttpClient client() {
        return Client.SHARED;
    }

    HttpOptions options() {
        return options;
    }

    BlockCache blocks() {
        return blocks;
    }

    /** One for each request under way. */
    Semaphore permits() {
        return permits;
    }
}
