package io.vtkhdf.volume;

import io.vtkhdf.input.InputValues;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Tuples whose components are stored one image after the other: each is read from a place of its own. */
public final class PlanarValues implements InputValues {

    private static final int BUFFER_SIZE = 1 << 16;

    private final List<InputValues> components;
    private final int valueSize;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);

    /** @param components the values of each, at the first; closed with this */
    public PlanarValues(List<InputValues> components, int valueSize) {
        this.components = List.copyOf(components);
        this.valueSize = valueSize;
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        int tupleSize = components.size() * valueSize;
        while (target.hasRemaining()) {
            int tuples = Math.min(BUFFER_SIZE / valueSize, target.remaining() / tupleSize);
            for (int component = 0; component < components.size(); component++) {
                components
                        .get(component)
                        .read(buffer.order(target.order()).clear().limit(tuples * valueSize));
                spread(target, target.position() + component * valueSize, tupleSize);
            }
            target.position(target.position() + tuples * tupleSize);
        }
    }

    private void spread(ByteBuffer target, int first, int step) {
        int at = first;
        for (int i = 0; i < buffer.position(); i += valueSize) {
            target.put(at, buffer, i, valueSize);
            at += step;
        }
    }

    @Override
    public void skip(long count) throws IOException {
        for (InputValues component : components) {
            component.skip(count / components.size());
        }
    }

    @Override
    public void close() {
        components.forEach(InputValues::close);
    }
}
