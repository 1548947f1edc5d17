package io.vtkhdf.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.testing.HangGuard;
import io.vtkhdf.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses are paths: of one host, whose secrets stay with it, and of files that are what they were. */
@HangGuard
class HttpPathsTest {

    @TempDir
    Path folder;

    private static Path path(String address) {
        return HttpFiles.with(HttpOptions.defaults()).path(URI.create(address));
    }

    @Test
    void namesCountFromTheirAddress() {
        Path file = path("http://Example.org:80/a%20b/c%2Fd/../file.vtkhdf?signature=s3cret");
        assertEquals("http://example.org/a%20b/file.vtkhdf", file.toString());
        assertEquals(
                "http://example.org/a%20b/file.vtkhdf?signature=s3cret",
                file.toUri().toString());
        assertEquals("file.vtkhdf", file.getFileName().toString());
        assertEquals("a b", file.getName(0).toString());
        assertEquals(
                "http://example.org/a%20b/50%25%23%3F",
                file.resolveSibling("50%#?").toUri().toString());
        assertEquals("http://example.org/x", file.resolveSibling("/x").toString());
        assertEquals(
                "http://example.org/x",
                file.resolveSibling("../../../x").normalize().toString());
        assertEquals(
                "../x",
                file.getParent()
                        .relativize(file.resolveSibling("../x").normalize())
                        .toString());
        assertEquals("http://example.org/", file.getRoot().toString());
        assertEquals(Set.of(file), Set.of(file.toAbsolutePath()));
    }

    @Test
    void namesAreNoAddresses() {
        Path file = path("http://example.org/file.vtkhdf");
        for (String name : List.of("http://other.org/x", "file:///etc/passwd", "C:\\x", "a\nb")) {
            assertThrows(InvalidPathException.class, () -> file.resolveSibling(name), name);
        }
    }

    @Test
    void otherAddressesAreRefused() {
        for (String address :
                List.of("file:///etc/passwd", "ftp://example.org/x", "x.vtkhdf", "http:/x", "jar:file:/x!/y")) {
            assertThrows(IllegalArgumentException.class, () -> path(address), address);
        }
    }

    @Test
    void nothingIsWritten() {
        Path file = path("http://localhost:1/file.vtkhdf");
        assertThrows(ReadOnlyFileSystemException.class, () -> Files.newOutputStream(file));
        assertThrows(ReadOnlyFileSystemException.class, () -> Files.delete(file));
        assertThrows(ReadOnlyFileSystemException.class, () -> Files.createDirectory(file));
        assertThrows(ReadOnlyFileSystemException.class, () -> Files.move(file, file.resolveSibling("x")));
        assertThrows(ReadOnlyFileSystemException.class, () -> Files.copy(file, file.resolveSibling("x")));
        assertFalse(Files.isWritable(file));
    }

    @Test
    void whatIsAskedOfAFileThatIsKnownCostsNothing() throws IOException {
        try (HttpFixture fixture = new HttpFixture(folder)) {
            Path file = fixture.path(HttpFixture.hasty());
            assertTrue(Files.exists(file));
            assertEquals(HttpFixture.SIZE, Files.size(file));
            assertEquals(
                    Files.getLastModifiedTime(fixture.file).toMillis() / 1000,
                    Files.getLastModifiedTime(file).toMillis() / 1000);
            assertFalse(Files.isDirectory(file));
            assertFalse(Files.exists(file.resolveSibling("missing")));
            assertFalse(Files.exists(file.resolveSibling("missing")));
            assertEquals(2, fixture.server.takeRequests().size());
            assertArrayEquals(fixture.bytes, Files.readAllBytes(file));
        }
    }

