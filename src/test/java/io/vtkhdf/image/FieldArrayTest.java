package io.vtkhdf.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FieldArrayTest {

    private static final List<Supplier<FieldArray>> DIFFERENT = List.of(
            () -> FieldArray.of("a", 1, 2),
            () -> FieldArray.of("b", 1, 2),
            () -> FieldArray.of("a", 1, 3),
            () -> FieldArray.of("a", 1),
            () -> FieldArray.of("a", 1.0, 2.0),
            () -> FieldArray.ofNumbers("a", ScalarType.UINT32, 1, new int[] {1, 2}),
            () -> FieldArray.ofNumbers("a", ScalarType.INT32, 2, new int[] {1, 2}),
            () -> FieldArray.ofNumbers("a", ScalarType.INT32, 2, new int[] {1, 2})
                    .withComponentNames(List.of("x", "y")),
            () -> FieldArray.of("a", 0.0),
            () -> FieldArray.of("a", -0.0),
            () -> FieldArray.of("a", Double.NaN),
            () -> FieldArray.of("a", Double.longBitsToDouble(0x7ff8000000000001L)),
            () -> FieldArray.ofStrings("a", List.of("1", "2")),
            () -> FieldArray.ofStrings("a", List.of("1", "2")).withComponentNames(List.of("x")),
            () -> FieldArray.ofStrings("a", List.of("12")),
            () -> FieldArray.ofStrings("a", List.of()));

    @Test
    void equalIsWhatHoldsTheSameBits() {
        for (int i = 0; i < DIFFERENT.size(); i++) {
            for (int j = 0; j < DIFFERENT.size(); j++) {
                FieldArray one = DIFFERENT.get(i).get();
                FieldArray other = DIFFERENT.get(j).get();
                if (i == j) {
                    assertEquals(one, other);
                    assertEquals(one.hashCode(), other.hashCode());
                    assertTrue(one.isSameAs(other));
                } else {
                    assertNotEquals(one, other, one + " and " + other);
                }
            }
        }
    }

    @Test
    void sameIsWhatHasTheSameNameInAFile() {
        FieldArray dots = FieldArray.of("a.b", 1);
        FieldArray stored = FieldArray.of("a_b", 1);
        assertTrue(dots.isSameAs(stored));
        assertNotEquals(dots, stored);
    }

    @ParameterizedTest
    @EnumSource
    void valuesComeWithoutACast(ScalarType type) {
        Object values = type.newArray(6);
        FieldArray.Numbers numbers = FieldArray.ofNumbers("n", type, 3, values);
        assertSame(values, numbers.values(values.getClass()));
        assertEquals(2, numbers.tuples());
        assertEquals(type.vtkName(), numbers.typeName());
        assertEquals("'n': 6 x " + type.vtkName(), numbers.toString());
        assertThrows(IllegalArgumentException.class, () -> numbers.values(boolean[].class));
        assertThrows(IllegalStateException.class, numbers::asStrings);
    }

    @Test
    void carriersAreJavasOwn() {
        assertArrayEquals(new double[] {1.5}, FieldArray.of("d", 1.5).values(double[].class));
        assertArrayEquals(new int[] {1, 2}, FieldArray.of("i", 1, 2).values(int[].class));
        assertThrows(IllegalArgumentException.class, () -> FieldArray.of("i", 1).values(double[].class));
    }

    @Test
    void stringsAreNoNumbers() {
        FieldArray strings = FieldArray.ofStrings("s", List.of("a", ""));
        assertEquals(List.of("a", ""), strings.asStrings().values());
        assertEquals("String", strings.typeName());
        assertThrows(IllegalStateException.class, strings::asNumbers);
    }
}
