package io.vtkhdf.volume.npy;

import io.vtkhdf.image.ScalarType;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the values of an array of NumPy are: {@code descr} in the file, such as {@code <f8}. The first character is the
 * byte order ({@code <} little-endian, {@code >} big-endian, {@code |} of single bytes, {@code =} of the machine), the
 * second the kind (b boolean, i signed, u unsigned, f floating), the rest the size in bytes.
 *
 * @param offered the type that the values are offered in
 * @param storedSize the bytes that each takes in the file
 */
record NpyType(ScalarType offered, ByteOrder order, int storedSize, Optional<String> change) {

    private static final Pattern DESCR = Pattern.compile("([<>|=]?)([a-zA-Z])(\\d{1,3})");

    private static final String HALF = "f2";

    private static final Map<String, ScalarType> TYPES = Map.ofEntries(
            Map.entry("b1", ScalarType.UINT8),
            Map.entry("i1", ScalarType.INT8),
            Map.entry("u1", ScalarType.UINT8),
            Map.entry("i2", ScalarType.INT16),
            Map.entry("u2", ScalarType.UINT16),
            Map.entry("i4", ScalarType.INT32),
            Map.entry("u4", ScalarType.UINT32),
            Map.entry("i8", ScalarType.INT64),
            Map.entry("u8", ScalarType.UINT64),
            Map.entry(HALF, ScalarType.FLOAT32),
            Map.entry("f4", ScalarType.FLOAT32),
            Map.entry("f8", ScalarType.FLOAT64));

    /** Empty for types that are no numbers of VTK's, such as complex ones. */
    static Optional<NpyType> of(String descr) {
        Matcher parts = DESCR.matcher(descr);
        if (!parts.matches() || !TYPES.containsKey(parts.group(2) + parts.group(3))) {
            return Optional.empty();
        }
        String kind = parts.group(2) + parts.group(3);
        ByteOrder order = parts.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return Optional.of(new NpyType(
                TYPES.get(kind),
                order,
                Integer.parseInt(parts.group(3)),
                switch (kind) {
                    case "b1" -> Optional.of("booleans become bytes of 0 and 1, of type UInt8");
                    case HALF -> Optional.of("numbers of 16 bits with a point become Float32");
                    default -> Optional.empty();
                }));
    }

    boolean isHalf() {
        return offered == ScalarType.FLOAT32 && storedSize == Short.BYTES;
    }
}
