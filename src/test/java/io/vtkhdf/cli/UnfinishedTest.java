package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a file of which 2 of 5 slices are there. */
class UnfinishedTest {

    private static final String STATE = "unfinished: 2 of 5 slices of PointData/p are there";

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void writeSomeOfIt() throws IOException {
        file = directory.resolve("a.vtkhdf");
        ImageDataWriter writer = ImageDataWriter.create(
                file, ImageGeometry.of(4, 3, 5), WriteOptions.defaults().withInPlace(true));
        ArrayWriter array = writer.createPointArray("p", ScalarType.INT32);
        array.writeSlice(0, new int[12], Order.X_FASTEST);
        array.writeSlice(3, new int[12], Order.X_FASTEST);
        writer.commit();
        writer.abort();
    }

    private static JsonNode json(int exitCode, Object... args) throws IOException {
        CliRun run = CliRun.of(args);
        assertEquals(exitCode, run.exitCode(), run.err());
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void doesNotPassValidation() throws IOException {
        CliRun run = CliRun.of("validate", file);
        assertEquals(1, run.exitCode());
        assertEquals(
                file + ": " + STATE + "; its structure is valid",
                run.out().lines().findFirst().orElse(""));
        assertEquals(1, CliRun.of("validate", file, "--deep", "--quiet").exitCode());
        JsonNode json = json(1, "validate", file, "--json");
        assertTrue(json.get("valid").asBoolean());
        assertTrue(json.get("unfinished").asBoolean());
        assertEquals(
                "[{\"association\":\"point\",\"name\":\"p\",\"stored\":2,\"total\":5}]",
                json.get("slices").toString());
        assertEquals("[]", json.get("findings").toString());
    }

    @Test
    void isToldByInfo() throws IOException {
        CliRun run = CliRun.of("info", file);
        assertEquals(0, run.exitCode());
        assertTrue(run.out().contains("state       " + STATE), run.out());
        assertEquals("", run.err());
        JsonNode json = json(0, "info", file, "--json");
        assertTrue(json.get("unfinished").asBoolean());
        assertEquals(2, json.get("slices").get(0).get("stored").asInt());
    }

    @Test
    void isAWarningWhereItsValuesAreUsed() {
        String warning = "vtkhdf: warning: " + file + ": " + STATE + "; what is missing reads as NaN or 0";
        CliRun slice = CliRun.of("slice", file, "--array", "p", "--axis", "z", "--index", 1);
        assertEquals(0, slice.exitCode());
        assertEquals(warning, slice.err().strip());

        CliRun diff = CliRun.of("diff", file, file);
        assertEquals(0, diff.exitCode());
        assertEquals(2, diff.err().lines().filter(warning::equals).count(), diff.err());

        Path copy = directory.resolve("copy.vtkhdf");
        CliRun convert = CliRun.of("convert", file, copy);
        assertEquals(0, convert.exitCode());
        assertTrue(convert.err().startsWith(warning + ", and " + copy + " will not tell"), convert.err());
        CliRun several = CliRun.of("convert", file, "--output-dir", directory.resolve("new"), "--output-format", "vti");
        assertTrue(several.err().startsWith(warning), several.err());
    }

    @Test
    void isNotSaidOfWholeFiles() throws IOException {
        Path whole = directory.resolve("whole.vtkhdf");
        assertEquals(0, CliRun.of("convert", file, whole, "--quiet").exitCode());
        assertFalse(json(0, "validate", whole, "--json").get("unfinished").asBoolean());
        JsonNode info = json(0, "info", whole, "--json");
        assertFalse(info.get("unfinished").asBoolean());
        assertFalse(info.has("slices"));
    }
}
