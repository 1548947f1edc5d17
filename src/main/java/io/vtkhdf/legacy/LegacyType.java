package io.vtkhdf.legacy;

import io.vtkhdf.image.ScalarType;
import io.vtkhdf.input.ArrayChanges;
import io.vtkhdf.input.BitBytes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an array holds, as the file names it: in any case, and as VTK has it, by the beginning of the name, so that
 * {@code long_long} and {@code unsigned_long_long} are long ones too.
 *
 * @see <a href="https://docs.vtk.org/en/latest/design_documents/VTKFileFormats.html">VTK's legacy format</a>
 */
enum LegacyType {
    /** Packed into bytes, the most significant bit first, in binary. */
    BIT("bit", ScalarType.UINT8, 0),
    CHAR("char", ScalarType.INT8),
    SIGNED_CHAR("signed_char", ScalarType.INT8),
    UNSIGNED_CHAR("unsigned_char", ScalarType.UINT8),
    SHORT("short", ScalarType.INT16),
    UNSIGNED_SHORT("unsigned_short", ScalarType.UINT16),
    INT("int", ScalarType.INT32),
    UNSIGNED_INT("unsigned_int", ScalarType.UINT32),
    /** As wide as the writer's; VTK reads it as wide as its own, 64 bits everywhere but on Windows. */
    LONG("long", ScalarType.INT64),
    UNSIGNED_LONG("unsigned_long", ScalarType.UINT64),
    INT64("vtktypeint64", ScalarType.INT64),
    UINT64("vtktypeuint64", ScalarType.UINT64),
    /** As releases of VTK before 8 named it on Windows. */
    WINDOWS_INT64("__int64", ScalarType.INT64),
    WINDOWS_UINT64("unsigned___int64", ScalarType.UINT64),
    /** 32 bits in binary, whatever it is in memory. */
    ID("vtkidtype", ScalarType.INT64, Integer.BYTES),
    FLOAT("float", ScalarType.FLOAT32),
    DOUBLE("double", ScalarType.FLOAT64),
    /** Of COLOR_SCALARS, which names no type: bytes in binary, numbers from 0 to 1 in text. */
    COLOR("", ScalarType.UINT8),
    STRING("string"),
    UTF8_STRING("utf8_string"),
    VARIANT("variant"),
    /** Any other name. */
    UNKNOWN("");

    static final String EXAMPLES = "a type, such as float, unsigned_char or vtktypeint64";

    private final String word;
    private final ScalarType offered;
    private final int storedSize;

    LegacyType(String word) {
        this(word, null, 0);
    }

    LegacyType(String word, ScalarType offered) {
        this(word, offered, offered.size());
    }

    LegacyType(String word, ScalarType offered, int storedSize) {
        this.word = word;
        this.offered = offered;
        this.storedSize = storedSize;
    }

    /**
     * The type of a name; empty for an unknown one, and for one such as {@code int64}, whose width is not that which
     * its beginning has in VTK.
     */
    static Optional<LegacyType> of(String name) {
        String word = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> !type.word.isEmpty() && type.isBeginningOf(word))
                .findFirst()
                .filter(type -> type.isWidthOf(word));
    }

    /** Of {@code char}, VTK compares all. */
    private boolean isBeginningOf(String name) {
        return this == CHAR || this == SIGNED_CHAR ? name.equals(word) : name.startsWith(word);
    }

    private boolean isWidthOf(String name) {
        String width = name.substring(word.length()).replaceAll("[^0-9]", "");
        return width.isEmpty() || offered != null && width.equals(Integer.toString(offered.size() * Byte.SIZE));
    }

    /** The type of the numbers that such an array is offered as; empty for what are no numbers. */
    Optional<ScalarType> offered() {
        return Optional.ofNullable(offered);
    }

    boolean isString() {
        return this == STRING || this == UTF8_STRING;
    }

    /** How the numbers are offered if not as the file holds them. */
    Optional<String> change(LegacyEncoding encoding) {
        return Optional.ofNullable(
                switch (this) {
                    case BIT -> ArrayChanges.BITS;
                    case ID -> ArrayChanges.IDS;
                    case COLOR -> encoding == LegacyEncoding.ASCII ? ArrayChanges.COLOURS : null;
                    default -> null;
                });
    }

    /**
     * The bytes of so many numbers in binary.
     *
     * @throws ArithmeticException if they exceed a long
     */
    long binarySize(long count) {
        return this == BIT ? BitBytes.size(count) : Math.multiplyExact(count, (long) storedSize);
    }

    @Override
    public String toString() {
        return word;
    }
}
