package io.vtkhdf.http;

import java.net.http.HttpClient;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** What all requests for some files share. */
final class HttpSession {

    private static final int MOST_REQUESTS = 8;

    /** Its threads and connections end when they have been idle for a while. */
    private static final class Client {
        static final HttpClient SHARED = builder().build();
    }

    private final Supplier<HttpOptions> given;
    private final BlockCache blocks = new BlockCache();
    private final Semaphore permits = new Semaphore(MOST_REQUESTS);

    /** Null until they are asked for. */
    private HttpOptions options;

    private HttpClient client;

    /** @param options is asked once */
    HttpSession(Supplier<HttpOptions> options) {
        this.given = options;
    }

    synchronized HttpClient client() {
        if (client == null) {
            client = options().sslContext().map(HttpSession::trusting).orElse(Client.SHARED);
        }
        return client;
    }

    synchronized HttpOptions options() {
        if (options == null) {
            options = given.get();
        }
        return options;
    }

    private static HttpClient trusting(SSLContext context) {
        return builder().sslContext(context).build();
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1);
    }

    BlockCache blocks() {
        return blocks;
    }

    /** One for each request under way. */
    Semaphore permits() {
        return permits;
    }
}
