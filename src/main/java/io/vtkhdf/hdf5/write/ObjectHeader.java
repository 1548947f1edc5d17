package io.vtkhdf.hdf5.write;

import io.vtkhdf.hdf5.ByteWriter;
import io.vtkhdf.hdf5.MessageType;
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
            message(MessageType.ATTRIBUTE, attribute.encoded());
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
