package io.vtkhdf.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.testing.HangGuard;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no server gives by mistake: an error in a line, soon, or what can be read all the same. */
@HangGuard
class HostileServersTest {

    private static final String PLACE = "Content-Range: bytes ";

    private static HttpOptions options() {
        return HttpOptions.defaults().withAttempts(2).withTimeLimit(Duration.ofMillis(500));
    }

    private static ByteSource open(URI address) throws IOException {
        return ByteSource.of(HttpFiles.with(options()).path(address));
    }

    private static String partial(String range, String more) {
        return "HTTP/1.1 206 Partial Content\r\n" + PLACE + range + more;
    }

    private static String refusal(ScriptedServer server) {
        IOException failure = assertThrows(IOException.class, () -> open(server.address()));
        String message = failure.getMessage();
        assertTrue(message.startsWith(server.address() + ": "), message);
        assertTrue(message.length() < 500, message);
        assertTrue(message.chars().noneMatch(Character::isISOControl), message);
        return message;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content",
                "HTTP/1.1 304 Not Modified",
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x",
                "HTTP/1.1 999 Odd\r\nContent-Length: 0",
                "HTTP/1.1 206 Partial Content\r\nContent-Length: 0",
                "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes -5-3/9\r\nContent-Length: 9",
                "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-9/9223372036854775807\r\nContent-Length: 10",
                "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-9/10\r\nContent-Length: -10",
                "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-9/10\r\nContent-Length: 99999999999999999999",
                "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-9/10\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n",
                "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-9/10\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
                "HTTP/1.1 302 Found\r\nContent-Length: 0",
                "HTTP/1.1 302 Found\r\nLocation: \r\nContent-Length: 0",
                "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0",
                "HTTP/1.1 302 Found\r\nLocation: ftp://127.0.0.1/file.bin\r\nContent-Length: 0",
                "HTTP/1.1 302 Found\r\nLocation: javascript:alert(1)\r\nContent-Length: 0",
                "HTTP/1.1 302 Found\r\nLocation: http:///file.bin\r\nContent-Length: 0",
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:99999/file.bin\r\nContent-Length: 0",
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:0/file.bin\r\nContent-Length: 0",
                "HTTP/1.1 302 Found\r\nLocation: http://a b/\r\nContent-Length: 0",
                "HTTP/1.1 302 Found\r\nLocation: //127.0.0.2/file.bin\r\nContent-Length: 0",
                "HTTP/1.1 302 Found\r\nLocation: file.bin\r\nContent-Length: 0",
                "HTTP/1.1 429 Many\r\nRetry-After: 31536000\r\nContent-Length: 0",
                "HTTP/1.1 429 Many\r\nRetry-After: soon\r\nContent-Length: 0",
                "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0",
                "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5",
                "HTTP/1.1 \u001b[31m",
                "SSH-2.0-OpenSSH",
                "HTTP/1.1 206 Par",
                "",
            })
    void whatIsNoAnswerIsToldInALine(String head) {
        try (ScriptedServer server = ScriptedServer.of(head, "some")) {
            refusal(server);
        }
    }

    @Test
    void whatAServerSaysIsShownInPart() {
        String much = "x".repeat(100_000);
        try (ScriptedServer server = ScriptedServer.of(partial(much, "\r\nContent-Length: 1"), "x")) {
            assertTrue(refusal(server).contains("…"));
        }
        try (ScriptedServer server =
                ScriptedServer.of("HTTP/1.1 302 Found\r\nLocation: http://" + much + "/\r\nContent-Length: 0", "")) {
            refusal(server);
        }
    }

    @Test
    void aServerThatSaysNothingMoreIsGivenUp() {
        CountDownLatch end = new CountDownLatch(1);
        for (String text :
                new String[] {"", "HTTP/1.1 206 Partial Content\r\nETag: ", partial("0-9/10", "\r\n\r\n12")}) {
            try (ScriptedServer server = new ScriptedServer((request, out) -> {
                ScriptedServer.write(out, text);
                end.await();
            })) {
                assertTrue(refusal(server).endsWith("found no answer for 500 ms, 2 times"));
            }
        }
        end.countDown();
    }

    @Test
    void aServerThatNeverEndsIsGivenUp() {
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            ScriptedServer.write(out, "HTTP/1.1 206 Partial Content\r\n");
            while (true) {
                ScriptedServer.write(out, "X: y\r\n");
                Thread.sleep(1);
            }
        })) {
            refusal(server);
        }
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            while (true) {
                ScriptedServer.write(out, "HTTP/1.1 100 Continue\r\n\r\n");
                Thread.sleep(1);
            }
        })) {
            refusal(server);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 50, 999_999_999_999_999_999L})
    void aFileMayBeSaidToHaveAnyLength(long length) throws IOException {
        String body = "x".repeat(BlockCache.SIZE);
        String range = (length - BlockCache.SIZE) + "-" + (length - 1) + "/" + length;
        try (ScriptedServer server = ScriptedServer.of(partial(range, "\r\nContent-Length: " + BlockCache.SIZE), body);
                ByteSource source = open(server.address())) {
            assertEquals(length, source.length());
            assertEquals('x', HttpFixture.read(source, length - 1, 1)[0]);
            assertThrows(FileSystemException.class, () -> HttpFixture.read(source, 0, 1));
        }
    }

    /** It has sent the bytes; what it owes is only the end of its answer. */
    @ParameterizedTest
    @ValueSource(strings = {"", "5\r\n"})
    void allBytesAreEnough(String end) throws IOException {
        CountDownLatch done = new CountDownLatch(1);
        for (boolean isClosed : new boolean[] {true, false}) {
            try (ScriptedServer server = new ScriptedServer((request, out) -> {
                        boolean isFirst = request.contains("bytes=-");
                        int size = isFirst ? BlockCache.SIZE : 100_000;
                        int from = isFirst ? 200_000 - size : 0;
                        if (!isFirst && !request.contains("Range: bytes=0-99999\r\n")) {
                            ScriptedServer.write(out, "HTTP/1.1 416 Odd\r\nContent-Length: 0\r\n\r\n");
                            return;
                        }
                        ScriptedServer.write(
                                out,
                                partial(
                                        from + "-" + (from + size - 1) + "/200000",
                                        "\r\nTransfer-Encoding: chunked\r\n\r\n"));
                        ScriptedServer.write(out, Integer.toHexString(size) + "\r\n" + "x".repeat(size) + "\r\n" + end);
                        if (!isClosed) {
                            done.await();
                        }
                    });
                    ByteSource source = open(server.address())) {
                byte[] expected = "x".repeat(100_000).getBytes(StandardCharsets.ISO_8859_1);
                assertArrayEquals(expected, HttpFixture.read(source, 0, 100_000));
                assertEquals(2, server.requests().size());
            }
        }
        done.countDown();
    }

    @Test
    void aRefusalIsOneThoughItsBodyIsCutOff() {
        try (ScriptedServer server = ScriptedServer.of("HTTP/1.1 404 None\r\nContent-Length: 9", "short")) {
            assertThrows(NoSuchFileException.class, () -> open(server.address()));
            assertEquals(1, server.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\u00e9\"", "\"a b\"", "\"", "W/\"a\"", "a"})
    void anOddEntityTagIsNotSentBackButMustStay(String tag) throws IOException {
        String[] now = {tag};
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
                    boolean isFirst = request.contains("bytes=-");
                    int size = isFirst ? BlockCache.SIZE : 100_000;
                    int from = isFirst ? 200_000 - size : 0;
                    ScriptedServer.write(
                            out,
                            partial(
                                    from + "-" + (from + size - 1) + "/200000",
                                    "\r\nETag: " + now[0] + "\r\nContent-Length: " + size + "\r\n\r\n"));
                    ScriptedServer.write(out, "x".repeat(size));
                });
                ByteSource source = open(server.address())) {
            assertEquals(100_000, HttpFixture.read(source, 0, 100_000).length);
            assertFalse(server.requests().get(1).contains("If-Match"));
            now[0] = "W/\"other\"";
            assertThrows(ChangedFileException.class, () -> HttpFixture.read(source, 0, 100_000));
        }
    }

    @Test
    void http10IsRead() throws IOException {
        try (ScriptedServer server =
                        ScriptedServer.of("HTTP/1.0 206 Partial Content\r\nContent-Range: bytes 0-3/4", "some");
                ByteSource source = open(server.address())) {
            assertArrayEquals("some".getBytes(StandardCharsets.ISO_8859_1), HttpFixture.read(source, 0, 4));
        }
    }

    @Test
    void whoWaitsForAnothersFirstRequestCanBeInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer((request, out) -> {
            asked.countDown();
            answer.await();
            ScriptedServer.write(out, partial("0-3/4", "\r\nContent-Length: 4\r\n\r\nsome"));
        })) {
            Path path = HttpFiles.with(HttpOptions.defaults()).path(server.address());
            FutureTask<Long> first = new FutureTask<>(() -> Files.size(path));
            new Thread(first).start();
            asked.await();
            FutureTask<Long> second = new FutureTask<>(() -> Files.size(path));
            Thread waiting = new Thread(second);
            waiting.start();
            waiting.interrupt();
            assertTrue(
                    assertThrows(ExecutionException.class, second::get).getCause() instanceof InterruptedIOException);
            answer.countDown();
            assertEquals(4, first.get());
        }
    }

    @Test
    void farBeyondItsEndAChannelHasEnded() throws IOException {
        try (ScriptedServer server = ScriptedServer.of(partial("0-3/4", "\r\nContent-Length: 4"), "some");
                SeekableByteChannel channel =
                        Files.newByteChannel(HttpFiles.with(options()).path(server.address()))) {
            channel.position((1L << 32) - 4);
            assertEquals(-1, channel.read(ByteBuffer.allocate(10)));
        }
    }

    @Test
    void aTimeLimitIsAtMostADay() {
        assertThrows(
                IllegalArgumentException.class,
                () -> HttpOptions.defaults().withTimeLimit(Duration.ofSeconds(Long.MAX_VALUE)));
    }
}
