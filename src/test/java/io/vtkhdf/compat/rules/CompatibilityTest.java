package io.vtkhdf.compat.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.compat.Reading;
import io.vtkhdf.compat.VtkRelease;
import io.vtkhdf.compat.rules.StoredArray.Content;
import io.vtkhdf.compat.rules.StoredArray.Group;
import io.vtkhdf.compat.rules.StoredArray.Position;
import io.vtkhdf.compat.rules.StoredSteps.Oddity;
import io.vtkhdf.compat.rules.StoredSteps.Times;
import io.vtkhdf.compat.rules.StoredText.Charset;
import io.vtkhdf.compat.rules.StoredText.Length;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules, just inside and just outside. A string of verdicts has one letter for each release from 9.1 to 9.7: r
 * read, w wrong, x refused, c crashed. They are what the readers did with such files.
 */
class CompatibilityTest {

    private static final List<Integer> EXTENT = List.of(0, 3, 0, 2, 0, 1);

    private static void assertVerdicts(String expected, StoredImage image) {
        String found = Compatibility.of(image).stream()
                .map(reading -> switch (reading.verdict()) {
                    case READ -> "r";
                    case WRONG -> "w";
                    case REFUSED -> "x";
                    case CRASHED -> "c";
                })
                .collect(Collectors.joining());
        assertEquals(expected, found, () -> Compatibility.of(image).toString());
        for (Reading reading : Compatibility.of(image)) {
            assertEquals(reading.isRight(), reading.reasons().isEmpty(), reading::toString);
        }
    }

    private static StoredImage image(List<Integer> extent, StoredArray... arrays) {
        return new StoredImage(
                Optional.of(StoredText.imageData()), List.of(), List.of(), extent, Optional.empty(), List.of(arrays));
    }

    private static StoredImage ofType(StoredText type) {
        return new StoredImage(
                Optional.ofNullable(type), List.of(), List.of(), EXTENT, Optional.empty(), List.of(points(2, 3, 4)));
    }

    private static StoredImage timeSeries(StoredSteps steps, StoredArray... arrays) {
        return timeSeries(EXTENT, steps, arrays);
    }

    private static StoredImage timeSeries(List<Integer> extent, StoredSteps steps, StoredArray... arrays) {
        return new StoredImage(
                Optional.of(StoredText.imageData()), List.of(), List.of(), extent, Optional.of(steps), List.of(arrays));
    }

    /** Numbers that begin at the dataset's corner. */
    private static StoredArray array(Group group, long components, List<Long> shape) {
        Position position = new Position(Collections.nCopies(shape.size(), 0L), components);
        return new StoredArray(
                group,
                "a",
                Content.NUMBERS,
                shape,
                List.of(),
                Optional.empty(),
                Optional.of(position),
                StoredParts.ALL_THERE);
    }

    private static List<Long> shape(long... shape) {
        return Arrays.stream(shape).boxed().toList();
    }

    private static StoredArray points(long... shape) {
        return array(Group.POINT_DATA, 1, shape(shape));
    }

    private static StoredArray cells(long... shape) {
        return array(Group.CELL_DATA, 1, shape(shape));
    }

    private static StoredArray field(Content content, long... shape) {
        return new StoredArray(
                Group.FIELD_DATA,
                "f",
                content,
                shape(shape),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                StoredParts.ALL_THERE);
    }

    private static StoredArray of(Content content, String name) {
        return new StoredArray(
                Group.POINT_DATA,
                name,
                content,
                content == Content.NUMBERS ? shape(2, 3, 4) : List.of(),
                List.of(),
                Optional.empty(),
                Optional.of(new Position(List.of(0L, 0L, 0L), 1)),
                StoredParts.ALL_THERE);
    }

    private static StoredArray filtered(String... filters) {
        StoredArray plain = points(2, 3, 4);
        return new StoredArray(
                plain.group(),
                plain.name(),
                plain.content(),
                plain.shape(),
                List.of(filters),
                plain.role(),
                plain.position(),
                plain.parts());
    }

    private static StoredArray withRole(String role) {
        StoredArray plain = points(2, 3, 4);
        return new StoredArray(
                plain.group(),
                plain.name(),
                plain.content(),
                plain.shape(),
                plain.filters(),
                Optional.of(role),
                plain.position(),
                plain.parts());
    }

