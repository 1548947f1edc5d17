package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vtkhdf.cli.Main;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files by us and by h5py, read by zarr, xarray and VirtualiZarr where {@code vtkhdf info --kerchunk} says. */
@Tag("zarr")
@Tag("once")
class KerchunkSuiteTest {

    private static final int MOST_STEPS = 5;

    /** Of each of which zarr reads a thousand a second. */
    private static final Pattern MANY_CHUNKS = Pattern.compile("8000 chunks|along x");

    @TempDir
    static Path scratch;

    private static ZarrJudge zarr;

    @BeforeAll
    static void start() throws IOException {
        zarr = new ZarrJudge(scratch);
    }

    @AfterAll
    static void stop() throws IOException {
        zarr.close();
    }

    static LongStream seeds() {
        return Seeds.of(40);
    }

    /** A third of them from a server. */
    @ParameterizedTest
    @MethodSource("seeds")
    void readsImages(long seed) {
        RandomImage image = RandomImage.of(seed, RandomImage.Profile.ANY);
        Path file = scratch.resolve("image" + seed + ".vtkhdf");
        Seeds.run(image, () -> {
            ImageScribe.write(image, file);
            if (seed % 3 == 0) {
                zarr.judgeServed(file);
            } else {
                zarr.judge(file);
            }
            Files.delete(file);
        });
    }

    static LongStream someSeeds() {
        return Seeds.of(12);
    }

    @ParameterizedTest
    @MethodSource("someSeeds")
    void readsWhatIsThereOfUnfinishedFiles(long seed) {
        RandomImage image = RandomImage.of(seed, RandomImage.Profile.ANY);
        Path file = scratch.resolve("unfinished" + seed + ".vtkhdf");
        Seeds.run(image, () -> {
            UnfinishedImage.write(image, file);
            zarr.judge(file);
            Files.delete(file);
        });
    }

    @ParameterizedTest
    @MethodSource("someSeeds")
    void readsSeries(long seed) {
        RandomSeries series = new RandomSeries(seed, MOST_STEPS);
        Path file = scratch.resolve("series" + seed + ".vtkhdf");
        Seeds.run(series, seed, () -> {
            try (ImageSeriesWriter writer = ImageSeriesWriter.create(
                    file,
                    series.geometry,
                    series.axis(),
                    WriteOptions.defaults().withStorage(series.storage))) {
                series.writeConstants(writer);
                for (int step = 0; step < series.times.length; step++) {
                    series.writeStep(writer, step, false);
                }
                writer.finish();
            }
            zarr.judgeVirtually(file);
            Files.delete(file);
        });
    }

    /**
     * 20 MB that are cut within a slice, 17 MB of which a prime number of slices is cut into single ones, and a line.
     */
    @Test
    void readsLargeRawArrays() throws IOException {
        for (ImageGeometry geometry : List.of(
                ImageGeometry.of(1024, 2500, 2), ImageGeometry.of(64, 128, 521), ImageGeometry.of(4_200_013, 1, 1))) {
            Path file = scratch.resolve("large.vtkhdf");
            try (ImageDataWriter writer = ImageDataWriter.create(file, geometry)) {
                ArrayWriter array = writer.createArray(ArraySpec.point("a", ScalarType.FLOAT32));
                float[] slice = new float
                        [geometry.dimensions().x() * geometry.dimensions().y()];
                Random random = new Random(1);
                for (int k = 0; k < geometry.dimensions().z(); k++) {
                    for (int i = 0; i < slice.length; i++) {
                        slice[i] = random.nextFloat();
                    }
                    array.writeSlice(k, slice);
                }
                writer.finish();
            }
            zarr.judge(file);
            Files.delete(file);
        }
    }

    @Test
    void readsAFileOfAnOddName() throws Exception {
        Path file = scratch.resolve("größe #1 50% a&b.vtkhdf");
        ImageScribe.write(RandomImage.of(2, RandomImage.Profile.ANY), file);
        zarr.judge(file);
    }

    /** The line of docs/guide.md, which {@code tests/documents} leaves to this. */
    @Test
    void readsAsTheGuideSays() throws Exception {
        Path root = Path.of(System.getProperty("basedir")).getParent();
        Path image = scratch.resolve("scan.vtkhdf");
        String sample = root.resolve("docs/sample/sample.vti").toString();
        OutputStream nowhere = OutputStream.nullOutputStream();
        assertEquals(0, Main.run(nowhere, nowhere, "convert", sample, image.toString()));
        try (OutputStream references = Files.newOutputStream(scratch.resolve("scan.json"))) {
            assertEquals(0, Main.run(references, nowhere, "info", "--kerchunk", image.toString()));
        }
        String line = Files.readAllLines(root.resolve("docs/guide.md")).stream()
                .filter(command -> command.startsWith("python3 -c 'import zarr"))
                .findFirst()
                .orElseThrow();
        String python = "python3() { PYTHONPATH='" + System.getProperty("vtkhdf.zarr") + "' '" + Tool.python()
                + "' \"$@\"; }; cd '" + scratch + "'; ";
        String row = Tool.run(scratch, List.of("bash", "-c", python + line));
        assertEquals(32, row.replaceAll("[\\[\\]]", "").strip().split("\\s+").length, row);
    }

    /** In every way that HDF5 allows, but with fewer chunks: byte orders, fill values, checksums, holes, … */
    @TestFactory
    Stream<DynamicTest> readsWhatH5pyWrote() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(scratch.resolve("foreign"));
        Tool.run(
                scratch,
                List.of(Tool.python(), Tool.pythonScript("make_foreign.py").toString(), folder.toString()));
        JsonNode manifest =
                new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
        return StreamSupport.stream(manifest.spliterator(), false)
                .filter(account -> account.get("expect").asText().equals("same"))
                .filter(account ->
                        !MANY_CHUNKS.matcher(account.get("title").asText()).find())
                .map(account -> dynamicTest(
                        account.get("family").asText() + ": "
                                + account.get("title").asText(),
                        () -> zarr.judge(folder.resolve(account.get("file").asText()))));
    }
}
