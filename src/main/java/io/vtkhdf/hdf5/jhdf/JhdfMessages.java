package io.vtkhdf.hdf5.jhdf;

import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.FilterPipelineMessage;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.StoredFilter;
import io.vtkhdf.hdf5.StoredShape;
import io.vtkhdf.hdf5.StoredValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The contents of an object header's messages. */
public final class JhdfMessages {

    /** What jHDF calls a filter without a name. */
    private static final String UNNAMED = "undefined";

    /** Dataspaces without elements are of this type. */
    private static final int NULL = 2;

    private JhdfMessages() {}

    /** A dataspace message. */
    public static StoredShape shape(ByteBuffer content) {
        return JhdfFailures.translated(() -> shape(DataSpace.readDataSpace(content, JhdfBytes.SIZES)));
    }

    private static StoredShape shape(DataSpace space) {
        return new StoredShape(space.getDimensionsAsLong(), space.getMaxSizes(), space.getType() == NULL);
    }

    /** A filter pipeline message. */
    public static List<StoredFilter> filters(ByteBuffer content) {
        return JhdfFailures.translated(() -> {
            List<StoredFilter> filters = new ArrayList<>();
            for (FilterPipelineMessage.FilterInfo filter :
                    new FilterPipelineMessage(content, new BitSet()).getFilters()) {
                filters.add(new StoredFilter(filter.getId(), name(filter.getName()), filter.getData()));
            }
            return List.copyOf(filters);
        });
    }

    private static String name(String stored) {
        return stored.equals(UNNAMED) ? "" : stored;
    }

    /** An attribute message. */
    public static StoredValue attribute(ByteBuffer content, BoundedBytes bytes) {
        return JhdfFailures.translated(() -> {
            AttributeMessage message = new AttributeMessage(content, new JhdfBytes(bytes), new BitSet());
            ByteBuffer data = message.getDataBuffer();
            return new StoredValue(
                    JhdfTypes.of(message.getDataType()),
                    shape(message.getDataSpace()),
                    data == null ? ByteBuffer.allocate(0) : data);
        });
    }
}