    @Test
    void anImageWithoutArrays() {
        assertVerdicts("rrrrrrr", image(EXTENT));
        assertVerdicts("rrrrrrr", image(List.of(0, 3, 0, 2, 0, 0)));
    }

    @Test
    void pointsAndCells() {
        assertVerdicts("rrrrrrr", image(EXTENT, points(2, 3, 4)));
        assertVerdicts("rrrrrrr", image(EXTENT, array(Group.POINT_DATA, 3, shape(2, 3, 4, 3))));
        assertVerdicts("xxrrrrr", image(EXTENT, cells(1, 2, 3)));
        assertVerdicts("xxrrrrr", image(EXTENT, points(2, 3, 4), cells(1, 2, 3)));
        assertVerdicts("xxrrrrr", image(EXTENT, array(Group.CELL_DATA, 3, shape(1, 2, 3, 3))));
        assertVerdicts("xxrrrrr", image(EXTENT, points(2, 3, 4, 1)));
    }

    @Test
    void sizeOfTheDataset() {
        assertVerdicts("rrrrrrr", image(EXTENT, points(3, 5, 6)));
        assertVerdicts("xxxxxxx", image(EXTENT, points(2, 3, 3)));
        assertVerdicts("wwrrrrr", image(EXTENT, cells(3, 5, 6)));
        assertVerdicts("xxxxxxx", image(EXTENT, points(3, 4)));
        assertVerdicts("xxxxxxx", image(EXTENT, points(2, 3, 4, 1, 1)));
        assertVerdicts("xxxxxxx", image(EXTENT, points()));
    }

    @Test
    void typeAttribute() {
        assertVerdicts("rxxxxxx", ofType(null));
        assertVerdicts("rxxxrrr", ofType(new StoredText("ImageData", Charset.UTF_8, Length.FIXED, 9)));
        assertVerdicts("rxxxrrr", ofType(new StoredText("ImageData", Charset.ASCII, Length.FIXED, 10)));
        assertVerdicts("rxxxrrr", ofType(new StoredText("ImageData", Charset.ASCII, Length.FIXED, 32)));
        assertVerdicts("rxxxxxx", ofType(new StoredText("ImageData", Charset.ASCII, Length.FIXED, 33)));
        assertVerdicts("rxxxrrr", ofType(new StoredText("ImageData", Charset.ASCII, Length.VARIABLE, 16)));
        assertVerdicts("rxxxxxx", ofType(new StoredText("ImageData ", Charset.ASCII, Length.FIXED, 10)));
    }

    @Test
    void otherAttributes() {
        StoredImage unreadable = new StoredImage(
                Optional.of(StoredText.imageData()),
                List.of("Direction"),
                List.of(),
                EXTENT,
                Optional.empty(),
                List.of());
        assertVerdicts("xxxxxxx", unreadable);
        StoredImage senseless = new StoredImage(
                Optional.of(StoredText.imageData()),
                List.of(),
                List.of("Spacing"),
                List.of(),
                Optional.empty(),
                List.of(points(1)));
        assertVerdicts("wwwwwww", senseless);
    }

    @Test
    void imagesFlatAlongZ() {
        List<Integer> flat = List.of(0, 3, 0, 2, 0, 0);
        assertVerdicts("ccrrrrr", image(flat, points(3, 4)));
        assertVerdicts("ccrrrrr", image(flat, array(Group.POINT_DATA, 2, shape(3, 4, 2))));
        assertVerdicts("ccxxxxx", image(flat, points(1, 3, 4)));
        assertVerdicts("ccrrrrr", image(flat, cells(2, 3)));
        assertVerdicts("ccrrrrr", image(flat, field(Content.NUMBERS, 5)));
    }

    @Test
    void imagesFlatAlongY() {
        List<Integer> flat = List.of(0, 3, 0, 0, 0, 1);
        assertVerdicts("ccxxxxx", image(flat, points(2, 1, 4)));
        assertVerdicts("ccwwwwr", image(flat, points(2, 4)));
        assertVerdicts("ccwwwwx", image(flat, cells(1, 1, 3)));
        assertVerdicts("ccwwwwr", image(List.of(0, 1, 0, 0, 0, 4), cells(4, 1, 1)));
    }

