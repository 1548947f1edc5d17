package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of references; whether zarr reads the values there is judged by zarr. */
class KerchunkTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private static JsonNode references(Object... args) throws IOException {
        CliRun run = CliRun.of(args);
        assertEquals(0, run.exitCode(), run.err());
        JsonNode json = JSON.readTree(run.out());
        assertEquals("[version, refs]", names(json).toString());
        assertEquals(1, json.get("version").asInt());
        return json.get("refs");
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What a reference holds that is not in the file. */
    private static String text(JsonNode references, String key) throws IOException {
        return JSON.readTree(references.get(key).asText()).toString();
    }

    private Path image(Storage storage, String name) throws IOException {
        Path file = directory.resolve("a.vtkhdf");
        ImageGeometry geometry = ImageGeometry.of(3, 2, 5).withOrigin(1, 2, 3).withSpacing(.5, 1, 2);
        try (ImageDataWriter writer = ImageDataWriter.create(file, geometry)) {
            ArrayWriter array =
                    writer.createArray(ArraySpec.point(name, ScalarType.FLOAT32).withComponents(2), storage);
            for (int k = 0; k < 5; k++) {
                float[] slice = new float[12];
                for (int i = 0; i < slice.length; i++) {
                    slice[i] = 100 * k + i;
                }
                array.writeSlice(k, slice);
            }
            writer.finish();
        }
        return file;
    }

