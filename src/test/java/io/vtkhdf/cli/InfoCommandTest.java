package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfoCommandTest {

    @TempDir
    private Path directory;

    @Test
    void ofAVtiFile() throws IOException {
        Path file = VtiFiles.small(directory.resolve("in.vti"));
        CliRun run = CliRun.of("info", file, "--json");
        assertEquals(0, run.exitCode(), run.err());
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertFalse(json.has("version"));
        assertEquals("[5,8,0,2,-1,3]", json.get("extent").toString());
        assertEquals(
                "{\"name\":\"v\",\"association\":\"point\",\"type\":\"Float32\",\"components\":2,\"tuples\":60}",
                json.get("arrays").get(1).toString());
        assertTrue(CliRun.of("info", file).out().contains("dimensions  4 x 3 x 5 points"));
    }

    @Test
    void ofAVtkhdfFile() throws IOException {
        Path file = directory.resolve("a.vtkhdf");
        CliRun.of("convert", VtiFiles.small(directory.resolve("in.vti")), file, "--compress", "fast");
        CliRun run = CliRun.of("info", file);
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.err());
        assertTrue(run.out().startsWith("type        ImageData, VTKHDF 1.0" + System.lineSeparator()), run.out());
        assertTrue(run.out().contains("shuffle, deflate"), run.out());
        assertTrue(run.out().contains("TimeValue"), run.out());
    }

    @Test
    void whatIsNotAsTheFileHoldsItIsSaid() throws IOException {
        Path file = VtiFiles.small(directory.resolve("in.vti"));
        Files.writeString(file, Files.readString(file).replace("Int16", "Bit"));
        CliRun run = CliRun.of("info", "--json", file);
        assertEquals(0, run.exitCode(), run.err());
        JsonNode notes = new ObjectMapper().readTree(run.out()).get("notes");
        assertEquals(1, notes.size());
        assertEquals("vtkhdf: warning: " + notes.get(0).asText(), run.err().strip());
        assertTrue(run.err().contains("bits"), run.err());
    }

    @Test
    void ofNothing() {
        Path none = directory.resolve("none.vtkhdf");
        CliRun run = CliRun.of("info", none);
        assertEquals(
                new CliRun(3, "", "vtkhdf: " + none + ": no such file or directory" + System.lineSeparator()), run);
    }

    @Test
    void ofADirectory() {
        CliRun run = CliRun.of("info", directory);
        assertEquals(4, run.exitCode());
        assertEquals("", run.out());
    }

    @Test
    void ofBrokenXml() throws IOException {
        Path file = Files.writeString(directory.resolve("a.vti"), "<VTKFile type=\"ImageData\"><ImageData");
        CliRun run = CliRun.of("info", file, "--json");
        assertEquals(3, run.exitCode());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("vtkhdf: " + file + ": "), run.err());
    }
}