    @Test
    void imagesFlatAlongX() {
        List<Integer> flat = List.of(0, 0, 0, 2, 0, 1);
        assertVerdicts("rrrrrrr", image(flat, points(2, 3, 1)));
        assertVerdicts("rrrrrrx", image(flat, array(Group.POINT_DATA, 2, shape(2, 3, 1, 2))));
        assertVerdicts("xxxxxxr", image(flat, points(2, 3)));
        assertVerdicts("xxwwwwr", image(flat, cells(1, 2, 1)));
        assertVerdicts("xxwwwwx", image(flat, array(Group.CELL_DATA, 2, shape(1, 2, 1, 2))));
    }

    @Test
    void linesAndASinglePoint() {
        assertVerdicts("ccrrrrr", image(List.of(0, 4, 0, 0, 0, 0), points(5)));
        assertVerdicts("ccrrrrr", image(List.of(0, 4, 0, 0, 0, 0), cells(4)));
        assertVerdicts("ccwwwwx", image(List.of(0, 0, 0, 0, 0, 4), points(5, 1, 1)));
        assertVerdicts("ccrrrrr", image(List.of(0, 0, 0, 0, 0, 0), points(1)));
        assertVerdicts("ccwwwwr", image(List.of(0, 0, 0, 0, 0, 0), cells(1)));
    }

    @Test
    void extentsThatStartElsewhere() {
        List<Integer> above = List.of(5, 8, 7, 9, 1, 2);
        List<Integer> below = List.of(-2, 1, 0, 2, 0, 1);
        assertVerdicts("xxxxxxr", image(above, points(2, 3, 4)));
        assertVerdicts("xxrrrrr", image(below, points(2, 3, 4)));
        assertVerdicts("xxrrrrr", image(below, cells(1, 2, 3)));
        Position absolute = new Position(List.of(1L, 7L, 5L), 1);
        StoredArray larger = new StoredArray(
                Group.POINT_DATA,
                "a",
                Content.NUMBERS,
                shape(3, 10, 9),
                List.of(),
                Optional.empty(),
                Optional.of(absolute),
                StoredParts.ALL_THERE);
        assertVerdicts("rrrrrrw", image(above, larger));
    }

    @Test
    void elements() {
        assertVerdicts("xxxxxxx", image(EXTENT, of(Content.OTHER, "a")));
        assertVerdicts("xxxxxxx", image(EXTENT, of(Content.ASCII_STRINGS, "a")));
        assertVerdicts("xxxxxxx", image(EXTENT, of(Content.BROKEN, "a")));
    }

    @Test
    void filters() {
        assertVerdicts("rrrrrrr", image(EXTENT, filtered("shuffle", "deflate", "fletcher32")));
        assertVerdicts("rrrrrrr", image(EXTENT, filtered("scaleoffset")));
        assertVerdicts("xxxxxxx", image(EXTENT, filtered("shuffle", "lzf")));
        assertVerdicts("xxxxxxx", image(EXTENT, filtered("szip")));
    }

    @Test
    void roles() {
        assertVerdicts("rrrrrrr", image(EXTENT, withRole("SCALARS")));
        assertVerdicts("rrrrrrx", image(EXTENT, withRole("Scalar")));
        assertVerdicts("rrrrrrx", image(EXTENT, withRole("")));
    }

    @Test
    void linksThatLeadNowhere() {
        StoredArray a = of(Content.NUMBERS, "a");
        StoredArray nowhere = of(Content.NOTHING, "m");
        assertVerdicts("rrrrrrr", image(EXTENT, a, nowhere));
        assertVerdicts("wwwwwww", image(EXTENT, a, nowhere, of(Content.NUMBERS, "z")));
        assertVerdicts("wwwwwww", image(EXTENT, a, nowhere, of(Content.OTHER, "z")));
    }

