package io.vtkhdf.copy;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An image in memory, which remembers the slabs that were asked for. */
public class MemoryImageSource implements ImageSource {

    private final ImageGeometry geometry;
    private final Map<ArraySpec, byte[]> arrays = new LinkedHashMap<>();
    final List<Integer> slabs = new CopyOnWriteArrayList<>();
    private int slabThickness = 1;

    public MemoryImageSource(ImageGeometry geometry) {
        this.geometry = geometry;
    }

    /** @param values little-endian */
    public MemoryImageSource with(ArraySpec array, byte[] values) {
        arrays.put(array, values);
        return this;
    }

    public MemoryImageSource with(ArraySpec array, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return with(array, bytes.array());
    }

    public MemoryImageSource withSlabThickness(int slices) {
        slabThickness = slices;
        return this;
    }

    @Override
    public int slabThickness(ArraySpec array) {
        return slabThickness;
    }

    @Override
    public ImageGeometry geometry() {
        return geometry;
    }

    @Override
    public List<ArraySpec> arrays() {
        return List.copyOf(arrays.keySet());
    }

    @Override
    public List<FieldArray> fields() {
        return List.of();
    }

    @Override
    public List<ActiveArray> activeArrays() {
        return List.of();
    }

    @Override
    public SlabReader open(ArraySpec array) {
        ByteBuffer rest = ByteBuffer.wrap(arrays.get(array));
        int sliceBytes =
                rest.remaining() / geometry.dimensions(array.association()).z();
        return new SlabReader() {
            @Override
            public void read(int slices, ByteBuffer target) {
                slabs.add(slices);
                target.put(rest.slice(rest.position(), slices * sliceBytes));
                rest.position(rest.position() + slices * sliceBytes);
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
