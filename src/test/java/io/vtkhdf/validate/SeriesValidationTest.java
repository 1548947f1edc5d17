package io.vtkhdf.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.validate.SeriesOutline.Slabs;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is said of time series that h5py wrote, in the files beside {@code make_series.py}. The verdicts are what
 * {@code tests/matrix} has seen each release do with such files.
 */
class SeriesValidationTest {

    private static Validation validate(String name) throws IOException {
        try {
            return ImageValidator.validate(Path.of(SeriesValidationTest.class
                    .getResource("/validate/" + name + ".h5")
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
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

    @ParameterizedTest
    @CsvSource({
        "good, xxrrrrr",
        "good-reversed, xxrrrrr",
        "good-constant, xxrrrrr",
        "good-shared, xxrrrrr",
        "good-reserved, xxrrrrr",
        "good-long-offsets, xxrrrrr",
        "good-cells, xxrrrrr",
        "good-float-times, xxrrrrr",
        "good-turned, xxrcccr",
        "field-good, xxrrrrr",
        "field-tuples, xxwrrrr",
        "field-strings, xxwrrrr",
        "field-same-string, xxrrrrr",
    })
    void wellFormed(String name, String verdicts) throws IOException {
        Validation validation = validate(name);
        assertEquals(List.of(), validation.findings());
        assertEquals(verdicts, verdicts(validation));
    }

    @ParameterizedTest
    @CsvSource({
        "times-missing, /VTKHDF/Steps, no dataset Values, xxccxxx",
        "times-too-many, /VTKHDF/Steps/Values, 200 times, xxccccc",
        "times-too-few, /VTKHDF/Steps/Values, 2 times, xxwwwww",
        "times-decreasing, /VTKHDF/Steps/Values, the time 1.0 of step 1, xxwwwww",
        "times-twice, /VTKHDF/Steps/Values, the time 0.0 of step 1, xxwwwww",
        "times-nan, /VTKHDF/Steps/Values, the time NaN of step 1, xxwwwww",
        "constant-no-offsets, /VTKHDF/PointData/a, 1 along the axis for time, xxxxxxx",
        "offsets-short, /VTKHDF/Steps/PointDataOffsets/a, 2 offsets, xxxxxxx",
        "offsets-beyond, /VTKHDF/PointData/a, 3 along the axis for time, xxxxxxx",
        "offsets-negative, /VTKHDF/Steps/PointDataOffsets/a, the offset -1, xxwwwww",
        "offsets-no-number, /VTKHDF/Steps/PointDataOffsets/a, the offset NaN, xxwwwww",
        "offsets-wrapped, /VTKHDF/PointData/a, 3 along the axis for time, xxwwwwx",
        "field-no-offsets, /VTKHDF/FieldData/f, no dataset Steps/FieldDataOffsets/f, xxxxxxx",
        "field-negative, /VTKHDF/Steps/FieldDataOffsets/f, the offset -1, xxxxxxx",
        "field-sizes-short, /VTKHDF/Steps/FieldDataSizes/f, 2 x 2 numbers, xxrxxxx",
        "field-sizes-ignored, /VTKHDF/Steps/FieldDataSizes/f, 3 x 1 numbers, xxwwwww",
        "field-strings-no-offsets, /VTKHDF/FieldData/f, no dataset Steps/FieldDataOffsets/f, xxwxxxc",
        "field-strings-beyond, /VTKHDF/FieldData/f, 3 along the axis for time, xxwxxxc",
    })
    void broken(String name, String path, String found, String verdicts) throws IOException {
        Validation validation = validate(name);
        assertTrue(
                validation.findings().stream()
                        .anyMatch(finding -> finding.severity() == Finding.Severity.ERROR
                                && finding.path().equals(path)
                                && finding.found().equals(found)),
                () -> validation.findings().toString());
        assertEquals(verdicts, verdicts(validation));
    }

    /** Read by the releases before 9.3 as an image without time. */
    @Test
    void constantWithoutAnAxisForTime() throws IOException {
        Validation validation = validate("constant-rank-3");
        assertTrue(
                validation.findings().get(0).expected().endsWith("what never changes is one slab with offsets of 0"),
                () -> validation.findings().toString());
        assertEquals("wwxxxxx", verdicts(validation));
    }

    @ParameterizedTest
    @CsvSource({
        // VTK 9.7 shows what an earlier step had.
        "field-absent, /VTKHDF/Steps/FieldDataSizes/f, xxwrrrw",
        "field-absent-at-end, /VTKHDF/Steps/FieldDataSizes/f, xxxrrrw",
        "offsets-fraction, /VTKHDF/Steps/PointDataOffsets/a, xxrrrrr",
        // It does not matter which of the two steps is read.
        "times-twice-same, /VTKHDF/Steps/Values, xxrrrrr",
    })
    void odd(String name, String path, String verdicts) throws IOException {
        Validation validation = validate(name);
        assertTrue(validation.isValid(), () -> validation.findings().toString());
        assertEquals(
                List.of(path), validation.findings().stream().map(Finding::path).toList());
        assertEquals(verdicts, verdicts(validation));
    }

    @ParameterizedTest
    @CsvSource({
        "good, 0, 2, ''",
        "good-reversed, 0, 2, ''",
        "good-constant, 0, 2, PointData/a 1 of 1",
        "good-shared, 0, 2, PointData/a 2 of 2",
        "good-reserved, 0, 2, PointData/a 3 of 5",
        "good-cells, 0, 2, CellData/a 1 of 1",
        "times-decreasing, 2, 0, ''",
        "times-too-few, 0, 0.5, ''",
        "times-too-many, 0, 199, ''",
        "constant-rank-3, 0, 2, ''",
        "offsets-short, 0, 2, ''",
        "field-same-string, 0, 2, ''",
    })
    void outline(String name, double first, double last, String shared) throws IOException {
        SeriesOutline series = validate(name).series().orElseThrow();
        assertEquals(3, series.steps());
        assertEquals(OptionalDouble.of(first), series.firstTime());
        assertEquals(OptionalDouble.of(last), series.lastTime());
        assertEquals(
                shared,
                series.shared().stream()
                        .map(slabs -> slabs.array() + " " + slabs.used() + " of " + slabs.stored())
                        .collect(Collectors.joining()));
        assertEquals(shared.endsWith("1 of 1"), series.shared().stream().anyMatch(Slabs::isConstant));
    }

    @Test
    void outlineWithoutTimes() throws IOException {
        assertEquals(
                new SeriesOutline(3, OptionalDouble.empty(), OptionalDouble.empty(), List.of()),
                validate("times-missing").series().orElseThrow());
    }
}
