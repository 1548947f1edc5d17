package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.CopyTarget;
import io.vtkhdf.hdf5.StoredType;
import io.vtkhdf.hdf5.StoredType.Floats;
import io.vtkhdf.hdf5.StoredType.Integers;
import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * An HDF5 datatype that is one of the ten scalar types.
 *
 * @param order the byte order of the values in the file
 */
public record StoredNumbers(ScalarType type, ByteOrder order) {

    /** Empty for other datatypes: other widths, padded integers, other floating-point formats, enumerations, … */
    static Optional<StoredNumbers> of(StoredType type) {
        if (type instanceof Integers integers) {
            return integers.isPlain()
                    ? integer(integers).map(scalar -> new StoredNumbers(scalar, integers.order()))
                    : Optional.empty();
        } else if (type instanceof Floats floats && floats.ieee()) {
            ScalarType scalar = floats.size() == Float.BYTES ? ScalarType.FLOAT32 : ScalarType.FLOAT64;
            return Optional.of(new StoredNumbers(scalar, floats.order()));
        }
        return Optional.empty();
    }

    private static Optional<ScalarType> integer(Integers type) {
        boolean signed = type.signed();
        return switch (type.size()) {
            case 1 -> Optional.of(signed ? ScalarType.INT8 : ScalarType.UINT8);
            case 2 -> Optional.of(signed ? ScalarType.INT16 : ScalarType.UINT16);
            case 4 -> Optional.of(signed ? ScalarType.INT32 : ScalarType.UINT32);
            case 8 -> Optional.of(signed ? ScalarType.INT64 : ScalarType.UINT64);
            default -> Optional.empty();
        };
    }

    /** The values in the buffer as an array of the type's carrier. */
    public Object values(ByteBuffer bytes) {
        ByteBuffer source = bytes.slice().order(order);
        int count = source.remaining() / type.size();
        Object values = type.newArray(count);
        if (count > 0) {
            CopyTarget.of(type, values).put(source, 0, 1, 0, 1, 1, count);
        }
        return values;
    }
}
