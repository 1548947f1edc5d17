package io.vtkhdf.cli.view;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/**
 * Answers the requests of one page, to this machine only, and to nobody who is not let in by {@link Access}.
 *
 * <p>Each answer forbids the page to load anything from elsewhere, others to show it within theirs, and everybody to
 * keep it.
 */
final class ViewServer implements Closeable {

    private static final byte[] THIS_MACHINE = {127, 0, 0, 1};
    private static final int MOST_AT_ONCE = 16;
    private static final String PAGE = "/";

    static {
        // Whoever begins a request and does not go on keeps a thread: so many seconds.
        System.setProperty("sun.net.httpserver.maxReqTime", "20");
        // Small answers go out at once.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** What is there to ask for. */
    interface Handler {
        /** @param path such as {@code /view.js} */
        Reply answer(String path, Parameters parameters);
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Access access;
    private final Handler handler;

    private ViewServer(HttpServer server, Access access, Handler handler) {
        this.server = server;
        this.access = access;
        this.handler = handler;
        this.threads = Executors.newFixedThreadPool(MOST_AT_ONCE, daemons());
    }

    /**
     * @param port 0 for any that is free
     * @throws IOException if the port is not free
     */
    static ViewServer start(int port, Access access, Handler handler) throws IOException {
        ViewServer view = new ViewServer(bound(port), access, handler);
        view.server.setExecutor(view.threads);
        view.server.createContext(PAGE, view::handle);
        view.server.start();
        return view;
    }

    private static HttpServer bound(int port) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(THIS_MACHINE), port), 0);
        } catch (BindException e) {
            throw new IOException(
                    "found port " + port + " in use or not ours, expected a free one; without --port one is chosen", e);
        }
    }

    private static ThreadFactory daemons() {
        return work -> {
            Thread thread = new Thread(work, "vtkhdf-view");
            thread.setDaemon(true);
            return thread;
        };
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Where the page is for whoever has a token. */
    String address(String token) {
        return "http://127.0.0.1:" + port() + "/?token=" + token;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", reply.type());
            headers.set("Cache-Control", "no-store");
            headers.set(
                    "Content-Security-Policy",
                    "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'");
            headers.set("Cross-Origin-Opener-Policy", "same-origin");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("X-Content-Type-Options", "nosniff");
            reply.headers().forEach(headers::set);
            boolean isBare =
                    reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), isBare ? -1 : reply.body().length);
            if (!isBare) {
                exchange.getResponseBody().write(reply.body());
            }
        }
    }

    private Reply reply(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        try {
            Parameters parameters = Parameters.of(exchange.getRequestURI().getRawQuery());
            return access.refusal(asker(exchange.getRequestHeaders(), parameters), PAGE.equals(path))
                    .map(why -> Reply.error(Reply.REFUSED, "vtkhdf: " + why))
                    .orElseGet(() -> exchange.getRequestMethod().equals("GET")
                            ? handler.answer(path, parameters)
                            : Reply.error(
                                    Reply.NOT_THAT_WAY,
                                    "vtkhdf: found " + exchange.getRequestMethod() + ", expected GET"));
        } catch (IllegalArgumentException e) {
            return Reply.error(Reply.WRONG, "vtkhdf: " + e.getMessage());
        }
    }

    private static Access.Asker asker(Headers headers, Parameters parameters) {
        return new Access.Asker(
                headers.getFirst("Host"),
                headers.getFirst("Origin"),
                headers.getFirst("Sec-Fetch-Site"),
                headers.getFirst("Sec-Fetch-Mode"),
                headers.getFirst("Authorization"),
                parameters.find("token").orElse(null));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
