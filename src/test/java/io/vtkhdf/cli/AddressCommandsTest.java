package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that are given an address do what they do with the file. */
class AddressCommandsTest {

    private static final String SECRET = "s3cret";

    @TempDir
    private Path served;

    @TempDir
    private Path here;

    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer(served);
        Path image = VtiFiles.small(served.resolve("a.vti"));
        assertEquals(
                0,
                CliRun.of("convert", image, served.resolve("a.vtkhdf"), "--quiet")
                        .exitCode());
        assertEquals(
                0,
                CliRun.of("convert", image, served.resolve("gzip.vtkhdf"), "--quiet", "--compress=gzip")
                        .exitCode());
        for (int t = 0; t < 3; t++) {
            StepFiles.vti(served.resolve("step" + t + ".vti"), t, StepFiles.timeValue(t));
        }
        Files.writeString(served.resolve("steps.pvd"), """
                <VTKFile type="Collection"><Collection>
                <DataSet timestep="0" file="step0.vti"/><DataSet timestep="1" file="step1.vti"/>
                <DataSet timestep="2" file="step2.vti"/></Collection></VTKFile>""");
        assertEquals(
                0,
                CliRun.of("convert", served.resolve("steps.pvd"), served.resolve("steps.vtkhdf"), "--quiet")
                        .exitCode());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String address(String name) {
        return server.address(name).toString();
    }

    /** The same of the file, of which an address is told where the file's name is. */
    private void requireSame(String name, Object... command) {
        CliRun of = run(served.resolve(name).toString(), command);
        CliRun ofAddress = run(address(name), command);
        assertEquals(of.exitCode(), ofAddress.exitCode(), ofAddress.err());
        assertEquals(of.out().replace(served.resolve(name).toString(), address(name)), ofAddress.out());
        assertEquals(of.err().replace(served.resolve(name).toString(), address(name)), ofAddress.err());
    }

