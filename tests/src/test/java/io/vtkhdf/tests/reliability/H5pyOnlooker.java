package io.vtkhdf.tests.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import io.vtkhdf.image.Dimensions;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Opens many files with h5py, see {@code slices.py}. */
final class H5pyOnlooker implements Onlooker, Closeable {

    private final Specimen specimen;
    private final PythonReader h5py;

    H5pyOnlooker(Specimen specimen) throws IOException {
        this.specimen = specimen;
        h5py = new PythonReader("slices.py", Map.of());
    }

    @Override
    public SliceSets slicesOf(Path file) throws IOException {
        SliceSets slices = new SliceSets();
        for (Map.Entry<String, JsonNode> array : h5py.read(file).properties()) {
            add(specimen.array(array.getKey()), array.getValue(), slices);
        }
        return slices;
    }

    private void add(SpecimenArray array, JsonNode checksums, SliceSets slices) {
        Dimensions dimensions = specimen.geometry().dimensions(array.spec().association());
        for (int k = 0; k < checksums.size(); k++) {
            if (specimen.isWritten(
                    array, k, array.seen(dimensions, k, checksums.get(k).longValue()))) {
                slices.add(array.spec().name(), k);
            }
        }
    }

    @Override
    public void close() throws IOException {
        h5py.close();
    }
}
