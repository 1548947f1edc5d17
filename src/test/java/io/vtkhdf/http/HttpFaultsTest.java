package io.vtkhdf.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.testing.HangGuard;
import io.vtkhdf.testing.TestServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with an answer is told in one line, or tried again. */
@HangGuard
class HttpFaultsTest {

    /** An answer, and what becomes of it, whichever of a file's requests gets it. */
    record Fault(String title, TestServer.Answer answer, Class<? extends IOException> type, String said) {

        @Override
        public String toString() {
            return title;
        }
    }

    @TempDir
    Path folder;

    private static void send(HttpExchange request, int status, byte[] body) throws IOException {
        request.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        request.getResponseBody().write(body);
    }

    private static void set(HttpExchange request, String name, String value) {
        request.getResponseHeaders().set(name, value);
    }

    /** The range that was asked for, as it should be, but for the body, which is as long as is said. */
    private static void setRange(HttpExchange request, byte[] file) {
        int[] range = range(request, file);
        set(request, "Content-Range", "bytes " + range[0] + "-" + (range[1] - 1) + "/" + file.length);
        set(request, "ETag", '"' + Integer.toHexString(Arrays.hashCode(file)) + '"');
    }

    private static int[] range(HttpExchange request, byte[] file) {
        String[] asked =
                request.getRequestHeaders().getFirst("Range").substring(6).split("-");
        return asked[0].isEmpty()
                ? new int[] {file.length - Integer.parseInt(asked[1]), file.length}
                : new int[] {Integer.parseInt(asked[0]), Integer.parseInt(asked[1]) + 1};
    }

    private static byte[] content(HttpExchange request, byte[] file) {
        int[] range = range(request, file);
        return Arrays.copyOfRange(file, range[0], range[1]);
    }

    private static Fault status(int status, Class<? extends IOException> type, String said) {
        return new Fault("status " + status, (request, file) -> send(request, status, new byte[300]), type, said);
    }

