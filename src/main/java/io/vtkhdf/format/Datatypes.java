package io.vtkhdf.format;

import io.vtkhdf.hdf5.Datatype;
import io.vtkhdf.image.ScalarType;

/** The HDF5 type of each scalar type. */
public final class Datatypes {

    private Datatypes() {}

    public static Datatype of(ScalarType type) {
        return switch (type) {
            case INT8, INT16, INT32, INT64 -> Datatype.signed(type.size());
            case UINT8, UINT16, UINT32, UINT64 -> Datatype.unsigned(type.size());
            case FLOAT32 -> Datatype.float32();
            case FLOAT64 -> Datatype.float64();
        };
    }
}
