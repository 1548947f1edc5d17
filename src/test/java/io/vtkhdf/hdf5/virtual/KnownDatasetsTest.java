package io.vtkhdf.hdf5.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.hdf5.virtual.KnownDatasets.Key;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnownDatasetsTest {

    private final KnownDatasets known = new KnownDatasets();
    private final List<Long> looks = new ArrayList<>();

    private VirtualExtent extent(long heap) throws IOException {
        return known.extent(new Key("a.h5", heap, 1, 2, 3), () -> {
            looks.add(heap);
            return VirtualExtent.ofFile(heap);
        });
    }

    @Test
    void looksOnce() throws IOException {
        VirtualExtent first = extent(5);
        assertEquals(7, extent(7).shape()[0]);
        assertEquals(first, extent(5));
        assertEquals(List.of(5L, 7L), looks);
    }

    @Test
    void checksOnceWhatIsRight() throws IOException {
        Key key = new Key("a.h5", 5, 1, 2);
        assertThrows(
                IOException.class,
                () -> known.requireReach(key, () -> {
                    throw new IOException();
                }));
        known.requireReach(key, () -> looks.add(1L));
        known.requireReach(key, () -> looks.add(2L));
        assertEquals(List.of(1L), looks);
    }
}