    @Test
    void secretsAreSentAndNotShown() throws IOException {
        List<String> told = new CopyOnWriteArrayList<>();
        try (HttpFixture fixture = new HttpFixture(folder)) {
            fixture.server.answer("/file.bin", (request, content) -> {
                told.add(request.getRequestHeaders().getFirst("Authorization") + " "
                        + request.getRequestHeaders().getFirst("X-Key") + " "
                        + request.getRequestURI().getRawQuery());
                request.sendResponseHeaders(403, -1);
            });
            HttpOptions options = HttpFixture.hasty().withHeader("X-Key", "k3y");
            URI address = URI.create("http://me:pa%3Ass@localhost:" + fixture.server.port() + "/file.bin?t=s1gned");
            Path file = HttpFiles.with(options).path(address);
            String message = assertThrows(FileSystemException.class, () -> ByteSource.of(file))
                    .getMessage();
            assertEquals(List.of("Basic bWU6cGE6c3M= k3y t=s1gned"), told);
            assertTrue(message.startsWith(fixture.server.address("file.bin") + ": "), message);
            assertFalse((options + message).matches("(?s).*(k3y|pa|s1gned).*"), message);
            assertThrows(FileSystemException.class, () -> ByteSource.of(file.resolveSibling("file.bin")));
            assertEquals("Basic bWU6cGE6c3M= k3y null", told.get(1));
        }
        for (String[] bad :
                new String[][] {{"Range", "s3cret"}, {"X\n", "s3cret"}, {"X", "s3cret\n"}, {"Host", "s3cret"}}) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> HttpOptions.defaults().withHeader(bad[0], bad[1]))
                    .getMessage();
            assertFalse(message.contains("s3cret"), message);
        }
    }

    private static void redirect(TestServer server, String path, String target) {
        server.answer(path, (request, content) -> {
            request.getResponseHeaders().set("Location", target);
            request.sendResponseHeaders(302, -1);
        });
    }

    private ByteSource moved(TestServer server, HttpOptions options) throws IOException {
        return ByteSource.of(HttpFiles.with(options).path(server.address("moved")));
    }

    @Test
    void redirectsAreFollowedWhereTheyMayLead() throws IOException {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpOptions options = HttpFixture.hasty().withHeader("Authorization", "Bearer t0ken");
        try (HttpFixture fixture = new HttpFixture(folder);
                TestServer other = new TestServer(folder)) {
            other.answer("/file.bin", (request, content) -> {
                told.add(String.valueOf(request.getRequestHeaders().getFirst("Authorization")));
                other.range(request, content);
            });
            redirect(fixture.server, "/moved", "file.bin");
            try (ByteSource source = moved(fixture.server, options)) {
                assertEquals(2, fixture.server.takeRequests().size());
                HttpFixture.read(source, 0, 10);
                assertEquals(1, fixture.server.takeRequests().size()); // Where it led to is known.
            }
            redirect(fixture.server, "/moved", other.address("file.bin").toString()); // Another port.
            moved(fixture.server, options).close();
            String elsewhere = "http://127.0.0.1:" + other.port();
            redirect(fixture.server, "/moved", elsewhere + "/file.bin?secret");
            assertRefused(fixture.server, options, "found a redirect to " + elsewhere + ", expected the file itself");
            moved(fixture.server, options.withRedirects(HttpRedirects.ANY)).close();
            assertEquals(List.of("null", "null"), told);
            redirect(fixture.server, "/moved", "/moved");
            assertRefused(fixture.server, options, "found more than 5 redirects");
            for (String target : List.of("file:///etc/passwd", "ftp://localhost/x", "http://", "::", "gopher:x")) {
                redirect(fixture.server, "/moved", target);
                assertRefused(fixture.server, options.withRedirects(HttpRedirects.ANY), "found a redirect to ");
            }
            redirect(fixture.server, "/moved", "file.bin");
            assertRefused(fixture.server, options.withRedirects(HttpRedirects.NONE), "found a redirect to ");
        }
    }

    private void assertRefused(TestServer server, HttpOptions options, String said) {
        String message = assertThrows(FileSystemException.class, () -> moved(server, options))
                .getMessage();
        assertTrue(message.startsWith(server.address("moved") + ": " + said), message);
    }

    @Test
    void whereARedirectLedOnceIsForgottenIfNothingIsThereAnyMore() throws IOException {
        try (HttpFixture fixture = new HttpFixture(folder)) {
            redirect(fixture.server, "/moved", "file.bin");
            try (ByteSource source = moved(fixture.server, HttpFixture.hasty())) {
                Files.copy(fixture.file, folder.resolve("again.bin"));
                fixture.server.answer("/file.bin", (request, content) -> request.sendResponseHeaders(403, -1));
                redirect(fixture.server, "/moved", "again.bin");
                assertArrayEquals(Arrays.copyOf(fixture.bytes, 10), HttpFixture.read(source, 0, 10));
            }
        }
    }

    @Test
    void aFileThatIsReplacedIsNeverMixedWithAnother() throws IOException {
        try (HttpFixture fixture = new HttpFixture(folder)) {
            for (boolean isTagged : new boolean[] {true, false}) {
                fixture.server.answer("/file.bin", (request, content) -> {
                    if (isTagged) {
                        fixture.server.range(request, content);
                    } else {
                        request.getResponseHeaders().set("Last-Modified", "at " + content[0]);
                        fixture.server.plainRange(request, content);
                    }
                });
                Path file = fixture.path(HttpFixture.hasty());
                try (ByteSource source = ByteSource.of(file)) {
                    HttpFixture.read(source, 0, 10);
                    fixture.bytes[0]++;
                    Files.write(fixture.file, fixture.bytes);
                    assertThrows(ChangedFileException.class, () -> HttpFixture.read(source, 100_000, 10));
                    assertThrows(ChangedFileException.class, () -> HttpFixture.read(source, 100_000, 100_000));
                }
                try (ByteSource source = ByteSource.of(file)) { // Anew it is the one that is there now.
                    assertArrayEquals(Arrays.copyOf(fixture.bytes, 10), HttpFixture.read(source, 0, 10));
                }
            }
        }
    }

    @Test
    void aFileNamesNoneOutsideOfItsFolderUnlessThatIsAllowedAndNoneOfThisMachine() throws Exception {
        Path parts = Path.of(HttpPathsTest.class.getResource("/parts/up.vtkhdf").toURI())
                .getParent();
        Path secret = Files.write(folder.resolve("secret.vti"), new byte[10]);
        Files.createDirectory(folder.resolve("in"));
        Files.writeString(folder.resolve("in/up.pvd"), pvd("../secret.vti"));
        Files.writeString(folder.resolve("in/absolute.pvd"), pvd(secret.toString()));
        Files.writeString(folder.resolve("in/local.pvd"), pvd("file://" + secret));
        Files.writeString(folder.resolve("in/other.pvd"), pvd("http://127.0.0.1:1/secret.vti"));
        try (TestServer server = new TestServer(folder);
                TestServer partServer = new TestServer(parts)) {
            for (String name : List.of("up", "absolute", "local", "other")) {
                Path file = HttpFiles.with(HttpFixture.hasty()).path(server.address("in/" + name + ".pvd"));
                assertThrows(UnsupportedFileException.class, () -> ImageSources.openSeries(file));
                for (String request : server.takeRequests()) {
                    assertTrue(request.startsWith("/in/" + name + ".pvd "), request);
                }
                if (name.equals("up")) {
                    ImageSources.openSeries(file, InputReach.ANYWHERE).close();
                } else { // Of this machine nothing is looked at: the server is asked for its own.
                    assertThrows(IOException.class, () -> ImageSources.openSeries(file, InputReach.ANYWHERE));
                }
                server.takeRequests();
            }
            for (String name : List.of("up", "absolute")) {
                Path file = HttpFiles.with(HttpFixture.hasty()).path(partServer.address(name + ".vtkhdf"));
                try (ImageDataReader local = ImageDataReader.open(parts.resolve(name + ".vtkhdf"));
                        ImageDataReader remote = ImageDataReader.open(file);
                        ImageDataReader all = ImageDataReader.open(file, InputReach.ANYWHERE)) {
                    assertEquals(local.unreadable().size(), remote.unreadable().size(), name);
                    assertEquals(outcome(local), outcome(remote), name);
                    outcome(all);
                }
                for (String request : partServer.takeRequests()) {
                    assertFalse(request.contains("://"), request);
                }
            }
        }
    }

    private static String pvd(String name) {
        return "<VTKFile type=\"Collection\"><Collection><DataSet timestep=\"0\" file=\"" + name
                + "\"/></Collection></VTKFile>";
    }

    /** Of each array, what reading it comes to. */
    private static List<String> outcome(ImageDataReader reader) {
        List<String> all = new ArrayList<>();
        reader.arrays().forEach(array -> {
            try {
                array.read();
                all.add("read");
            } catch (IOException e) {
                all.add(e.getClass().getSimpleName());
            }
        });
        return all;
    }
}
