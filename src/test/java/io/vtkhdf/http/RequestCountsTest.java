package io.vtkhdf.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.bytes.ByteSource.Range;
import io.vtkhdf.testing.HangGuard;
import io.vtkhdf.testing.TestServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By how many requests, of which bytes, a file of 20 MiB is read. */
@HangGuard
class RequestCountsTest {

    private static final int MIB = 1 << 20;

    @TempDir
    Path folder;

    private interface Reading {
        void of(ByteSource source, byte[] bytes, TestServer server) throws Exception;
    }

    private void read(Reading reading) throws Exception {
        byte[] bytes = new byte[20 * MIB];
        new Random(5).nextBytes(bytes);
        Files.write(folder.resolve("large.bin"), bytes);
        try (TestServer server = new TestServer(folder);
                ByteSource source =
                        ByteSource.of(HttpFiles.with(HttpOptions.defaults()).path(server.address("large.bin")))) {
            server.takeRequests();
            server.takeBytes();
            reading.of(source, bytes, server);
        }
    }

    private static void readRanges(ByteSource source, byte[] bytes, int size, int... positions) throws IOException {
        List<Range> ranges = new ArrayList<>();
        for (int position : positions) {
            ranges.add(new Range(position, ByteBuffer.allocate(size)));
        }
        source.read(ranges);
        for (int i = 0; i < positions.length; i++) {
            assertArrayEquals(
                    Arrays.copyOfRange(bytes, positions[i], positions[i] + size),
                    ranges.get(i).target().array());
        }
    }

    @Test
    void rangesNearToOneAnotherAreOneRequest() throws Exception {
        read((source, bytes, server) -> {
            readRanges(source, bytes, 100, 2 * MIB, MIB, MIB + 200_000, MIB + 50);
            List<String> requests = new ArrayList<>(server.takeRequests());
            requests.sort(null);
            assertEquals(List.of("/large.bin bytes=1048576-1248675", "/large.bin bytes=2097152-2097251"), requests);
        });
    }

    @Test
    void whatIsLargeIsSeveralRequests() throws Exception {
        read((source, bytes, server) -> {
            assertArrayEquals(Arrays.copyOfRange(bytes, 3, 3 + 19 * MIB), HttpFixture.read(source, 3, 19 * MIB));
            assertEquals(3, server.takeRequests().size());
            assertEquals(19L * MIB, server.takeBytes());
            int[] positions = new int[100];
            Arrays.setAll(positions, i -> i * 190_000);
            readRanges(source, bytes, 100, positions);
            assertEquals(3, server.takeRequests().size());
        });
    }

    @Test
    void smallReadsThatGoOnBringMoreAndMore() throws Exception {
        read((source, bytes, server) -> {
            for (int at = 0; at < 4 * MIB; at += 1000) {
                assertArrayEquals(Arrays.copyOfRange(bytes, at, at + 1000), HttpFixture.read(source, at, 1000));
            }
            int requests = server.takeRequests().size();
            assertTrue(requests <= 10, requests + " requests");
            for (int i = 0; i < 30; i++) { // Here and there.
                HttpFixture.read(source, 19L * MIB - i * 500_000L, 10);
            }
            assertEquals(30, server.takeRequests().size());
            assertTrue(server.takeBytes() < 4 * MIB + 2 * MIB + 30 * (128 << 10));
        });
    }

    @Test
    void whoeverAsksForTheSameBlockSharesItsRequest() throws Exception {
        read((source, bytes, server) -> {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            List<Future<byte[]>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int at = 20 * MIB - (64 << 10) * 5 + i * 10;
                all.add(threads.submit(() -> HttpFixture.read(source, at, 10)));
            }
            for (Future<byte[]> each : all) {
                each.get();
            }
            threads.shutdownNow();
            assertEquals(1, server.takeRequests().size());
        });
    }
}