    @Test
    void fieldNumbers() {
        assertVerdicts("xxrrrrr", image(EXTENT, field(Content.NUMBERS, 5)));
        assertVerdicts("xxrrrrr", image(EXTENT, field(Content.NUMBERS, 0)));
        assertVerdicts("xxrrrrr", image(EXTENT, field(Content.NUMBERS, 5, 2)));
        assertVerdicts("xxrrrrr", image(EXTENT, field(Content.NUMBERS, 5, 1)));
        assertVerdicts("xxxxxxx", image(EXTENT, field(Content.NUMBERS, 5, 2, 2)));
        assertVerdicts("xxcxxxx", image(EXTENT, field(Content.NUMBERS)));
        assertVerdicts("xxxxxxx", image(EXTENT, field(Content.OTHER, 5)));
    }

    @Test
    void fieldStrings() {
        assertVerdicts("xxrrrrr", image(EXTENT, field(Content.ASCII_STRINGS, 3)));
        assertVerdicts("xxrrrrr", image(EXTENT, field(Content.ASCII_STRINGS, 1)));
        assertVerdicts("xxxxxxc", image(EXTENT, field(Content.ASCII_STRINGS, 0)));
        assertVerdicts("xxxxxxx", image(EXTENT, field(Content.ASCII_STRINGS)));
        assertVerdicts("xxxxxxc", image(EXTENT, field(Content.ASCII_STRINGS, 2, 2)));
        assertVerdicts("xxxxxxx", image(EXTENT, field(Content.ASCII_STRINGS, 2, 1)));
        assertVerdicts("xxxxxxc", image(EXTENT, field(Content.OTHER_STRINGS, 3)));
    }

    @Test
    void timeSeries() {
        StoredSteps steps = new StoredSteps(2, Times.GOOD, Map.of(), Map.of());
        assertVerdicts("xxrrrrr", timeSeries(steps, points(2, 2, 3, 4)));
        assertVerdicts("xxrrrrr", timeSeries(steps, cells(2, 1, 2, 3)));
        assertVerdicts("xxxxxxx", timeSeries(steps, points(1, 2, 3, 4)));
        assertVerdicts("wwrrrrr", timeSeries(steps, points(4, 4, 4, 4)));
        assertVerdicts("wwrrrrr", timeSeries(steps));
        assertVerdicts(
                "xxccxxx", timeSeries(new StoredSteps(2, Times.MISSING, Map.of(), Map.of()), points(2, 2, 3, 4)));
        assertVerdicts("rrxxxxx", timeSeries(new StoredSteps(0, Times.GOOD, Map.of(), Map.of()), points(2, 3, 4)));
        assertVerdicts("rrrrrrr", timeSeries(new StoredSteps(1, Times.GOOD, Map.of(), Map.of()), points(2, 3, 4)));
        assertVerdicts("xxxxxxx", timeSeries(new StoredSteps(1, Times.GOOD, Map.of(), Map.of()), points(1, 2, 3, 4)));
        assertVerdicts("xxxxxxx", timeSeries(steps, field(Content.NUMBERS, 2)));
        assertVerdicts(
                "xxrrrrr",
                timeSeries(
                        new StoredSteps(2, Times.GOOD, Map.of("FieldData/f", 2L), Map.of()),
                        field(Content.NUMBERS, 2)));
    }

    /** As tests/matrix has it: "series, geometry". */
    @Test
    void seriesWithADirection() {
        for (long count : List.of(1L, 2L)) {
            StoredImage turned = new StoredImage(
                    Optional.of(StoredText.imageData()),
                    List.of(),
                    List.of(),
                    EXTENT,
                    true,
                    Optional.of(new StoredSteps(count, Times.GOOD, Map.of(), Map.of())),
                    List.of(count == 1 ? points(2, 3, 4) : points(2, 2, 3, 4)));
            assertVerdicts(count == 1 ? "rrrrrrr" : "xxrcccr", turned);
        }
    }

    /** As tests/matrix has it: "series, extent". 9.7 looks for no axis of a point but that for time. */
    @Test
    void pointsInATimeSeries() {
        StoredSteps steps = new StoredSteps(2, Times.GOOD, Map.of(), Map.of());
        List<Integer> point = List.of(0, 0, 0, 0, 0, 0);
        assertVerdicts("ccrrrrr", timeSeries(point, steps, points(2, 1)));
        assertVerdicts("ccrrrrx", timeSeries(point, steps, array(Group.POINT_DATA, 3, shape(2, 1, 3))));
    }

