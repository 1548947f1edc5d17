package io.vtkhdf.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.compat.VtkRelease;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.GoldenFiles;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageValidatorTest {

    private static final int DAMAGED_FILES = 400;

    @TempDir
    Path directory;

    private static Validation validate(String golden) throws IOException {
        return ImageValidator.validate(GoldenFiles.path(golden));
    }

    /** One letter for each release: r read, w wrong, x refused, c crashed. */
    private static String verdicts(Validation validation) {
        return validation.readings().stream()
                .map(reading -> switch (reading.verdict()) {
                    case READ -> "r";
                    case WRONG -> "w";
                    case REFUSED -> "x";
                    case CRASHED -> "c";
                })
                .collect(Collectors.joining());
    }

    private static List<String> paths(Validation validation, Finding.Severity severity) {
        return validation.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .map(Finding::path)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "layouts-earliest, xxrrrrr",
        "layouts-v110, xxrrrrr",
        "partial-earliest, rrrrrrr",
        "partial-v110, rrrrrrr",
        "type-array, rrrrrrr",
        "type-variable, rxxxrrr",
        "type-nul-padded, rxxxrrr",
        "type-nul-terminated-utf8, rxxxrrr",
        "type-space-padded, rxxxxxx",
        "flat-x, xxrrrrx",
    })
    void wellFormedFiles(String name, String verdicts) throws IOException {
        Validation validation = validate(name);
        assertEquals(List.of(), validation.findings());
        assertEquals(verdicts, verdicts(validation));
    }

    @ParameterizedTest
    @CsvSource({
        "broken-no-group, /, xxxxxxx",
        "broken-group-is-dataset, /, xxxxxxx",
        "broken-no-version, /VTKHDF, xxxxxxx",
        "broken-no-extent, /VTKHDF, xxxxxxx",
        "broken-short-extent, /VTKHDF@WholeExtent, xxxxxxx",
        "broken-text-origin, /VTKHDF@Origin, xxxxxxx",
        "broken-backward-extent, /VTKHDF, wwwwwww",
        "broken-fractional-extent, /VTKHDF@WholeExtent, wwwwwww",
        "broken-nan-spacing, /VTKHDF, wwwwwww",
        "broken-rank-5, /VTKHDF/PointData/a, xxxxxxx",
        "broken-small-array, /VTKHDF/PointData/a, xxxxxxx",
        "type-missing, /VTKHDF, rxxxxxx",
        "type-number, /VTKHDF@Type, rxxxxxx",
    })
    void brokenFiles(String name, String place, String verdicts) throws IOException {
        Validation validation = validate(name);
        assertFalse(validation.isValid());
        assertTrue(
                paths(validation, Finding.Severity.ERROR).contains(place),
                () -> validation.findings().toString());
        assertEquals(verdicts, verdicts(validation));
    }

    @Test
    void everyAttributeThatIsMissingIsNamed() throws IOException {
        assertEquals(
                List.of("no attribute Type", "no attribute Origin", "no attribute Spacing", "no attribute Direction"),
                validate("header-bare").findings().stream().map(Finding::found).toList());
    }

    @Test
    void elementsOfOtherTypes() throws IOException {
        Validation validation = validate("types");
        assertEquals(
                List.of(
                        "/VTKHDF/PointData/bad compound",
                        "/VTKHDF/PointData/bad enumeration",
                        "/VTKHDF/PointData/bad long double",
                        "/VTKHDF/PointData/bad string"),
                paths(validation, Finding.Severity.ERROR).stream()
                        .filter(path -> path.contains("bad"))
                        .toList());
        assertTrue(paths(validation, Finding.Severity.WARNING).contains("/VTKHDF/PointData/bad szip"));
        assertEquals("xxxxxxx", verdicts(validation));
    }

    @Test
    void activeArraysThatAreNotThere() throws IOException {
        Validation validation = validate("active");
        assertTrue(validation.isValid());
        assertEquals(
                List.of(Finding.warning(
                        "/VTKHDF/PointData@Normals", "'not there'", "the name of an array of /VTKHDF/PointData")),
                validation.findings());
        assertEquals("xxrrrrx", verdicts(validation));
    }

    /** As h5py 3.16 with HDF5 2.0 writes them: tests/matrix has what VTK makes of such files. */
    @ParameterizedTest
    @CsvSource({"layouts-v200", "partial-v200"})
    void filteredChunksOfHdf5Two(String name) throws IOException {
        Validation validation = validate(name);
        assertTrue(validation.isValid());
        assertFalse(paths(validation, Finding.Severity.WARNING).isEmpty());
        assertEquals("wwwwwww", verdicts(validation));
    }

    /** What tests/matrix has VTK make of such files. */
    @Test
    void partsOfAVirtualDataset() throws IOException {
        Validation validation = validate("virtual");
        assertFalse(validation.isValid());
        String place = "/VTKHDF/PointData/v";
        String reach = "a file in the same folder or below; --allow-outside allows others";
        assertEquals(
                List.of(
                        Finding.warning(place, "data in another file, '../elsewhere.h5'", reach),
                        Finding.error(
                                place,
                                "the virtual dataset's part missing.h5:a/b, which is not there",
                                "the file, with that dataset: its values read as the fill value"),
                        Finding.error(
                                place,
                                "the virtual dataset's part make_fixtures.py:c, which cannot be read: no HDF5 signature",
                                "an HDF5 file")),
                validation.findings());
        assertEquals("wwwwwxx", verdicts(validation));
    }

    /** Whatever is at the place: a pipe would be waited for. */
    @Test
    void partsElsewhereAreNotOpened() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(directory.resolve("folder"));
        Path file = Files.copy(GoldenFiles.path("virtual"), folder.resolve("virtual.h5"));
        Path outside = directory.resolve("elsewhere.h5");
        for (Path pipe : List.of(outside, folder.resolve("make_fixtures.py"))) {
            assertEquals(
                    0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        }
        Files.createSymbolicLink(folder.resolve("missing.h5"), outside);
        List<String> found = ImageValidator.validate(file).findings().stream()
                .map(Finding::found)
                .toList();
        assertEquals(
                List.of(
                        "data in another file, '../elsewhere.h5'",
                        "the virtual dataset's part missing.h5:a/b: data in another file, 'missing.h5'",
                        "the virtual dataset's part make_fixtures.py:c, which cannot be read: data in what is no file,"
                                + " 'make_fixtures.py'"),
                found);
    }

    /** A text of its own, or what was found and what was expected, but not the one within the other. */
    @Test
    void noFindingSaysTwiceThatSomethingWasFound() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Path file : GoldenFiles.all()) {
            try {
                findings.addAll(ImageValidator.validateDeep(file).findings());
            } catch (FileContentException e) {
                findings.add(Finding.of(Finding.Severity.ERROR, e));
            }
        }
        assertTrue(findings.size() > 20, findings::toString);
        for (Finding finding : findings) {
            boolean sentence = finding.expected().isEmpty();
            assertTrue(sentence || !finding.found().contains("found "), finding::toString);
            assertFalse((finding.found() + finding.expected()).contains(", expected "), finding::toString);
            assertFalse(finding.found().contains("filter filter"), finding::toString);
        }
    }

    @Test
    void aMessageIsTakenApartAgain() {
        Path file = Path.of("a");
        CorruptFileException apart =
                new CorruptFileException(file.toString(), "/b", "found c, expected d, or e", (Throwable) null);
        assertEquals("a: /b: found c, expected d, or e", apart.getMessage());
        assertEquals(Finding.error("/b", "c", "d, or e"), Finding.of(Finding.Severity.ERROR, apart));
        assertEquals("a: /b: found c, expected d, or e; f", apart.advising("f").getMessage());
        CorruptFileException whole =
                new CorruptFileException(file.toString(), "/b", "c must be d, found e", (Throwable) null);
        assertEquals(Finding.error("/b", "c must be d, found e", ""), Finding.of(Finding.Severity.ERROR, whole));
        assertEquals("a: /b: c must be d, found e; f", whole.advising("f").getMessage());
    }

    @Test
    void aDeepLookNeedsNoListener() throws IOException {
        Path file = GoldenFiles.path("layouts-v110");
        assertEquals(
                ImageValidator.validateDeep(file, (done, total) -> {}).findings(),
                ImageValidator.validateDeep(file).findings());
        assertEquals(
                ImageValidator.validateDeep(file).findings(),
                ImageValidator.validateDeep(file, null).findings());
    }

    @Test
    void geometryThatCollapses() throws IOException {
        double[] ones = new double[9];
        Arrays.fill(ones, 1);
        ImageGeometry plain = ImageGeometry.of(4, 3, 1);
        assertEquals(List.of(), collapsed(plain.withSpacing(-1, 0.5, 0)));
        assertEquals(List.of("/VTKHDF@Spacing", "/VTKHDF@Spacing"), collapsed(plain.withSpacing(0, 0, 0)));
        assertEquals(List.of("/VTKHDF@Direction"), collapsed(plain.withDirection(ones)));
        assertEquals(List.of("/VTKHDF@Direction"), collapsed(plain.withDirection(new double[9])));
        assertEquals(List.of(), collapsed(plain.withDirection(1e-9, 0, 0, 0, -1e-9, 0, 0, 0, 1e-9)));
        // Two columns at an angle of 1e-14, as of a sloppy rotation of one of them.
        assertEquals(List.of("/VTKHDF@Direction"), collapsed(plain.withDirection(1, 1, 0, 0, 1e-14, 0, 0, 0, 1)));
        assertEquals(List.of(), collapsed(plain.withDirection(1, 1, 0, 0, 1e-4, 0, 0, 0, 1)));
    }

    private List<String> collapsed(ImageGeometry geometry) throws IOException {
        Path file = directory.resolve("collapsed.vtkhdf");
        try (ImageDataWriter writer =
                ImageDataWriter.create(file, geometry, WriteOptions.defaults().withOverwrite(true))) {
            writer.finish();
        }
        Validation validation = ImageValidator.validate(file);
        assertTrue(validation.isValid());
        return paths(validation, Finding.Severity.WARNING);
    }

    @Test
    void linksThatLeadNowhere() throws IOException {
        Validation validation = validate("links");
        assertEquals(
                List.of(GoldenFiles.path("voxel") + ": /VTKHDF/PointData/full"),
                paths(validation, Finding.Severity.ERROR));
        assertEquals("wwwwwww", verdicts(validation));
        assertTrue(paths(validation, Finding.Severity.WARNING).contains("/VTKHDF/PointData/through a dataset"));
    }

    @Test
    void timeSeries() throws IOException {
        Validation validation = validate("two-steps");
        assertEquals(List.of("/VTKHDF/Steps"), paths(validation, Finding.Severity.ERROR));
        assertEquals("xxccxxx", verdicts(validation));
    }

    @Test
    void filesThatAreNoImages() throws IOException {
        assertThrows(UnsupportedFileException.class, () -> validate("type-unstructured"));
        Path text = Files.writeString(directory.resolve("text"), "no HDF5");
        assertThrows(CorruptFileException.class, () -> ImageValidator.validate(text));
        assertThrows(NoSuchFileException.class, () -> ImageValidator.validate(directory.resolve("none")));
    }

    /** Whatever is wrong, it is said in the result or by an exception of ours. */
    @Test
    void damagedFiles() throws IOException {
        Random random = new Random(7);
        List<Path> files = GoldenFiles.all().stream()
                .filter(file -> file.toFile().length() < 100_000)
                .toList();
        Path damaged = directory.resolve("damaged.h5");
        for (int i = 0; i < DAMAGED_FILES; i++) {
            byte[] bytes = Files.readAllBytes(files.get(random.nextInt(files.size())));
            for (int n = random.nextInt(8); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            boolean cut = random.nextInt(4) == 0;
            Files.write(damaged, cut ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
            try {
                Validation validation = ImageValidator.validate(damaged);
                assertEquals(VtkRelease.values().length, validation.readings().size());
            } catch (FileContentException e) {
                assertTrue(e.getMessage().startsWith(damaged.toString()), e.getMessage());
            }
        }
    }

    @Test
    void whatIsWrittenIsValidAndReadByTheReleasesThatItIsFor() throws IOException {
        Path file = directory.resolve("a.vtkhdf");
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(4, 3, 2))) {
            for (ArraySpec spec : List.of(
                    ArraySpec.point("p", ScalarType.INT8),
                    ArraySpec.cell("c", ScalarType.FLOAT64).withComponents(3))) {
                ArrayWriter array = writer.createArray(spec, Storage.gzip(1).withChecksum());
                for (int k = 0; k < array.dimensions().z(); k++) {
                    int values = array.dimensions().x() * array.dimensions().y() * spec.components();
                    array.writeSlice(k, spec.type().newArray(values));
                }
            }
            writer.writeField(FieldArray.ofStrings("s", List.of("ä", "")));
            writer.writeField(FieldArray.of("n", 1.0));
            writer.setActive(new ActiveArray(Association.POINT, ArrayRole.PEDIGREE_IDS, "p"));
            writer.finish();
        }
        Validation validation = ImageValidator.validate(file);
        assertEquals(List.of(), validation.findings());
        assertEquals("xxrrrrr", verdicts(validation));
    }
}
