package io.vtkhdf.hdf5.write;

import io.vtkhdf.hdf5.ByteWriter;
import java.io.IOException;

/**
 * The header of a group or dataset (specification IV.A.1.b), version 2, all messages in its one chunk.
 *
 * <pre>
 * "OHDR"
 * u8  version 2
 * u8  flags: 2, the size takes 4 bytes; no times
 * u32 size of all messages
 *     messages: u8 type, u16 size, u8 flags, content
 * u32 checksum
 * </pre>
 */
final class ObjectHeader {

    static final int DATASPACE = 0x01;
    static final int LINK_INFO = 0x02;
    static final int DATATYPE = 0x03;
    static final int FILL_VALUE = 0x05;
    static final int LINK = 0x06;
    static final int DATA_LAYOUT = 0x08;
    static final int GROUP_INFO = 0x0a;
    static final int FILTER_PIPELINE = 0x0b;
    static final int ATTRIBUTE = 0x0c;
    static final int REFERENCE_COUNT = 0x16;

    private static final int SIZE_TAKES_4_BYTES = 2;
    private static final int MESSAGE_CONSTANT = 1;

    private final ByteWriter messages = new ByteWriter(0);

    /** Adds a message that a reader may change. */
    ObjectHeader message(int type, byte[] content) {
        return message(type, 0, content);
    }

    /** Adds a message that stays as it is for the object's life. */
    ObjectHeader constant(int type, byte[] content) {
        return message(type, MESSAGE_CONSTANT, content);
    }

    ObjectHeader attributes(Iterable<Attribute> attributes) {
        for (Attribute attribute : attributes) {
            message(ATTRIBUTE, attribute.encoded());
        }
        return this;
    }

    private ObjectHeader message(int type, int flags, byte[] content) {
        messages.u8(type).u16(content.length).u8(flags).bytes(content);
        return this;
    }

    /** Writes the header and returns its address. */
    long write(ByteWriter out) throws IOException {
        long address = out.align();
        out.ascii("OHDR")
                .u8(2)
                .u8(SIZE_TAKES_4_BYTES)
                .u32(messages.size())
                .bytes(messages.array(), messages.size())
                .checksumFrom(address)
                .endObject();
        return address;
    }
}