    @Test
    void offsetsOfATimeSeries() {
        StoredSteps again = new StoredSteps(3, Times.GOOD, Map.of("PointData/a", 2L), Map.of());
        assertVerdicts("xxrrrrr", timeSeries(again, points(2, 2, 3, 4)));
        StoredSteps beyond = new StoredSteps(2, Times.GOOD, Map.of("PointData/a", 3L), Map.of());
        assertVerdicts("xxxxxxx", timeSeries(beyond, points(2, 2, 3, 4)));
    }

    /** As tests/matrix has it: "times of steps". */
    @Test
    void timesOfATimeSeries() {
        Map<Times, String> verdicts = Map.of(
                Times.GOOD, "xxrrrrr",
                Times.MISSING, "xxccxxx",
                Times.TOO_FEW, "xxwwwww",
                Times.TOO_MANY, "xxccccc",
                Times.UNORDERED, "xxwwwww");
        assertEquals(Times.values().length, verdicts.size());
        verdicts.forEach((times, expected) -> assertVerdicts(
                expected, timeSeries(new StoredSteps(2, times, Map.of(), Map.of()), points(2, 2, 3, 4))));
    }

    private static StoredSteps odd(String array, Oddity... oddities) {
        return new StoredSteps(2, Times.GOOD, Map.of(array, 2L), Map.of(array, Set.of(oddities)));
    }

    /** As tests/matrix has it: "slabs of steps". */
    @Test
    void oddOffsets() {
        assertVerdicts("xxxxxxx", timeSeries(odd("PointData/a", Oddity.UNREADABLE_OFFSETS), points(2, 2, 3, 4)));
        assertVerdicts("xxwwwww", timeSeries(odd("CellData/a", Oddity.NEGATIVE_OFFSET), cells(2, 1, 2, 3)));
        StoredSteps wrapped = new StoredSteps(
                2,
                Times.GOOD,
                Map.of("CellData/a", (1L << 40) + 1),
                Map.of("CellData/a", Set.of(Oddity.WRAPPED_OFFSET)));
        assertVerdicts("xxwwwwx", timeSeries(wrapped, cells(2, 1, 2, 3)));
        assertVerdicts("xxrrrrr", timeSeries(odd("CellData/b", Oddity.NEGATIVE_OFFSET), cells(2, 1, 2, 3)));
    }

    /** As tests/matrix has it: "field data of steps". */
    @Test
    void oddFieldArraysOfATimeSeries() {
        Map<Oddity, List<String>> verdicts = Map.ofEntries(
                // Numbers, and strings.
                Map.entry(Oddity.UNREADABLE_OFFSETS, List.of("xxxxxxx", "xxxxxxc")),
                Map.entry(Oddity.NEGATIVE_OFFSET, List.of("xxxxxxx", "xxrxxxc")),
                Map.entry(Oddity.WRAPPED_OFFSET, List.of("xxrrrrr", "xxrrrrr")),
                Map.entry(Oddity.UNREADABLE_SIZES, List.of("xxrxxxx", "xxrxxxx")),
                Map.entry(Oddity.IGNORED_SIZES, List.of("xxwwwww", "xxwwwww")),
                Map.entry(Oddity.OTHER_COMPONENTS, List.of("xxwwwww", "xxwwwww")),
                Map.entry(Oddity.TOO_MANY_TUPLES, List.of("xxrxxxx", "xxrxxxc")),
                Map.entry(Oddity.NO_FIRST_TUPLE, List.of("xxxrrrr", "xxrrrrr")),
                Map.entry(Oddity.NOT_ONE_VALUE, List.of("xxwrrrr", "xxwrrrr")),
                Map.entry(Oddity.VANISHES, List.of("xxrrrrw", "xxrrrrw")),
                Map.entry(Oddity.OTHER_STRING, List.of("xxwrrrr", "xxwrrrr")));
        assertEquals(Oddity.values().length, verdicts.size());
        verdicts.forEach((oddity, expected) -> {
            StoredSteps steps = odd("FieldData/f", oddity);
            assertVerdicts(expected.get(0), timeSeries(steps, field(Content.NUMBERS, 2)));
            assertVerdicts(expected.get(1), timeSeries(steps, field(Content.ASCII_STRINGS, 2)));
        });
        StoredArray time = field(Content.NUMBERS, 2);
        StoredArray named = new StoredArray(
                time.group(),
                "Time",
                time.content(),
                time.shape(),
                time.filters(),
                time.role(),
                time.position(),
                time.parts());
        assertVerdicts("xxwwwww", timeSeries(odd("FieldData/Time"), named));
        StoredSteps beyond = new StoredSteps(2, Times.GOOD, Map.of("FieldData/f", 3L), Map.of());
        assertVerdicts("xxxxxxx", timeSeries(beyond, field(Content.NUMBERS, 2)));
    }

