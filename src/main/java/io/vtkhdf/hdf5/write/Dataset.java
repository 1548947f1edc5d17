package io.vtkhdf.hdf5.write;

import io.vtkhdf.chunk.Filter;
import io.vtkhdf.hdf5.ByteWriter;
import io.vtkhdf.hdf5.Dataspace;
import io.vtkhdf.hdf5.Datatype;
import io.vtkhdf.hdf5.MessageType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A dataset: what its elements are, its shape, and where its data lie.
 *
 * <pre>
 * fill value (specification IV.A.2.f): u8 version 3
 *     u8 flags: allocation time | written if set &lt;&lt; 2 | 0x20 if a value follows; u32 its size, value
 * filter pipeline (IV.A.2.l): u8 version 2, u8 number of filters
 *     each: u16 id, u16 flags: 1 optional, u16 number of parameters, u32 parameters
 * </pre>
 */
public final class Dataset implements Node {

    /** What it takes beside its index, about, with the link to it. */
    private static final int HEADER_BYTES = 512;

    private static final int FILL_WRITTEN_IF_SET = 2 << 2;
    private static final int FILL_VALUE_FOLLOWS = 0x20;

    private final Datatype type;
    private final long[] shape;
    private final Layout layout;
    private final byte[] fill;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();

    /**
     * @param shape the size along each axis, the last varying fastest
     * @param fill one element, what data that were never written read as; empty for zeros
     */
    public Dataset(Datatype type, long[] shape, Layout layout, byte[] fill) {
        this.type = type;
        this.shape = shape.clone();
        this.layout = layout;
        this.fill = fill.clone();
    }

    /** Sets an attribute; one of the same name is replaced. */
    public Dataset set(Attribute attribute) {
        attributes.put(attribute.name(), attribute);
        return this;
    }

    /** Removes the attribute of the given name, if there is one. */
    public Dataset unset(String attribute) {
        attributes.remove(attribute);
        return this;
    }

    /** Says that all data are written. */
    public void complete() {
        layout.complete();
    }

    @Override
    public long treeBytes() {
        return HEADER_BYTES + layout.indexBytes();
    }

    @Override
    public long write(ByteWriter out) throws IOException {
        ObjectHeader header = new ObjectHeader()
                .message(MessageType.DATASPACE, Dataspace.encode(shape))
                .constant(MessageType.DATATYPE, type.encoded())
                .constant(MessageType.FILL_VALUE, fillValue())
                .message(MessageType.DATA_LAYOUT, layout.write(out));
        if (!layout.filters().isEmpty()) {
            header.constant(MessageType.FILTER_PIPELINE, pipeline(layout.filters()));
        }
        return header.attributes(attributes.values()).write(out);
    }

    private byte[] fillValue() {
        ByteWriter message = new ByteWriter(0).u8(3);
        int flags = layout.allocationTime() | FILL_WRITTEN_IF_SET;
        if (fill.length == 0) {
            return message.u8(flags).toByteArray();
        }
        return message.u8(flags | FILL_VALUE_FOLLOWS)
                .u32(fill.length)
                .bytes(fill)
                .toByteArray();
    }

    private static byte[] pipeline(List<Filter> filters) {
        ByteWriter message = new ByteWriter(0).u8(2).u8(filters.size());
        for (Filter filter : filters) {
            message.u16(filter.id()).u16(filter.optional() ? 1 : 0).u16(filter.parameters().length);
            for (int parameter : filter.parameters()) {
                message.u32(parameter);
            }
        }
        return message.toByteArray();
    }
}