    @Test
    void aRawArrayIsOneChunk() throws IOException {
        Path file = image(Storage.raw(), "v");
        JsonNode found = references("info", "--kerchunk", file);
        assertEquals(
                "[.zgroup, VTKHDF/.zgroup, VTKHDF/.zattrs, VTKHDF/PointData/.zgroup, VTKHDF/PointData/v/.zarray,"
                        + " VTKHDF/PointData/v/.zattrs, VTKHDF/PointData/v/0.0.0.0, VTKHDF/CellData/.zgroup,"
                        + " VTKHDF/FieldData/.zgroup]",
                names(found).toString());
        assertEquals("{\"zarr_format\":2}", text(found, ".zgroup"));
        assertEquals(
                "{\"Version\":[1,0],\"Type\":\"ImageData\",\"WholeExtent\":[0,2,0,1,0,4],\"Origin\":[1.0,2.0,3.0],"
                        + "\"Spacing\":[0.5,1.0,2.0],\"Direction\":[1.0,0.0,0.0,0.0,1.0,0.0,0.0,0.0,1.0]}",
                text(found, "VTKHDF/.zattrs"));
        assertEquals(
                "{\"zarr_format\":2,\"shape\":[5,2,3,2],\"chunks\":[5,2,3,2],\"dtype\":\"<f4\",\"fill_value\":\"NaN\","
                        + "\"order\":\"C\",\"dimension_separator\":\".\",\"compressor\":null,\"filters\":null}",
                text(found, "VTKHDF/PointData/v/.zarray"));
        assertEquals("{\"_ARRAY_DIMENSIONS\":[\"z\",\"y\",\"x\",\"c_2\"]}", text(found, "VTKHDF/PointData/v/.zattrs"));
        JsonNode chunk = found.get("VTKHDF/PointData/v/0.0.0.0");
        assertEquals(file.toString(), chunk.get(0).asText());
        byte[] bytes = Files.readAllBytes(file);
        int offset = chunk.get(1).asInt();
        ByteBuffer values = ByteBuffer.wrap(bytes, offset, chunk.get(2).asInt()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(240, values.remaining());
        for (int i = 0; i < 60; i++) {
            assertEquals(100 * (i / 12) + i % 12, values.getFloat());
        }
    }

    @Test
    void chunksHaveFiltersAndPlaces() throws IOException {
        Path file = image(Storage.gzip(7).withChecksum().withChunk(ChunkShape.of(2, 2, 3)), "v");
        JsonNode found = references("info", file, "--kerchunk", "--kerchunk-url", "s3://bucket/a b.vtkhdf");
        JsonNode array = JSON.readTree(found.get("VTKHDF/PointData/v/.zarray").asText());
        assertEquals("[3,2,2,2]", array.get("chunks").toString());
        assertEquals(
                "[{\"id\":\"shuffle\",\"elementsize\":4},{\"id\":\"zlib\",\"level\":7},{\"id\":\"fletcher32\"}]",
                array.get("filters").toString());
        List<String> chunks = names(found).stream()
                .filter(name -> name.matches("VTKHDF/PointData/v/[0-9.]+"))
                .toList();
        assertEquals(
                "[VTKHDF/PointData/v/0.0.0.0, VTKHDF/PointData/v/0.0.1.0, VTKHDF/PointData/v/1.0.0.0,"
                        + " VTKHDF/PointData/v/1.0.1.0]",
                chunks.toString());
        chunks.forEach(chunk ->
                assertEquals("s3://bucket/a b.vtkhdf", found.get(chunk).get(0).asText()));
    }

    @Test
    void namesAreEscaped() throws IOException {
        String name = "größe \"1\" \u0007\u202e%20{{u}} 速度😀";
        JsonNode found = references("info", "--kerchunk", image(Storage.raw(), name));
        assertTrue(found.has("VTKHDF/PointData/" + name + "/.zarray"), found.toString());
        assertTrue(found.has("VTKHDF/PointData/" + name + "/0.0.0.0"));
    }

    @Test
    void aNameThatIsAPathIsLeftOut() throws IOException {
        Path file = image(Storage.raw(), "a\\b");
        CliRun run = CliRun.of("info", "--kerchunk", file);
        assertEquals(
                "vtkhdf: warning: left out: " + file
                        + ": /VTKHDF/PointData/a\\b: found a name that zarr takes for a path,"
                        + " expected one without \\, and not ..",
                run.err().strip());
        assertFalse(JSON.readTree(run.out()).get("refs").has("VTKHDF/PointData/a\\b/.zarray"));
    }

    @Test
    void whatIsNotWrittenHasNoReference() throws IOException {
        Path file = directory.resolve("a.vtkhdf");
        ImageDataWriter writer = ImageDataWriter.create(
                file, ImageGeometry.of(4, 3, 5), WriteOptions.defaults().withInPlace(true));
        ArrayWriter array = writer.createPointArray("p", ScalarType.INT64);
        array.writeSlice(0, new long[12]);
        array.writeSlice(3, new long[12]);
        writer.commit();
        writer.abort();
        CliRun run = CliRun.of("info", "--kerchunk", file);
        JsonNode found = JSON.readTree(run.out()).get("refs");
        assertEquals(
                List.of("VTKHDF/PointData/p/0.0.0", "VTKHDF/PointData/p/3.0.0"),
                names(found).stream()
                        .filter(name -> name.matches("VTKHDF/PointData/p/[0-9.]+"))
                        .toList());
        assertEquals(
                "vtkhdf: warning: " + file
                        + ": unfinished: 2 of 5 slices of PointData/p are there; what is missing reads"
                        + " as NaN or 0",
                run.err().strip());
        assertTrue(text(found, "VTKHDF/PointData/p/.zarray").contains("\"fill_value\":0,"));
    }

    @Test
    void aSeriesHasItsSteps() throws IOException {
        Path pvd = StepFiles.pvd(directory.resolve("a.pvd"), "0", "0.vti", "0.5", "1.vti", "2", "2.vti");
        for (int t = 0; t < 3; t++) {
            StepFiles.vti(directory.resolve(t + ".vti"), t, StepFiles.field("f", t, 2));
        }
        Path file = directory.resolve("a.vtkhdf");
        assertEquals(0, CliRun.of("convert", pvd, file).exitCode());
        JsonNode found = references("info", "--kerchunk", file);
        assertEquals(
                "{\"_ARRAY_DIMENSIONS\":[\"step\",\"z\",\"y\",\"x\",\"c_2\"]}",
                text(found, "VTKHDF/PointData/v/.zattrs"));
        assertTrue(text(found, "VTKHDF/PointData/p/.zarray").contains("\"shape\":[3,2,3,4]"));
        assertTrue(text(found, "VTKHDF/CellData/c/.zarray").contains("\"dtype\":\"|u1\""));
        assertTrue(text(found, "VTKHDF/FieldData/f/.zarray").contains("\"shape\":[6]"));
        assertEquals("{\"NSteps\":3}", text(found, "VTKHDF/Steps/.zattrs"));
        JsonNode times = found.get("VTKHDF/Steps/Values/0");
        byte[] bytes = Files.readAllBytes(file);
        double[] values = new double[3];
        ByteBuffer.wrap(Arrays.copyOfRange(
                        bytes,
                        times.get(1).asInt(),
                        times.get(1).asInt() + times.get(2).asInt()))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(values);
        assertArrayEquals(new double[] {0, 0.5, 2}, values);
        assertEquals("{\"_ARRAY_DIMENSIONS\":[\"step\"]}", text(found, "VTKHDF/Steps/Values/.zattrs"));
    }

    @Test
    void whatDoesNotChangeHasOneSlab() throws Exception {
        Path file = Path.of(KerchunkTest.class.getResource("/steps/base.h5").toURI());
        JsonNode found = references("info", "--kerchunk", file);
        assertEquals(
                "{\"_ARRAY_DIMENSIONS\":[\"slab_1\",\"z\",\"y\",\"x\"]}", text(found, "VTKHDF/PointData/c/.zattrs"));
        assertTrue(text(found, "VTKHDF/Steps/PointDataOffsets/c/.zarray").contains("\"shape\":[5]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hdf5/layouts-v110.h5 | masked         | the chunk 0.0.0 without some of the filters",
                "hdf5/edge-chunks.h5  | bricks deflate | the chunk 0.0.2 without some of the filters",
            })
    void whatZarrHasNoWordForIsLeftOut(String resource, String name, String found) throws Exception {
        Path file = Path.of(KerchunkTest.class.getResource("/" + resource).toURI());
        CliRun run = CliRun.of("info", "--kerchunk", file);
        assertEquals(0, run.exitCode(), run.err());
        assertFalse(JSON.readTree(run.out()).get("refs").has("VTKHDF/PointData/" + name + "/.zarray"));
        String told = "vtkhdf: warning: left out: " + file + ": /VTKHDF/PointData/" + name + ": found " + found + ", ";
        assertTrue(run.err().lines().anyMatch(line -> line.startsWith(told)), run.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--kerchunk --json    | --kerchunk prints the references of one VTKHDF file, and does not go with --json",
                "--kerchunk --stats   | --kerchunk prints the references of one VTKHDF file, and does not go with --stats",
                "--kerchunk --distribution | --kerchunk prints the references of one VTKHDF file, and does not go with --distribution",
                "--kerchunk --recursive | --kerchunk prints the references of one VTKHDF file, and does not go with --recursive",
                "--kerchunk --dimensions=1,2,3 | --kerchunk prints the references of one VTKHDF file, and does not go with --dimensions",
                "--kerchunk b.vtkhdf  | --kerchunk prints the references of one VTKHDF file, found 2",
                "--kerchunk-url=s3:/x | --kerchunk-url goes with --kerchunk",
            })
    void whatDoesNotGoTogetherIsRefused(String options, String told) {
        List<Object> args = new ArrayList<>(List.of("info", "a.vtkhdf"));
        args.addAll(List.of(options.split(" ")));
        CliRun run = CliRun.of(args.toArray());
        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
        assertEquals("vtkhdf: " + told, run.err().lines().findFirst().orElse(""));
    }

    @Test
    void otherFormatsHaveNone() throws IOException {
        Path file = VtiFiles.small(directory.resolve("in.vti"));
        CliRun run = CliRun.of("info", "--kerchunk", file);
        assertEquals(4, run.exitCode());
        assertEquals("", run.out());
        assertEquals(
                "vtkhdf: " + file
                        + ": file: found no VTKHDF file, expected one; 'vtkhdf convert' makes it of any other",
                run.err().strip());
    }
}
