package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinCommandTest {

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void name() {
        out = folder.resolve("out.vtkhdf");
    }

    private Path slab(String name, int first, int last) throws IOException {
        Path file = folder.resolve(name);
        ImageGeometry geometry = ImageGeometry.of(new Extent(0, 2, 0, 1, first, last));
        WriteOptions options = WriteOptions.defaults().withFillMissing(true);
        try (ImageDataWriter writer = ImageDataWriter.create(file, geometry, options)) {
            writer.createArray(ArraySpec.point("p", ScalarType.FLOAT32));
            writer.createArray(ArraySpec.cell("c", ScalarType.UINT8));
            writer.writeField(FieldArray.of("file", first));
            writer.finish();
        }
        return file;
    }

    @Test
    void joinsSlabs() throws IOException {
        CliRun run = CliRun.of("join", slab("b.vtkhdf", 4, 8), slab("a.vtkhdf", 0, 4), out);
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.out());
        assertEquals(
                "vtkhdf: warning: FieldData 'file': left out, since not all parts have the same values\n" + out
                        + ": 2 parts along z, 3 x 2 x 9 points, 2 arrays, a file of ",
                run.err().replace("\r", "").replaceAll("[0-9.]+ kB\n$", ""));
        assertTrue(Files.exists(out));
    }

    @Test
    void joinsSteps() throws IOException {
        CliRun run = CliRun.of(
                "join", slab("a10.vtkhdf", 0, 4), slab("a9.vtkhdf", 0, 4), out, "--along", "time", "--times", "0.5,2");
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(run.err().contains("2 parts along time, 2 steps, 3 x 2 x 5 points, 2 arrays"), run.err());
    }

    /** More than a process may have open on most systems, which readers do not tell. */
    @Test
    void warnsOfManyParts() throws IOException {
        Path step = slab("step.vtkhdf", 0, 1);
        List<Object> args = new ArrayList<>(List.of("join"));
        for (int k = 0; k <= 1000; k++) {
            args.add(Files.copy(step, folder.resolve("step-" + k + ".vtkhdf")));
        }
        args.addAll(List.of(out, "--along", "time", "--dt", "0.5"));
        CliRun run = CliRun.of(args.toArray());
        assertEquals(0, run.exitCode(), run.err());
        assertTrue(
                run.err().contains("warning: " + out + ": refers to 1001 files, which VTK and h5py keep open"),
                run.err());
        args.remove(1);
        run = CliRun.of(args.toArray());
        assertFalse(run.err().contains("keep open"), run.err());
    }

    @Test
    void tellsWhatItWouldDo() throws IOException {
        Path b = slab("b.vtkhdf", 4, 8);
        Path a = slab("a.vtkhdf", 0, 4);
        CliRun run = CliRun.of("join", b, a, out, "--array", "p", "--dry-run", "--quiet");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", run.err());
        assertEquals("""
                would write %s: 2 parts along z, 3 x 2 x 9 points, 1 array
                part  points along z
                %s  0 to 4
                %s  4 to 8
                array  of      type     components
                p      points  Float32  1
                """.formatted(out, a, b), run.out().replace("\r", "").replaceAll("part +points", "part  points"));
        assertFalse(Files.exists(out));
        Path below = Files.createDirectory(folder.resolve("below")).resolve("out.vtkhdf");
        assertEquals(4, CliRun.of("join", a, b, below, "--dry-run").exitCode());
        assertEquals(
                0,
                CliRun.of("join", a, b, below, "--dry-run", "--allow-outside").exitCode());
        run = CliRun.of("join", a, slab("c.vtkhdf", 0, 4), out, "--along", "time", "--dt", "0.25", "--dry-run");
        assertTrue(run.out().replaceAll(" +", " ").contains("c.vtkhdf 1 0.25"), run.out());
    }

    @Test
    void refusesWhatDoesNotFit() throws IOException {
        Path a = slab("a.vtkhdf", 0, 4);
        Path gap = slab("gap.vtkhdf", 6, 8);
        assertRefused(2, "found a gap of 1 slice between them", a, gap, out);
        assertRefused(2, "--dt goes with --along time", a, gap, out, "--dt", "1");
        assertRefused(2, "found --times and --dt", a, gap, out, "--along", "time", "--dt", "1", "--times", "1,2");
        assertRefused(2, "no array 'q', expected 'p' (point), 'c' (cell)", a, out, "--array", "q");
        assertRefused(2, "expected .vtkhdf or .hdf", a, gap, folder.resolve("out.vti"));
        assertRefused(3, "no such file or directory", folder.resolve("gone.vtkhdf"), out);
        Path vti = Files.writeString(folder.resolve("x.vti"), "<VTKFile/>");
        assertRefused(4, "'vtkhdf convert' makes one of it", vti, out);
        Files.createFile(out);
        assertRefused(3, "exists already; --overwrite replaces it", a, out);
        assertEquals(0, CliRun.of("join", a, out, "--overwrite").exitCode());
    }

    /** Where OUTPUT is forgotten, the last part is in its place. */
    @Test
    void theLastPartIsNotTakenForTheOutput() throws IOException {
        Path a = slab("a.vtkhdf", 0, 4);
        Path b = slab("b.vtkhdf", 4, 8);
        Path c = slab("c.vtkhdf", 8, 12);
        byte[] before = Files.readAllBytes(c);
        String message =
                c + ": found an image as the last of the files, expected an OUTPUT that is not one of the parts";
        assertRefused(2, message, a, b, c);
        assertRefused(2, message, a, b, c, "--overwrite");
        assertArrayEquals(before, Files.readAllBytes(c));
        assertEquals(0, CliRun.of("join", a, b, out).exitCode());
        assertRefused(3, "exists already; --overwrite replaces it", a, b, c, out);
        assertEquals(0, CliRun.of("join", a, b, c, out, "--overwrite").exitCode());
        Files.move(a, folder.resolve("moved.vtkhdf"));
        Files.delete(b);
        Files.delete(c); // What has lost all parts still joins others.
        assertEquals(
                0,
                CliRun.of("join", folder.resolve("moved.vtkhdf"), out, "--overwrite")
                        .exitCode());
    }

    /** The file that is read joins one that joins the one that would be written. */
    @Test
    void aPartOfAPartIsNotOverwritten() throws IOException {
        Path a = slab("a.vtkhdf", 0, 4);
        Path below = folder.resolve("below.vtkhdf");
        assertEquals(0, CliRun.of("join", a, slab("b.vtkhdf", 4, 8), below).exitCode());
        assertEquals(0, CliRun.of("join", below, slab("c.vtkhdf", 8, 9), out).exitCode());
        byte[] before = Files.readAllBytes(a);
        Path copy = folder.resolve("copy.vtkhdf");
        assertEquals(0, CliRun.of("convert", out, copy).exitCode());
        for (Path part : List.of(a, below)) {
            CliRun run = CliRun.of("convert", out, part, "--overwrite");
            assertEquals(2, run.exitCode(), run.err());
            assertTrue(run.err().contains("OUTPUT would overwrite "), run.err());
        }
        assertArrayEquals(before, Files.readAllBytes(a));
    }

    private static void assertRefused(int exitCode, String message, Object... args) {
        Object[] all = new Object[args.length + 1];
        all[0] = "join";
        System.arraycopy(args, 0, all, 1, args.length);
        CliRun run = CliRun.of(all);
        assertEquals(exitCode, run.exitCode(), run.err());
        assertTrue(run.err().contains(message), run.err());
    }

    /** As it comes about if files are renamed: a is made of b, which is made of a. */
    @Test
    void validateTellsOfACircle() throws IOException {
        Path a = slab("a.vtkhdf", 0, 4);
        Path b = folder.resolve("b.vtkhdf");
        assertEquals(0, CliRun.of("join", a, b).exitCode());
        assertEquals(0, CliRun.of("join", b, out).exitCode());
        assertEquals(0, CliRun.of("validate", out).exitCode());
        Files.copy(out, a, StandardCopyOption.REPLACE_EXISTING);
        for (Path file : List.of(out, a, b)) {
            for (String how : List.of("--quiet", "--deep")) {
                CliRun run = how.equals("--deep") ? CliRun.of("validate", file, how) : CliRun.of("validate", file);
                assertEquals(1, run.exitCode(), run.out());
                assertTrue(run.out().contains("a circle: "), run.out());
            }
        }
        assertRefused(3, "a circle: ", a, folder.resolve("other.vtkhdf"));
        Files.delete(b);
        assertRefused(
                4, "a virtual dataset whose part b.vtkhdf:/VTKHDF/PointData/p is not there", a, out, "--overwrite");
    }

    @Test
    void theOtherCommandsReadIt() throws IOException {
        Path a = slab("a.vtkhdf", 0, 4);
        Path b = slab("b.vtkhdf", 4, 8);
        assertEquals(0, CliRun.of("join", a, b, out, "--quiet").exitCode());
        Path whole = folder.resolve("whole.vtkhdf");
        assertEquals(0, CliRun.of("convert", out, whole).exitCode());
        CliRun diff = CliRun.of("diff", out, whole);
        assertEquals(0, diff.exitCode(), diff.out() + diff.err());
        CliRun valid = CliRun.of("validate", out);
        assertEquals(0, valid.exitCode(), valid.out());
        Files.delete(b);
        CliRun lost = CliRun.of("validate", out);
        assertEquals(1, lost.exitCode(), lost.out());
        assertTrue(lost.out().contains("b.vtkhdf:/VTKHDF/PointData/p"), lost.out());
    }
}
