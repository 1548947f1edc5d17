package io.vtkhdf.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.UnreadableArray;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The field arrays of each step of the series "fields", whose values stand in {@code make_series.py}. */
class SeriesFieldsTest {

    private static final int STEPS = 4;

    private static FieldArray numbers(String name, double... values) {
        return FieldArray.of(name, values);
    }

    private static FieldArray ints(String name, int first, int count) {
        return FieldArray.of(name, IntStream.range(first, first + count).toArray());
    }

    private static FieldArray pairs(String name, int first, int tuples) {
        short[] values = new short[2 * tuples];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (2 * first + i);
        }
        return FieldArray.ofNumbers(name, ScalarType.UINT16, 2, values);
    }

    private static FieldArray triple(String name, float first) {
        return FieldArray.ofNumbers(name, ScalarType.FLOAT32, 3, new float[] {first, first + 1.5f, first + 3});
    }

    private static FieldArray words(String name, String... words) {
        return FieldArray.ofStrings(name, List.of(words));
    }

    private static Arguments field(FieldArray... steps) {
        String name = Stream.of(steps)
                .filter(step -> step != null)
                .findFirst()
                .orElseThrow()
                .name();
        return Arguments.of(name, Stream.of(steps).map(Optional::ofNullable).toList());
    }

    private static Arguments constant(FieldArray field) {
        return field(field, field, field, field);
    }

    static Stream<Arguments> fields() {
        String several = "several tuples";
        return Stream.of(
                field(each("one a step", 0, 1.5, 3, 4.5)),
                constant(numbers("one for all", 0)),
                field(each("backwards", 4.5, 3, 1.5, 0)),
                field(each("one offset more", 0, 1.5, 3, 4.5)),
                field(triple("tuples", 4.5f), triple("tuples", 4.5f), triple("tuples", 13.5f), triple("tuples", 0)),
                field(ints("several", 0, 3), ints("several", 3, 6), ints("several", 0, 0), ints("several", 9, 1)),
                field(pairs(several, 0, 4), pairs(several, 4, 4), pairs(several, 8, 1), pairs(several, 9, 1)),
                field(numbers("now and then", 0), null, numbers("now and then", 1.5), null),
                constant(FieldArray.ofNumbers("portable list", ScalarType.FLOAT64, 5, new double[] {0, 1, 2, 3, 4})),
                constant(numbers("whole", 0, 1, 2, 3, 4, 5)),
                constant(numbers("scalar", 8)),
                constant(numbers("scalar again", 8)),
                field(each("Time", 0, 1.5, 3, 4.5)),
                field(longs("chunked", 0), longs("chunked", 2), longs("chunked", 4), longs("chunked", 6)),
                field(words("words", "zero"), words("words", "one"), words("words", ""), words("words", "drei ä")),
                field(
                        words("many words", "zero"),
                        words("many words", "one", "", "drei ä"),
                        null,
                        words("many words", "", "drei ä")),
                field(
                        words("fixed words", "alpha"),
                        words("fixed words", "beta"),
                        words("fixed words", "gamma"),
                        words("fixed words", "delta")));
    }

    private static FieldArray[] each(String name, double... values) {
        return IntStream.range(0, STEPS)
                .mapToObj(step -> numbers(name, values[step]))
                .toArray(FieldArray[]::new);
    }

    private static FieldArray longs(String name, long first) {
        return FieldArray.ofNumbers(name, ScalarType.INT64, 1, new long[] {first, first + 1});
    }

    @ParameterizedTest
    @MethodSource("fields")
    void valuesOfEachStep(String name, List<Optional<FieldArray>> expected) throws IOException {
        try (ImageDataReader reader = SeriesFiles.open("fields")) {
            for (int step = STEPS - 1; step >= 0; step--) {
                assertEquals(expected.get(step), reader.atStep(step).findFieldArray(name));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, '0 1 2 3', 'found 0 tuples, of which step '",
        "beyond, '3', 'found 3 tuples, of which step 3 takes 1 from 3 on, expected all of these'",
        "far beyond, '2', 'found 3 tuples, of which step 2 takes 1 from 9223372036854775807 on, expected all'",
        "too many, '2', 'found 4 tuples, of which step 2 takes 3 from 2 on, expected all of these'",
        "vast, '1', 'found 4 tuples, of which step 1 takes 9223372036854775807 from 1 on, expected all of these'",
        "other components, '1 2 3', ' components in the sizes of step ', expected 3, as the dataset has'",
        "few offsets, '0 1 2 3', 'FieldDataOffsets/few offsets: found 3 numbers, expected 4, for the steps'",
        "few sizes, '0 1 2 3', 'FieldDataSizes/few sizes: found numbers of shape [3, 2], expected 4 x 2'",
        "negative, '0 1 2 3', 'found -1 for step 1, expected an integer of 0 or more'",
        "negative sizes, '0 1 2 3', 'found -1 for step 1, expected an integer of 0 or more'",
        "list of sizes, '0 1 2 3', 'FieldDataSizes/list of sizes: found 4 numbers, expected 4 x 2'",
        "sizes alone, '0 1 2 3', 'FieldDataSizes/sizes alone: found sizes without offsets, expected both'",
        "rank 3, '0 1 2 3', 'found a field array of rank 3'",
    })
    void whatCannotBeReadSaysWhy(String name, String steps, String message) throws IOException {
        try (ImageDataReader reader = SeriesFiles.open("fields")) {
            for (int step = 0; step < STEPS; step++) {
                ImageDataReader now = reader.atStep(step);
                Optional<UnreadableArray> told = now.unreadable().stream()
                        .filter(array -> array.name().equals(name))
                        .findFirst();
                assertEquals(steps.contains(Integer.toString(step)), told.isPresent(), name + step);
                if (told.isPresent()) {
                    assertTrue(
                            told.get().message().contains(message), told.get().message());
                    assertEquals(
                            told.get().message(),
                            assertThrows(FileContentException.class, () -> now.fieldArray(name))
                                    .getMessage());
                }
            }
        }
    }

    @Test
    void allOfAStepAreReadAndToldOnce() throws IOException {
        try (ImageDataReader reader = SeriesFiles.open("fields")) {
            for (int step = 0; step < STEPS; step++) {
                ImageDataReader now = reader.atStep(step);
                List<String> names = new ArrayList<>(
                        now.fields().stream().map(FieldArray::name).toList());
                List<String> unreadable =
                        now.unreadable().stream().map(UnreadableArray::name).toList();
                names.addAll(unreadable);
                assertEquals(new TreeSet<>(names).size(), names.size());
                int absent = step == 1 ? 1 : step == 2 ? 1 : step == 3 ? 1 : 0;
                assertEquals(30 - absent, names.size());
            }
            assertThrows(IllegalArgumentException.class, () -> reader.atStep(1).fieldArray("now and then"));
        }
    }

    @Test
    void aFieldWithoutOffsetsIsNoted() throws IOException {
        try (ImageDataReader reader = SeriesFiles.open("fields")) {
            String message = SeriesFiles.path("fields") + ": /VTKHDF/FieldData/%s: found a field array of a time series"
                    + " without offsets, expected some; taken whole at each step";
            assertEquals(
                    Stream.of("scalar", "whole")
                            .map(name -> SourceNote.ofArray(Association.FIELD, name, message.formatted(name)))
                            .collect(Collectors.toList()),
                    reader.atStep(2).notes());
        }
    }
}