    private static CliRun run(String file, Object... command) {
        List<Object> args = new ArrayList<>(List.of(command[0], file));
        args.addAll(Arrays.asList(command).subList(1, command.length));
        return CliRun.of(args.toArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.vtkhdf", "gzip.vtkhdf", "steps.vtkhdf", "a.vti", "steps.pvd"})
    void all_is_told_as_of_the_file(String name) {
        requireSame(name, "info");
        requireSame(name, "info", "--json");
        requireSame(name, "info", "--stats");
        requireSame(name, "slice", "--array", "point:p", "--axis", "x", "--index", "2");
        if (name.endsWith(".vtkhdf")) {
            requireSame(name, "validate");
            requireSame(name, "validate", "--deep", "--json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.vtkhdf", "gzip.vtkhdf", "steps.vtkhdf", "a.vti", "steps.pvd"})
    void a_conversion_is_that_of_the_file(String name) throws IOException {
        CliRun run = CliRun.of("convert", address(name), here.resolve("out.vtkhdf"), "--threads=1");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals(
                0,
                CliRun.of("convert", served.resolve(name), here.resolve("same.vtkhdf"), "--threads=1")
                        .exitCode());
        assertArrayEquals(
                Files.readAllBytes(here.resolve("same.vtkhdf")), Files.readAllBytes(here.resolve("out.vtkhdf")));
        CliRun diff = CliRun.of("diff", address(name), here.resolve("out.vtkhdf"));
        assertEquals(0, diff.exitCode(), diff.out() + diff.err());
    }

    @Test
    void many_go_to_a_folder_by_the_last_part_of_their_addresses() {
        CliRun run = CliRun.of("convert", address("a.vti"), address("step1.vti"), "--output-dir", here, "--quiet");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(Files.exists(here.resolve("a.vtkhdf")) && Files.exists(here.resolve("step1.vtkhdf")));
        CliRun lines = CliRun.of("info", address("a.vti"), address("none.vti"), address("steps.vtkhdf"));
        assertEquals(3, lines.exitCode());
        assertEquals(2, lines.out().lines().count(), lines.out());
        assertEquals("vtkhdf: " + address("none.vti") + ": the server has no such file (404)\n", lines.err());
    }

    @Test
    void slashes_of_a_server_are_none_of_this_machine() throws IOException {
        Files.copy(
                served.resolve("a.vti"),
                Files.createDirectories(served.resolve("deep")).resolve("b.vti"));
        Path outputs = Files.createDirectories(here.resolve("outputs"));
        CliRun run = CliRun.of("convert", address("deep/..%2f..%2fdeep%2fb.vti"), "--output-dir", outputs, "--quiet");
        try (Stream<Path> written = Files.walk(here)) {
            assertTrue(written.allMatch(file -> file.equals(here) || file.startsWith(outputs)), run.err());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "convert %s %s",
                "convert %s --replace",
                "plan %s out.vtkhdf",
                "join %s out.vtkhdf",
                "slice %s -o %s --array point:p --axis z --index 0",
                "view %s --export %s",
                "convert %s --output-dir %s",
            })
    void nothing_is_written_to_a_server(String command) {
        CliRun run =
                CliRun.of((Object[]) command.replace("%s", address("a.vtkhdf")).split(" "));
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains("found an address, expected a file of this machine"), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @Test
    void a_header_goes_along_and_is_not_shown() throws IOException {
        List<String> seen = new ArrayList<>();
        server.answer("/a.vtkhdf", (request, file) -> {
            String value = request.getRequestHeaders().getFirst("X-Key");
            seen.add(String.valueOf(value));
            if (SECRET.equals(value)) {
                server.range(request, file);
            } else {
                request.sendResponseHeaders(403, -1);
            }
        });
        CliRun refused = CliRun.of("info", address("a.vtkhdf"), "--header", "X-Key: wrong");
        assertEquals(3, refused.exitCode());
        assertTrue(refused.err().startsWith("vtkhdf: " + address("a.vtkhdf") + ": "), refused.err());
        assertTrue(refused.err().contains("403") && refused.err().contains("--header"), refused.err());
        assertFalse(refused.err().contains("wrong"), refused.err());
        assertEquals(
                0,
                CliRun.of("info", address("a.vtkhdf"), "--header", "X-Key: " + SECRET)
                        .exitCode());
        Path file = Files.writeString(here.resolve("headers"), "\nX-Key: " + SECRET + "\nX-Other: 1\n");
        assertEquals(
                0,
                CliRun.of("info", address("a.vtkhdf"), "--header", "@" + file).exitCode());
        assertTrue(seen.contains(SECRET), seen::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no colon s3cret", ": s3cret", "Range: s3cret", "a b: s3cret", "X: s3cret\u0001", "@none"})
    void a_header_that_is_none_is_refused_without_showing_it(String header) {
        CliRun run = CliRun.of("info", served.resolve("a.vtkhdf"), "--header", header);
        assertEquals(2, run.exitCode(), run.err());
        assertFalse(run.err().contains(SECRET), run.err());
        assertEquals("", run.out());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://", "http:///a", "http://a b/", "http://[/a", "http://localhost/", "https://x:y:z/a"})
    void an_address_that_is_none_is_refused(String address) {
        CliRun run = CliRun.of("info", address);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().startsWith("vtkhdf: "), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "view a.vtkhdf %s",
                "%s",
                "slice a.vtkhdf -o %s --array p --axis z --index 0",
                "convert a.vtkhdf %s",
                "info a.vtkhdf --json=%s",
                "info --header %s",
                "info a.vtkhdf --%s",
                "slice %s --axis",
            })
    void an_address_in_the_wrong_place_keeps_its_secrets(String command) {
        String secret = "http://user:s3cret@localhost/a.vtkhdf?sig=s3cret";
        CliRun run = CliRun.of((Object[]) command.replace("%s", secret).split(" "));
        assertEquals(2, run.exitCode(), run.err());
        assertFalse((run.err() + run.out()).contains(SECRET), run.err());
    }

    @Test
    void redirects_to_other_hosts_are_followed_if_they_are_allowed() {
        try (TestServer other = new TestServer(served)) {
            server.answer("/moved.vtkhdf", (request, file) -> {
                request.getResponseHeaders()
                        .set("Location", other.address("a.vtkhdf").toString().replace("localhost", "127.0.0.1"));
                request.sendResponseHeaders(302, -1);
            });
            CliRun refused = CliRun.of("info", address("moved.vtkhdf"));
            assertEquals(3, refused.exitCode());
            assertTrue(refused.err().contains("--allow-redirects"), refused.err());
            CliRun allowed = CliRun.of("info", address("moved.vtkhdf"), "--allow-redirects");
            assertEquals(0, allowed.exitCode(), allowed.err());
        }
    }

    @Test
    void nothing_half_made_is_left_when_a_server_fails() throws IOException {
        Path large = VtiFiles.zeros(served.resolve("large.vti"), 1); // 8 MiB
        int[] left = {2};
        server.answer("/large.vti", (request, file) -> {
            if (left[0]-- > 0) {
                server.range(request, file);
            } else {
                request.sendResponseHeaders(404, -1);
            }
        });
        assertTrue(Files.size(large) > 8 << 20);
        CliRun slice = CliRun.of(
                "slice",
                address("large.vti"),
                "--array",
                "zero",
                "--axis",
                "z",
                "--index",
                "0",
                "-o",
                Files.writeString(here.resolve("out.npy"), "mine"),
                "--overwrite");
        assertEquals(3, slice.exitCode(), slice.err());
        left[0] = 2;
        CliRun convert = CliRun.of("convert", address("large.vti"), here.resolve("out.vtkhdf"));
        assertEquals(3, convert.exitCode(), convert.err());
        assertEquals("mine", Files.readString(here.resolve("out.npy")));
        try (Stream<Path> files = Files.list(here)) {
            assertEquals(List.of(here.resolve("out.npy")), files.toList());
        }
    }
}
