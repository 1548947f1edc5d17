package io.vtkhdf.volume.meta;

import io.vtkhdf.image.ScalarType;
import java.util.Map;
import java.util.Optional;

/** MetaIO's names of types; a long one has 4 bytes whatever the machine. */
final class MetaType {

    private static final Map<String, ScalarType> TYPES = Map.ofEntries(
            Map.entry("MET_CHAR", ScalarType.INT8),
            Map.entry("MET_UCHAR", ScalarType.UINT8),
            Map.entry("MET_SHORT", ScalarType.INT16),
            Map.entry("MET_USHORT", ScalarType.UINT16),
            Map.entry("MET_INT", ScalarType.INT32),
            Map.entry("MET_UINT", ScalarType.UINT32),
            Map.entry("MET_LONG", ScalarType.INT32),
            Map.entry("MET_ULONG", ScalarType.UINT32),
            Map.entry("MET_LONG_LONG", ScalarType.INT64),
            Map.entry("MET_ULONG_LONG", ScalarType.UINT64),
            Map.entry("MET_FLOAT", ScalarType.FLOAT32),
            Map.entry("MET_DOUBLE", ScalarType.FLOAT64));

    private static final String ARRAY = "_ARRAY";

    private MetaType() {}

    /** @param name also that of arrays, such as {@code MET_FLOAT_ARRAY}, which are the components */
    static Optional<ScalarType> of(String name) {
        String plain = name.endsWith(ARRAY) ? name.substring(0, name.length() - ARRAY.length()) : name;
        return Optional.ofNullable(TYPES.get(plain));
    }
}
