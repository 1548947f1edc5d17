package io.vtkhdf.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.plan.FinishOptions;
import io.vtkhdf.spark.Sample.Form;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Spark writes, read by h5py and by releases of VTK. */
@Tag("spark")
@Tag("once")
class ForeignReadersTest {

    @TempDir
    private static Path folder;

    private static final List<String> FILES = new ArrayList<>();

    @BeforeAll
    static void write() throws IOException {
        try (JavaSparkContext context = Contexts.start("local[2,4]")) {
            for (Form form : Form.values()) {
                Path file = folder.resolve(form + ".vtkhdf");
                VtkhdfSpark.of(context, Sample.plan(file, form))
                        .withFinishOptions(FinishOptions.defaults().withConsolidate(form == Form.CONSOLIDATED))
                        .write(Sample::write);
                FILES.add(file.toString());
            }
        }
    }

    @Test
    @Tag("h5py")
    void areReadByH5py() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("vtkhdf.python"), "src/test/python/judge_sample.py", "h5py"));
        command.addAll(FILES);
        assertEquals("", run(command, Map.of()));
    }

    /** Those that the property names. */
    @Test
    @Tag("wheel")
    void areReadByVtk() throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(System.getProperty("vtkhdf.python"), "src/test/python/judge_sample.py", "vtk"));
        command.addAll(FILES);
        for (String wheel : System.getProperty("vtkhdf.wheels").split(File.pathSeparator)) {
            assertEquals("", run(command, Map.of("PYTHONPATH", wheel)), wheel);
        }
    }

    /** Of Java's wrappers, VTK 9.1 where Debian has them; it reads no cells. */
    @Test
    @Tag("vtk")
    void pointsAreReadByAnOldVtk() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.library.path=" + System.getProperty("vtk.jni.dir"),
                "-cp",
                System.getProperty("vtk.jar"),
                "src/test/java-vtk/HashByVtk.java"));
        try (JavaSparkContext context = Contexts.start("local[2,4]")) {
            for (Form form : Form.values()) {
                Path file = folder.resolve("points-" + form + ".vtkhdf");
                List<ImageSlice> slices = Sample.slices().stream()
                        .filter(slice -> !slice.isOf(Sample.ID))
                        .toList();
                VtkhdfSpark.of(context, Sample.planOfPoints(file, form))
                        .withFinishOptions(FinishOptions.defaults().withConsolidate(form == Form.CONSOLIDATED))
                        .writeSlices(context.parallelize(slices, 2));
                command.add(file.toString());
            }
        }
        String expected = Arrays.hashCode((float[]) Sample.all(Sample.DENSITY)) + " "
                + Arrays.hashCode((double[]) Sample.all(Sample.VELOCITY)) + "\n";
        assertEquals(expected.repeat(3), run(command, Map.of()));
    }

    private static String run(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path said = Files.createTempFile(folder, "said", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), command.toString());
        String text = Files.readString(said);
        assertEquals(0, process.exitValue(), text);
        return text;
    }
}
