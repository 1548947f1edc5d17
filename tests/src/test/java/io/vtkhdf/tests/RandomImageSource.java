package io.vtkhdf.tests;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.nio.ByteBuffer;
import java.util.List;

/** A random image as a source. */
public record RandomImageSource(RandomImage image) implements ImageSource {

    @Override
    public ImageGeometry geometry() {
        return image.geometry();
    }

    @Override
    public List<ArraySpec> arrays() {
        return image.arrays().stream().map(RandomArray::spec).toList();
    }

    @Override
    public List<FieldArray> fields() {
        return image.fields();
    }

    @Override
    public List<ActiveArray> activeArrays() {
        return image.active();
    }

    @Override
    public SlabReader open(ArraySpec spec) {
        RandomArray array = image.arrays().stream()
                .filter(candidate -> candidate.spec().equals(spec))
                .findFirst()
                .orElseThrow();
        ByteBuffer rest = ByteBuffer.wrap(array.bytes());
        int sliceBytes = array.bytes().length / array.dimensions().z();
        return new SlabReader() {
            @Override
            public void read(int slices, ByteBuffer target) {
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
