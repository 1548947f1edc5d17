package io.vtkhdf.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the files of a folder, by ranges, and whatever else a test makes of some of them; counts requests and bytes.
 */
public final class TestServer implements AutoCloseable {

    /** What is answered instead of a file. */
    public interface Answer {

        /** @param file the bytes of the file that is there */
        void to(HttpExchange request, byte[] file) throws IOException;
    }

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    static { // Or else each answer waits for 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Path folder;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "test server");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong bytes = new AtomicLong();

    public TestServer(Path folder) {
        this.folder = folder;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI address(String name) {
        return URI.create("http://localhost:" + port() + "/" + name);
    }

    /** From now on, for what {@code path} such as {@code /a.vtkhdf} stands for. */
    public void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** Each as {@code PATH RANGE}, since the last call. */
    public List<String> takeRequests() {
        List<String> taken = List.copyOf(requests);
        requests.clear();
        return taken;
    }

    /** The bytes of bodies that were sent, since the last call. */
    public long takeBytes() {
        return bytes.getAndSet(0);
    }

    private void handle(HttpExchange request) throws IOException {
        try (request) {
            String path = request.getRequestURI().getPath();
            requests.add(path + " " + request.getRequestHeaders().getFirst("Range"));
            Path file = folder.resolve(path.substring(1));
            byte[] content = Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
            Answer answer = answers.get(path);
            if (answer != null) {
                answer.to(request, content);
            } else if (content == null) {
                request.sendResponseHeaders(404, -1);
            } else {
                tag(request, file);
                range(request, content);
            }
        }
    }

    private static void tag(HttpExchange request, Path file) throws IOException {
        request.getResponseHeaders()
                .set(
                        "Last-Modified",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                Files.getLastModifiedTime(file).toInstant().atOffset(ZoneOffset.UTC)));
    }

    /** The range that is asked for, of bytes whose tag is made of them. */
    public void range(HttpExchange request, byte[] content) throws IOException {
        String tag = '"' + Integer.toHexString(Arrays.hashCode(content)) + '"';
        List<String> wanted = request.getRequestHeaders().getOrDefault("If-Match", Collections.emptyList());
        if (!wanted.isEmpty() && !wanted.contains(tag)) {
            request.sendResponseHeaders(412, -1);
            return;
        }
        request.getResponseHeaders().set("ETag", tag);
        plainRange(request, content);
    }

    /** The same without any tag. */
    public void plainRange(HttpExchange request, byte[] content) throws IOException {
        Matcher range = RANGE.matcher(request.getRequestHeaders().getFirst("Range"));
        if (!range.matches()) {
            request.sendResponseHeaders(400, -1);
            return;
        }
        boolean isSuffix = range.group(1).isEmpty();
        long first = isSuffix
                ? Math.max(0, content.length - Long.parseLong(range.group(2)))
                : Long.parseLong(range.group(1));
        long last = isSuffix || range.group(2).isEmpty()
                ? content.length - 1
                : Math.min(content.length - 1, Long.parseLong(range.group(2)));
        if (first >= content.length) {
            request.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
            request.sendResponseHeaders(416, -1);
            return;
        }
        request.getResponseHeaders().set("Content-Range", "bytes " + first + "-" + last + "/" + content.length);
        send(request, 206, Arrays.copyOfRange(content, (int) first, (int) last + 1));
    }

    public void send(HttpExchange request, int status, byte[] body) throws IOException {
        bytes.addAndGet(body.length);
        request.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = request.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
