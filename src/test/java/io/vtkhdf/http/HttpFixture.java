package io.vtkhdf.http;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.testing.TestServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** A file of random bytes on a server. */
final class HttpFixture implements AutoCloseable {

    static final int SIZE = 300_000;

    final TestServer server;
    final Path file;
    final byte[] bytes = new byte[SIZE];

    HttpFixture(Path folder) throws IOException {
        new Random(1).nextBytes(bytes);
        file = folder.resolve("file.bin");
        Files.write(file, bytes);
        server = new TestServer(folder);
    }

    /** Two attempts, and no long waiting. */
    static HttpOptions hasty() {
        return HttpOptions.defaults().withAttempts(2).withTimeLimit(Duration.ofSeconds(20));
    }

    Path path(HttpOptions options) {
        return HttpFiles.with(options).path(server.address("file.bin"));
    }

    ByteSource open() throws IOException {
        return ByteSource.of(path(hasty()));
    }

    static byte[] read(ByteSource source, long position, int size) throws IOException {
        byte[] found = new byte[size];
        source.read(position, ByteBuffer.wrap(found));
        return found;
    }

    /** What is first asked of a file is answered as it should be, everything else by {@code answer}. */
    void answerLater(TestServer.Answer answer) {
        server.answer("/file.bin", (request, content) -> {
            if (request.getRequestHeaders().getFirst("Range").startsWith("bytes=-")) {
                server.range(request, content);
            } else {
                answer.to(request, content);
            }
        });
    }

    @Override
    public void close() {
        server.close();
    }
}