    static Stream<Fault> faults() {
        return Stream.of(
                status(404, NoSuchFileException.class, "the server has no such file (404)"),
                status(410, NoSuchFileException.class, "the server has no such file (410)"),
                status(401, AccessDeniedException.class, "HttpOptions.withHeader"),
                status(403, AccessDeniedException.class, "the server does not allow it (403); HttpOptions.withHeader"),
                status(418, FileSystemException.class, "found the answer 418, expected 206, a range of it"),
                status(500, FileSystemException.class, "found the answer 500, expected 206, a range of it, 2 times"),
                status(503, FileSystemException.class, ", 2 times"),
                new Fault(
                        "whole",
                        (request, file) -> send(request, 200, file),
                        FileSystemException.class,
                        "found a server that sends files only whole, expected ranges of them; download"),
                new Fault(
                        "no Content-Range",
                        (request, file) -> send(request, 206, content(request, file)),
                        FileSystemException.class,
                        "found a range of which the server does not tell, expected "),
                new Fault(
                        "odd Content-Range",
                        (request, file) -> {
                            set(request, "Content-Range", "bytes 5-3/99999999999999999999");
                            send(request, 206, content(request, file));
                        },
                        FileSystemException.class,
                        "found a range of bytes 5-3/99999999999999999999, expected "),
                new Fault(
                        "another range",
                        (request, file) -> {
                            setRange(request, file);
                            set(request, "Content-Range", "bytes 7-1006/" + file.length);
                            send(request, 206, new byte[1000]);
                        },
                        FileSystemException.class,
                        "found the range 7-1006/300000, expected "),
                new Fault(
                        "several ranges",
                        (request, file) -> {
                            set(request, "Content-Type", "multipart/byteranges; boundary=x");
                            send(request, 206, content(request, file));
                        },
                        FileSystemException.class,
                        "found an answer with multipart/byteranges; boundary=x, expected"),
                new Fault(
                        "deflated",
                        (request, file) -> {
                            setRange(request, file);
                            set(request, "Content-Encoding", "gzip");
                            send(request, 206, content(request, file));
                        },
                        FileSystemException.class,
                        "found an answer with Content-Encoding: gzip, expected the bytes of the file as they are"),
                new Fault(
                        "too long as it says",
                        (request, file) -> {
                            setRange(request, file);
                            send(request, 206, file);
                        },
                        FileSystemException.class,
                        "found 300000 bytes for the range "),
                new Fault(
                        "too long without saying",
                        (request, file) -> {
                            setRange(request, file);
                            request.sendResponseHeaders(206, 0);
                            request.getResponseBody().write(file);
                        },
                        FileSystemException.class,
                        "found an answer longer than it says"),
                new Fault(
                        "too short, again and again",
                        (request, file) -> {
                            setRange(request, file);
                            byte[] all = content(request, file);
                            request.sendResponseHeaders(206, all.length);
                            request.getResponseBody().write(all, 0, all.length / 2);
                        },
                        FileSystemException.class,
                        ", 2 times"),
                new Fault(
                        "to be tried again much later",
                        (request, file) -> {
                            set(request, "Retry-After", "86400");
                            send(request, 503, new byte[0]);
                        },
                        FileSystemException.class,
                        "found the answer 503, and that it is to be tried again in 86400 s"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void ofTheFirstAnswer(Fault fault) throws IOException {
        try (HttpFixture fixture = new HttpFixture(folder)) {
            fixture.server.answer("/file.bin", fault.answer);
            assertTold(fault, assertThrows(fault.type, fixture::open));
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void ofALaterAnswer(Fault fault) throws IOException {
        try (HttpFixture fixture = new HttpFixture(folder)) {
            fixture.answerLater(fault.answer);
            try (ByteSource source = fixture.open()) {
                assertTold(fault, assertThrows(fault.type, () -> HttpFixture.read(source, 1000, 10)));
                assertTold(fault, assertThrows(fault.type, () -> HttpFixture.read(source, 1000, 100_000)));
                assertArrayEquals(
                        Arrays.copyOfRange(fixture.bytes, 299_000, 299_010), HttpFixture.read(source, 299_000, 10));
            }
        }
    }

    private static void assertTold(Fault fault, IOException found) {
        String message = found.getMessage();
        assertTrue(message.matches("http://localhost:\\d+/file\\.bin: [^\\n]*"), message);
        assertTrue(message.contains(fault.said), message);
    }

    @Test
    void otherFilesThanBeforeAreToldOf() throws IOException {
        try (HttpFixture fixture = new HttpFixture(folder)) {
            for (int status : new int[] {412, 416}) {
                fixture.answerLater((request, file) -> send(request, status, new byte[0]));
                try (ByteSource source = fixture.open()) {
                    assertThrows(ChangedFileException.class, () -> HttpFixture.read(source, 0, 10));
                    assertThrows(ChangedFileException.class, source::requireUnchanged);
                }
            }
            fixture.answerLater((request, file) -> {
                setRange(request, Arrays.copyOf(file, 400_000));
                send(request, 206, content(request, file));
            });
            try (ByteSource source = fixture.open()) {
                String message = assertThrows(ChangedFileException.class, () -> HttpFixture.read(source, 0, 10))
                        .getMessage();
                assertTrue(message.contains("found 400000 bytes, expected the 300000 that it had before"), message);
            }
        }
    }

    /** Nothing is counted up to a length, of which there is nothing but the word. */
    @Test
    void aLengthBeyondAllFilesCostsNothing() throws IOException {
        long length = 999_999_999_999_999_999L;
        try (HttpFixture fixture = new HttpFixture(folder)) {
            fixture.server.answer("/file.bin", (request, file) -> {
                set(request, "Content-Range", "bytes " + (length - 65_536) + "-" + (length - 1) + "/" + length);
                send(request, 206, Arrays.copyOf(file, 65_536));
            });
            try (ByteSource source = fixture.open()) {
                assertEquals(length, source.length());
                byte[] last = Arrays.copyOfRange(fixture.bytes, 65_536 - 10, 65_536);
                assertArrayEquals(last, HttpFixture.read(source, length - 10, 10));
            }
        }
    }

    @Test
    void aServerThatIsSilentIsGivenUp() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        try (HttpFixture fixture = new HttpFixture(folder)) {
            HttpOptions impatient = HttpFixture.hasty().withTimeLimit(Duration.ofMillis(300));
            for (boolean isBegun : new boolean[] {false, true}) {
                fixture.server.answer("/file.bin", (request, file) -> {
                    if (isBegun) {
                        setRange(request, file);
                        request.sendResponseHeaders(206, content(request, file).length);
                        request.getResponseBody().write(1);
                        request.getResponseBody().flush();
                    }
                    await(end);
                });
                String message = assertThrows(FileSystemException.class, () -> ByteSource.of(fixture.path(impatient)))
                        .getMessage();
                assertTrue(message.endsWith("found no answer for 300 ms, 2 times"), message);
            }
            end.countDown();
        }
    }

    @Test
    void aServerThatSendsLittleAtATimeIsGivenUp() throws IOException {
        try (HttpFixture fixture = new HttpFixture(folder)) {
            fixture.answerLater((request, file) -> {
                setRange(request, file);
                byte[] all = content(request, file);
                request.sendResponseHeaders(206, all.length);
                for (byte each : all) {
                    request.getResponseBody().write(each);
                    request.getResponseBody().flush();
                    sleep(100);
                }
            });
            HttpOptions impatient = HttpFixture.hasty().withTimeLimit(Duration.ofMillis(400));
            try (ByteSource source = ByteSource.of(fixture.path(impatient))) {
                ByteSource.Range range = new ByteSource.Range(0, ByteBuffer.allocate(1000));
                String message = assertThrows(FileSystemException.class, () -> source.read(List.of(range)))
                        .getMessage();
                assertTrue(message.endsWith(", 2 times"), message);
            }
        }
    }

    private static void sleep(int time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    @Test
    void whatPassesIsTriedAgain() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (HttpFixture fixture = new HttpFixture(folder)) {
            fixture.server.answer("/file.bin", (request, file) -> {
                switch (asked.getAndIncrement() % 4) {
                    case 0 -> send(request, 503, new byte[10]);
                    case 1 -> {
                        set(request, "Retry-After", "1");
                        send(request, 429, new byte[0]);
                    }
                    case 2 -> {
                        setRange(request, file);
                        byte[] all = content(request, file);
                        request.sendResponseHeaders(206, all.length);
                        request.getResponseBody().write(all, 0, all.length / 2);
                    }
                    default -> fixture.server.range(request, file);
                }
            });
            try (ByteSource source =
                    ByteSource.of(fixture.path(HttpOptions.defaults().withTimeLimit(Duration.ofSeconds(20))))) {
                fixture.server.takeRequests();
                assertArrayEquals(Arrays.copyOfRange(fixture.bytes, 0, 200_000), HttpFixture.read(source, 0, 200_000));
                String last = fixture.server.takeRequests().get(3);
                assertTrue(last.matches("/file.bin bytes=[1-9]\\d*-199999"), last); // What has arrived is kept.
            }
        }
    }

    @Test
    void anInterruptionIsOfItsThreadAlone() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger count = new AtomicInteger();
        try (HttpFixture fixture = new HttpFixture(folder)) {
            fixture.answerLater((request, file) -> {
                if (count.getAndIncrement() == 0) {
                    asked.countDown();
                    await(end);
                }
                fixture.server.range(request, file);
            });
            try (ByteSource source = fixture.open()) {
                FutureTask<byte[]> first = new FutureTask<>(() -> HttpFixture.read(source, 10, 10));
                FutureTask<byte[]> second = new FutureTask<>(() -> HttpFixture.read(source, 20, 10));
                Thread thread = new Thread(first);
                thread.start();
                asked.await();
                new Thread(second).start(); // Waits for the same block.
                thread.interrupt();
                assertTrue(
                        assertThrows(ExecutionException.class, first::get).getCause()
                                instanceof InterruptedIOException);
                assertArrayEquals(Arrays.copyOfRange(fixture.bytes, 20, 30), second.get());
                end.countDown();
            }
        }
    }

    @Test
    void closingEndsWhatIsBeingRead() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (HttpFixture fixture = new HttpFixture(folder)) {
            fixture.answerLater((request, file) -> {
                asked.countDown();
                await(end);
            });
            ByteSource source = fixture.open();
            FutureTask<byte[]> read = new FutureTask<>(() -> HttpFixture.read(source, 0, 200_000));
            new Thread(read).start();
            asked.await();
            source.close();
            assertTrue(assertThrows(ExecutionException.class, read::get).getCause() instanceof IllegalStateException);
            end.countDown();
        }
    }

    @Test
    void nobodyThereIsToldOf() {
        String message = assertThrows(
                        FileSystemException.class,
                        () -> ByteSource.of(
                                HttpFiles.with(HttpFixture.hasty()).path(URI.create("http://localhost:1/file.bin"))))
                .getMessage();
        assertTrue(message.equals("http://localhost:1/file.bin: found no connection to 'localhost', 2 times"), message);
        String unknown = assertThrows(
                        FileSystemException.class,
                        () -> ByteSource.of(
                                HttpFiles.with(HttpFixture.hasty()).path(URI.create("http://no.invalid/file.bin"))))
                .getMessage();
        assertEquals("http://no.invalid/file.bin: found no host 'no.invalid'", unknown);
    }

    @Test
    void serversNeedNotKnowOfLastBytesNorOfRangesIfTheFileIsSmall() throws IOException {
        try (HttpFixture fixture = new HttpFixture(folder)) {
            fixture.server.answer("/file.bin", (request, file) -> {
                if (request.getRequestHeaders().getFirst("Range").startsWith("bytes=-")) {
                    send(request, 200, file);
                } else {
                    fixture.server.range(request, file);
                }
            });
            try (ByteSource source = fixture.open()) {
                assertArrayEquals(fixture.bytes, HttpFixture.read(source, 0, HttpFixture.SIZE));
            }
            fixture.server.answer("/file.bin", (request, file) -> send(request, 200, Arrays.copyOf(file, 50_000)));
            try (ByteSource source = fixture.open()) {
                assertArrayEquals(Arrays.copyOf(fixture.bytes, 50_000), HttpFixture.read(source, 0, 50_000));
            }
            Files.write(folder.resolve("empty.bin"), new byte[0]);
            try (ByteSource source =
                    ByteSource.of(HttpFiles.with(HttpFixture.hasty()).path(fixture.server.address("empty.bin")))) {
                assertEquals(0, source.length());
            }
        }
    }
}
