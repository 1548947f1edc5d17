package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.ByteReader;
import io.vtkhdf.hdf5.Lookup3;
import io.vtkhdf.hdf5.Malformed;
import io.vtkhdf.hdf5.MessageType;
import io.vtkhdf.hdf5.NotSupported;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * The messages of an object header, their contents as they stand in the file.
 *
 * <pre>
 * version 1:     1, 0, number of messages (2), references (4), size of the messages (4), 4 bytes, messages
 * version 2:     "OHDR", 2, flags, times (16), limits of attributes (4), size of the messages, messages, checksum
 * continuation:  messages, or in version 2 "OCHK", messages, checksum
 * message:       type (2), size (2), flags (1), 3 bytes, content
 *                or in version 2 type (1), size (2), flags (1), order of creation (2), content
 * </pre>
 */
final class HeaderMessages {

    static final int SHARED = 1 << 1;
    private static final int MUST_BE_KNOWN = 1 << 7;

    private static final int PREFIX_SIZE_1 = 16;
    private static final int PREFIX_SIZE_2 = 6;
    private static final int SIZE_SIZE = 3;
    private static final int ORDERED = 1 << 2;
    private static final int LIMITS = 1 << 4;
    private static final int LIMITS_SIZE = 4;
    private static final int TIMES = 1 << 5;
    private static final int TIMES_SIZE = 16;

    private static final int COMMITTED = 2;

    /** @param content from position 0 to its limit */
    record Message(int type, int flags, ByteBuffer content) {

        boolean isShared() {
            return (flags & SHARED) != 0;
        }
    }

    private final BoundedBytes storage;
    private final List<Message> messages = new ArrayList<>();
    private final Queue<ByteBuffer> blocks = new ArrayDeque<>();
    private int messageHeader;
    private boolean isOld;

    private HeaderMessages(BoundedBytes storage) {
        this.storage = storage;
    }

    /** All messages of the object at an address, those of committed datatypes in the place of references to these. */
    static List<Message> read(BoundedBytes storage, long address) {
        List<Message> messages = new ArrayList<>();
        for (Message message : stored(storage, address)) {
            messages.add(message.isShared() ? committed(storage, message) : message);
        }
        return messages;
    }

    private static List<Message> stored(BoundedBytes storage, long address) {
        HeaderMessages reader = new HeaderMessages(storage);
        reader.begin(address);
        for (ByteBuffer block = reader.blocks.poll(); block != null; block = reader.blocks.poll()) {
            reader.take(block);
        }
        return reader.messages;
    }

    private void begin(long address) {
        isOld = storage.read(address, 1).get() == 1;
        if (isOld) {
            messageHeader = 8;
            int size = storage.read(address, PREFIX_SIZE_1).getInt(8);
            blocks.add(storage.read(address + PREFIX_SIZE_1, Integer.toUnsignedLong(size)));
            return;
        }
        ByteBuffer prefix = storage.read(address, PREFIX_SIZE_2);
        int flags = prefix.get(PREFIX_SIZE_2 - 1);
        messageHeader = (flags & ORDERED) == 0 ? 4 : 6;
        int optional = ((flags & TIMES) == 0 ? 0 : TIMES_SIZE) + ((flags & LIMITS) == 0 ? 0 : LIMITS_SIZE);
        int sizeSize = 1 << (flags & SIZE_SIZE);
        ByteBuffer size = storage.read(address + PREFIX_SIZE_2 + optional, sizeSize);
        int start = PREFIX_SIZE_2 + optional + sizeSize;
        addChecked(address, Math.addExact(start, ByteReader.unsigned(size, sizeSize)), "OHDR", start);
        if (prefix.get(4) != 2) {
            throw new Malformed("an object header of version " + prefix.get(4), "1 or 2");
        }
    }

    /** @param length without the checksum; {@code start} where the messages begin */
    private void addChecked(long address, long length, String signature, int start) {
        ByteBuffer block = storage.read(address, Math.addExact(length, Lookup3.SIZE));
        Lookup3.verify(block);
        for (int i = 0; i < signature.length(); i++) {
            if (block.get(i) != signature.charAt(i)) {
                throw new Malformed("no " + signature + " at address " + address);
            }
        }
        blocks.add(block.limit((int) length).position(start));
    }

    private void take(ByteBuffer block) {
        while (block.remaining() >= messageHeader) {
            int at = block.position();
            int type = isOld ? block.getShort() & 0xffff : block.get() & 0xff;
            int size = block.getShort() & 0xffff;
            int flags = block.get() & 0xff;
            int content = at + messageHeader;
            if (size > block.limit() - content) {
                throw new Malformed("a message of " + size + " bytes reaches beyond its object header");
            }
            add(type, flags, block.slice(content, size).order(ByteOrder.LITTLE_ENDIAN));
            block.position(content + size);
        }
    }

    private void add(int type, int flags, ByteBuffer content) {
        if (type == MessageType.CONTINUATION) {
            long address = ByteReader.address(content);
            long length = ByteReader.length(content);
            if (isOld) {
                blocks.add(storage.read(address, length));
            } else {
                addChecked(address, length - Lookup3.SIZE, "OCHK", 4);
            }
        } else if (type <= MessageType.LAST) {
            messages.add(new Message(type, flags, content));
        } else if ((flags & MUST_BE_KNOWN) != 0) {
            throw new NotSupported(
                    "an object that only readers may read who know messages of type " + type,
                    "types up to " + MessageType.LAST);
        }
    }

    /**
     * A reference is: version, kind (of use in version 3), in version 1 six bytes and a length; address of the object.
     */
    private static Message committed(BoundedBytes storage, Message reference) {
        ByteBuffer content = reference.content();
        int version = content.get();
        int kind = content.get();
        boolean isObject = version == 3 ? kind == COMMITTED : version == 1 || version == 2;
        if (reference.type() != MessageType.DATATYPE || !isObject) {
            throw new NotSupported(
                    "a message of type " + reference.type() + " that is shared by objects",
                    "one of its own, or a committed datatype");
        }
        content.position(version == 1 ? 8 + ByteReader.LENGTH_SIZE : 2);
        long address = ByteReader.address(content);
        Optional<Message> datatype = stored(storage, address).stream()
                .filter(message -> message.type() == MessageType.DATATYPE && !message.isShared())
                .findFirst();
        return datatype.orElseThrow(() -> new Malformed("no committed datatype at address " + address));
    }
}
