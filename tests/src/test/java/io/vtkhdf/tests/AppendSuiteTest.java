package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.StepWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step more for each file that VTK's own writer has made: h5py sees what it saw, and the step. */
@Tag("h5py")
class AppendSuiteTest {

    private static final Path FILES = Path.of("src/test/resources/vtk-writer");

    /** Flat images that VTK stores with an axis too many, and a series of one step, which no reader takes. */
    private static final Set<String> REFUSED = Set.of("15.vtkhdf", "16.vtkhdf", "26.vtkhdf");

    @TempDir
    Path scratch;

    @Test
    void addsToWhatVtkHasWritten() throws Exception {
        Set<String> refused = new TreeSet<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(FILES)) {
            files = all.filter(file -> file.toString().endsWith(".vtkhdf")).toList();
        }
        assertTrue(files.size() > 20);
        for (Path original : files) {
            Path copy = Files.copy(original, scratch.resolve(original.getFileName()));
            try {
                repeatLastStep(copy);
                String steps = Tool.run(scratch, command(copy));
                assertEquals(repeated(Tool.run(scratch, command(original))), steps, original.toString());
            } catch (FileContentException e) {
                assertTrue(e.getMessage().contains("to add steps convert it first: vtkhdf convert "), e.getMessage());
                assertArrayEquals(Files.readAllBytes(original), Files.readAllBytes(copy));
                refused.add(original.getFileName().toString());
            }
        }
        assertEquals(new TreeSet<>(REFUSED), refused);
    }

    /** Their names say what is found in them. */
    @Test
    void refusesWhatCannotGrowAndLeavesItAsItIs() throws Exception {
        Tool.run(
                scratch,
                List.of(Tool.python(), Tool.pythonScript("make_unappendable.py").toString(), scratch.toString()));
        List<Path> files;
        try (Stream<Path> all = Files.list(scratch)) {
            files = all.filter(file -> file.toString().endsWith(".vtkhdf")).toList();
        }
        assertEquals(13, files.size());
        for (Path file : files) {
            byte[] before = Files.readAllBytes(file);
            String matter = file.getFileName().toString().replace(".vtkhdf", "");
            if (matter.equals("good")) {
                repeatLastStep(file);
                continue;
            }
            String message = assertThrows(FileContentException.class, () -> ImageSeriesWriter.append(file), matter)
                    .getMessage();
            assertTrue(message.contains(matter), message);
            assertTrue(message.contains("convert it first: vtkhdf convert " + file.getFileName()), message);
            assertArrayEquals(before, Files.readAllBytes(file), matter);
        }
    }

    private static List<String> command(Path file) {
        return List.of(Tool.python(), Tool.pythonScript("series_steps.py").toString(), file.toString());
    }

    /** The lines of all steps with the last one once more. */
    private static String repeated(String steps) {
        List<String> lines = steps.lines().toList();
        return steps + lines.get(lines.size() - 1) + "\n";
    }

    private static void repeatLastStep(Path file) throws IOException {
        try (ImageSeriesWriter series = ImageSeriesWriter.append(file)) {
            double[] times = series.times();
            StepWriter step = series.step(times[times.length - 1] + 1);
            for (ArraySpec array : series.arrays()) {
                step.reuse(array.association(), array.name());
            }
            try (ImageDataReader reader = ImageDataReader.open(file)) {
                for (FieldArray field : reader.atStep(times.length - 1).fields()) {
                    if (!field.name().equals("TimeValue")) {
                        step.writeField(field);
                    }
                }
            }
            series.finish();
        }
    }
}
