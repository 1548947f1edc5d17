package io.vtkhdf.hdf5.read;

import io.jhdf.exceptions.UnsupportedHdfException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A link message. Its name is UTF-8 whatever the message says, because programs seldom say so; jHDF takes the message
 * at its word, and confuses names then.
 *
 * <pre>
 * 1, flags, kind, order of creation (8), character set: all three if the flags say so;
 * length of the name (1 to 8), name; address, or length (2) and path of a soft link
 * </pre>
 */
record LinkMessage(String name, Target target) {

    private static final int LENGTH_SIZE = 3;
    private static final int ORDERED = 1 << 2;
    private static final int KIND = 1 << 3;
    private static final int CHARSET = 1 << 4;

    private static final int HARD = 0;
    private static final int SOFT = 1;
    private static final int EXTERNAL = 64;

    /** What a link leads to. */
    sealed interface Target {}

    record Hard(long address) implements Target {}

    record Soft(String target) implements Target {}

    record Other(String kind) implements Target {}

    static LinkMessage read(ByteBuffer message, int addressSize) {
        ByteBuffer content = message.slice().order(ByteOrder.LITTLE_ENDIAN);
        int version = content.get();
        if (version != 1) {
            throw new UnsupportedHdfException("found a link of version " + version + ", expected 1");
        }
        int flags = content.get();
        int kind = (flags & KIND) == 0 ? HARD : content.get() & 0xff;
        content.position(content.position() + ((flags & ORDERED) == 0 ? 0 : 8) + ((flags & CHARSET) == 0 ? 0 : 1));
        String name = text(content, 1 << (flags & LENGTH_SIZE));
        Target target =
                switch (kind) {
                    case HARD -> new Hard(StoredNumbers.unsigned(content, addressSize));
                    case SOFT -> new Soft(text(content, 2));
                    default -> new Other(kind == EXTERNAL ? "external" : Integer.toString(kind));
                };
        return new LinkMessage(name, target);
    }

    private static String text(ByteBuffer content, int lengthSize) {
        int length = Math.toIntExact(StoredNumbers.unsigned(content, lengthSize));
        ByteBuffer text = content.slice(content.position(), length);
        content.position(content.position() + length);
        return StoredLinks.name(text, 0);
    }
}
