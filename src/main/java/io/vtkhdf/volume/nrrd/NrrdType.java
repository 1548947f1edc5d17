package io.vtkhdf.volume.nrrd;

import io.vtkhdf.image.ScalarType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that NRRD has for a type: C's, in all of their spellings. */
final class NrrdType {

    private static final Map<ScalarType, List<String>> NAMES = Map.of(
            ScalarType.INT8, List.of("signed char", "int8", "int8_t"),
            ScalarType.UINT8, List.of("uchar", "unsigned char", "uint8", "uint8_t"),
            ScalarType.INT16, List.of("short", "short int", "signed short", "signed short int", "int16", "int16_t"),
            ScalarType.UINT16, List.of("ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t"),
            ScalarType.INT32, List.of("int", "signed int", "int32", "int32_t"),
            ScalarType.UINT32, List.of("uint", "unsigned int", "uint32", "uint32_t"),
            ScalarType.INT64,
                    List.of(
                            "longlong",
                            "long long",
                            "long long int",
                            "signed long long",
                            "signed long long int",
                            "int64",
                            "int64_t"),
            ScalarType.UINT64,
                    List.of("ulonglong", "unsigned long long", "unsigned long long int", "uint64", "uint64_t"),
            ScalarType.FLOAT32, List.of("float"),
            ScalarType.FLOAT64, List.of("double"));

    private NrrdType() {}

    /** @param name in lower case */
    static Optional<ScalarType> of(String name) {
        String spaced = name.replaceAll("\\s+", " ");
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().contains(spaced))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
