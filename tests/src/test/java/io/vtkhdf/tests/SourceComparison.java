package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Holds one image against another, every value. */
public final class SourceComparison {

    private final UnaryOperator<String> naming;
    private final boolean isAnyNan;

    private SourceComparison(UnaryOperator<String> naming, boolean isAnyNan) {
        this.naming = naming;
        this.isAnyNan = isAnyNan;
    }

    /** @param naming the name to be found of an array */
    public static SourceComparison bitForBit(UnaryOperator<String> naming) {
        return new SourceComparison(naming, false);
    }

    /** Takes one NaN for another. */
    public static SourceComparison anyNan(UnaryOperator<String> naming) {
        return new SourceComparison(naming, true);
    }

    public void requireSame(ImageSource expected, ImageSource found) throws IOException {
        OwnReaderJudge.requireSame(expected.geometry(), found.geometry());
        Set<ArraySpec> specs = expected.arrays().stream().map(this::stored).collect(Collectors.toSet());
        assertEquals(specs, Set.copyOf(found.arrays()), "arrays");
        for (ArraySpec array : expected.arrays()) {
            byte[] values = comparable(values(expected, array), array.type());
            Bits.requireEqual(values, comparable(values(found, stored(array)), array.type()), array.toString());
        }
        OwnReaderJudge.requireSame(fields(expected), fields(found), naming);
        Set<ActiveArray> active = expected.activeArrays().stream()
                .map(a -> new ActiveArray(a.association(), a.role(), naming.apply(a.arrayName())))
                .collect(Collectors.toSet());
        assertEquals(active, Set.copyOf(found.activeArrays()), "active arrays");
    }

    private ArraySpec stored(ArraySpec array) {
        return new ArraySpec(
                array.association(),
                naming.apply(array.name()),
                array.type(),
                array.components(),
                array.componentNames());
    }

    private List<FieldArray> fields(ImageSource source) {
        return source.fields().stream().map(this::comparable).toList();
    }

    private FieldArray comparable(FieldArray field) {
        if (field.isStrings()) {
            return field;
        }
        ScalarType type = field.asNumbers().type();
        byte[] bytes = comparable(Bits.of(field.asNumbers().values()), type);
        return FieldArray.ofNumbers(
                field.name(), type, field.components(), Bits.values(bytes, type.carrier(), type.size()));
    }

    private byte[] comparable(byte[] littleEndian, ScalarType type) {
        ByteBuffer buffer = ByteBuffer.wrap(littleEndian).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; isAnyNan && at < littleEndian.length; at += type.size()) {
            if (type == ScalarType.FLOAT32 && Float.isNaN(buffer.getFloat(at))) {
                buffer.putFloat(at, Float.NaN);
            } else if (type == ScalarType.FLOAT64 && Double.isNaN(buffer.getDouble(at))) {
                buffer.putDouble(at, Double.NaN);
            }
        }
        return littleEndian;
    }

    private static byte[] values(ImageSource source, ArraySpec array) throws IOException {
        var dimensions = source.geometry().dimensions(array.association());
        ByteBuffer target = ByteBuffer.allocate(Math.toIntExact(dimensions.count() * array.tupleSize()))
                .order(ByteOrder.LITTLE_ENDIAN);
        try (SlabReader reader = source.open(array)) {
            reader.read(dimensions.z(), target);
        }
        assertEquals(0, target.remaining(), "values left of " + array);
        return target.array();
    }
}
