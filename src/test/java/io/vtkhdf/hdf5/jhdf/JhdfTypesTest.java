package io.vtkhdf.hdf5.jhdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.hdf5.StoredType;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JhdfTypesTest {

    /** What h5py 3.16 on HDF5 2.0 writes of numpy's bool with {@code libver} v110, v114 and v200. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void booleansAreTheSameInAllVersions(int version) {
        assertEquals(new StoredType.Booleans(), read(version));
    }

    /** Newer than any there is, so that it need not be broken. */
    @ParameterizedTest
    @ValueSource(ints = {6, 15})
    void whatIsNewerIsNotSupported(int version) {
        assertEquals(new StoredType.Other(StoredType.ENUMERATION, 1), read(version));
    }

    private static StoredType read(int version) {
        byte[] message = HexFormat.of().parseHex("580200000100000010080000010000000000080046414c53450054525545000001");
        message[0] = (byte) (version << 4 | StoredType.ENUMERATION);
        return JhdfTypes.read(ByteBuffer.wrap(message));
    }
}