    private static StoredArray virtual(StoredParts parts) {
        StoredArray plain = points(2, 3, 4);
        return new StoredArray(
                plain.group(),
                plain.name(),
                plain.content(),
                plain.shape(),
                plain.filters(),
                plain.role(),
                plain.position(),
                parts);
    }

    /** As tests/matrix has it: "virtual". */
    @Test
    void partsOfVirtualDatasets() {
        List<String> part = List.of("a.h5:a");
        assertVerdicts("rrrrrrr", image(EXTENT, virtual(StoredParts.ALL_THERE)));
        assertVerdicts("wwwwwww", image(EXTENT, virtual(new StoredParts(part, List.of(), List.of()))));
        assertVerdicts("wwwwwxx", image(EXTENT, virtual(new StoredParts(List.of(), part, List.of()))));
        assertVerdicts("xxxxxxx", image(EXTENT, virtual(new StoredParts(List.of(), List.of(), part))));
    }

    /** As tests/matrix has it: "HDF5 2.0". It ends the list of a group, whatever else is wrong there. */
    @Test
    void whatHdf5TwoStores() {
        StoredArray unseen = of(Content.OF_HDF5_2, "a");
        assertVerdicts("wwwwwww", image(EXTENT, unseen));
        assertVerdicts("wwwwwww", image(EXTENT, points(2, 3, 4), unseen, of(Content.OTHER, "b")));
        assertVerdicts("xxxxxxx", image(EXTENT, of(Content.OTHER, "0"), unseen));
        assertVerdicts("wwwwwww", image(List.of(0, 3, 0, 2, 0, 0), unseen));
    }

    @Test
    void manyPoints() {
        assertVerdicts("rrrrrrr", image(List.of(0, 2046, 0, 1023, 0, 1023), points(1024, 1024, 2047)));
        assertVerdicts("xxxxxxr", image(List.of(0, 2047, 0, 1023, 0, 1023), points(1024, 1024, 2048)));
        assertVerdicts("ccccccr", image(List.of(0, 2047, 0, 2047, 0, 1024), points(1025, 2048, 2048)));
    }

    @Test
    void whateverEndsTheReadingFirstDecides() {
        StoredArray crash = field(Content.ASCII_STRINGS, 0);
        assertVerdicts("xxxxxxx", image(EXTENT, filtered("lzf"), crash));
        List<StoredArray> arrays = new ArrayList<>(List.of(of(Content.NOTHING, "a"), of(Content.NUMBERS, "b")));
        arrays.add(crash);
        assertVerdicts("xxxxxxc", image(EXTENT, arrays.toArray(StoredArray[]::new)));
    }

    @Test
    void allReasonsAreTold() {
        Reading reading = Compatibility.of(VtkRelease.VTK_9_3, image(EXTENT, filtered("lzf"), field(Content.OTHER, 5)));
        assertEquals(2, reading.reasons().size(), reading::toString);
        assertTrue(reading.reasons().get(0).contains("PointData/a"), reading::toString);
        assertTrue(reading.reasons().get(0).contains("lzf"), reading::toString);
        assertTrue(reading.reasons().get(1).contains("FieldData/f"), reading::toString);
    }

    @Test
    void releasesByVersion() {
        for (VtkRelease release : VtkRelease.values()) {
            assertEquals(Optional.of(release), VtkRelease.ofVersion(release.version()));
        }
        for (String other : List.of("9.0", "9.30", "9", "", "9.3.1")) {
            assertEquals(Optional.empty(), VtkRelease.ofVersion(other), other);
        }
        assertEquals(
                Stream.of(VtkRelease.values())
                        .flatMap(r -> r.paraview().stream())
                        .distinct()
                        .count(),
                VtkRelease.values().length);
    }
}
