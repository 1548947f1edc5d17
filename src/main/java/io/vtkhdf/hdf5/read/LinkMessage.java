package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.ByteReader;
import io.vtkhdf.hdf5.LinkFlags;
import io.vtkhdf.hdf5.LinkTarget;
import io.vtkhdf.hdf5.NotSupported;
import io.vtkhdf.hdf5.Texts;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A link message. Its name is UTF-8 whatever the message says, because programs seldom say so; jHDF takes the message
 * at its word, and confuses names then.
 *
 * <pre>
 * 1, flags, kind, order of creation (8), character set: all three if the flags say so;
 * length of the name (1 to 8), name; address, or length (2) and path of a soft link, or of an external one
 *     length (2), version and flags (1), name of the file, 0, path, 0
 * </pre>
 */
record LinkMessage(String name, LinkTarget target) {

    private static final int HARD = 0;
    private static final int SOFT = 1;
    private static final int EXTERNAL = 64;

    static LinkMessage read(ByteBuffer message) {
        ByteBuffer content = message.slice().order(ByteOrder.LITTLE_ENDIAN);
        int version = content.get();
        if (version != 1) {
            throw new NotSupported("a link of version " + version, "1");
        }
        int flags = content.get();
        int kind = (flags & LinkFlags.KIND) == 0 ? HARD : content.get() & 0xff;
        content.position(content.position()
                + ((flags & LinkFlags.ORDERED) == 0 ? 0 : 8)
                + ((flags & LinkFlags.CHARSET) == 0 ? 0 : 1));
        String name = text(content, 1 << (flags & LinkFlags.LENGTH_SIZE));
        LinkTarget target =
                switch (kind) {
                    case HARD -> new LinkTarget.Hard(ByteReader.address(content));
                    case SOFT -> new LinkTarget.Soft(text(content, 2));
                    case EXTERNAL -> external(content);
                    default -> new LinkTarget.Other(Integer.toString(kind));
                };
        return new LinkMessage(name, target);
    }

    private static LinkTarget external(ByteBuffer content) {
        int length = content.getShort() & 0xffff;
        ByteBuffer value = content.slice(content.position(), length);
        int version = value.get() >> 4;
        if (version != 0) {
            throw new NotSupported("an external link of version " + version, "0");
        }
        String file = Texts.decode(value, value.position());
        while (value.get() != 0) {}
        return new LinkTarget.External(file, Texts.decode(value, value.position()));
    }

    private static String text(ByteBuffer content, int lengthSize) {
        int length = Math.toIntExact(ByteReader.unsigned(content, lengthSize));
        ByteBuffer text = content.slice(content.position(), length);
        content.position(content.position() + length);
        return Texts.decode(text, 0);
    }
}
