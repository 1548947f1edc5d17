package io.vtkhdf.hdf5.write;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.hdf5.ByteWriter;
import io.vtkhdf.hdf5.LinkFlags;
import io.vtkhdf.hdf5.MessageType;
import io.vtkhdf.hdf5.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A group with compact links (specification IV.A.2.c, .g, .k): any number of them in its object header. Not
 * thread-safe.
 *
 * <pre>
 * link info:  u8 version 0, u8 flags 0, u64 fractal heap: undefined, u64 name index: undefined
 * group info: u8 version 0, u8 flags 0
 * references: u8 version 0, u32 number of links to this group, if there are several (IV.A.2.w)
 * link:       u8 version 1, u8 flags: 0x10 character set follows | 0x01 the name's length takes 2 bytes
 *             u8 character set: 0 ASCII, 1 UTF-8
 *             u16 length of the name, name without NUL, u64 address of the object header
 * </pre>
 */
public final class Group implements Node {

    private static final int LINK_FLAGS = LinkFlags.CHARSET | LinkFlags.LENGTH_IN_2_BYTES;

    /** In bytes, so that the link fits a message of 64 KiB. */
    private static final int LONGEST_NAME = 0xff00;

    /** What its header takes, about. */
    private static final int HEADER_BYTES = 256;

    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final Map<String, Node> children = new LinkedHashMap<>();
    private final int links;

    /** A group to which one link leads. */
    public Group() {
        this(1);
    }

    /** @param links the number of links that lead to it, all of the same group */
    public Group(int links) {
        this.links = links;
    }

    /** Sets an attribute; one of the same name is replaced. */
    public Group set(Attribute attribute) {
        attributes.put(attribute.name(), attribute);
        return this;
    }

    /** Removes the attribute of the given name, if there is one. */
    public Group unset(String attribute) {
        attributes.remove(attribute);
        return this;
    }

    /** @throws IllegalArgumentException if HDF5 cannot hold a link of this name */
    public static void requireName(String name) {
        if (name.isEmpty() || name.equals(".") || name.indexOf('/') >= 0 || !Texts.isStorable(name)) {
            throw new IllegalArgumentException(ShownText.quoted(name) + " cannot be the name of an HDF5 link");
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    ShownText.quoted(name) + ": a name of " + name.length() + " letters is too long for an HDF5 link");
        }
    }

    /**
     * Links a node.
     *
     * @throws IllegalArgumentException if the name is taken, or is none that HDF5 can hold
     */
    public Group link(String name, Node child) {
        requireName(name);
        if (children.putIfAbsent(name, child) != null) {
            throw new IllegalArgumentException("there is already an object named " + ShownText.quoted(name));
        }
        return this;
    }

    /** Removes a link, if there is one of that name. */
    public void unlink(String name) {
        children.remove(name);
    }

    @Override
    public long write(ByteWriter out) throws IOException {
        ObjectHeader header = new ObjectHeader()
                .message(MessageType.LINK_INFO, linkInfo())
                .constant(MessageType.GROUP_INFO, new byte[] {0, 0})
                .attributes(attributes.values());
        if (links > 1) {
            header.message(
                    MessageType.REFERENCE_COUNT,
                    new ByteWriter(0).u8(0).u32(links).toByteArray());
        }
        Map<Node, Long> addresses = new IdentityHashMap<>();
        for (Map.Entry<String, Node> child : children.entrySet()) {
            Node node = child.getValue();
            if (!addresses.containsKey(node)) {
                addresses.put(node, node.write(out));
            }
            header.message(MessageType.LINK, link(child.getKey(), addresses.get(node)));
        }
        return header.write(out);
    }

    @Override
    public long treeBytes() {
        long bytes = HEADER_BYTES;
        for (Node child : children.values()) {
            bytes += child.treeBytes();
        }
        return bytes;
    }

    private static byte[] linkInfo() {
        return new ByteWriter(0)
                .u8(0)
                .u8(0)
                .u64(ByteWriter.UNDEFINED_ADDRESS)
                .u64(ByteWriter.UNDEFINED_ADDRESS)
                .toByteArray();
    }

    private static byte[] link(String name, long address) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int charset = bytes.length == name.length() ? 0 : 1;
        return new ByteWriter(0)
                .u8(1)
                .u8(LINK_FLAGS)
                .u8(charset)
                .u16(bytes.length)
                .bytes(bytes)
                .u64(address)
                .toByteArray();
    }
}
