package io.vtkhdf.hdf5.write;

import io.vtkhdf.hdf5.ByteWriter;
import io.vtkhdf.hdf5.Dataspace;
import io.vtkhdf.hdf5.Datatype;
import io.vtkhdf.hdf5.Texts;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A small named value of a group or dataset (specification IV.A.2.m), message version 3.
 *
 * <pre>
 * u8  version 3
 * u8  flags 0
 * u16 size of the name with its NUL, u16 size of the datatype, u16 size of the dataspace
 * u8  the name's character set: 0 ASCII
 *     name, NUL, datatype, dataspace, value
 * </pre>
 */
public final class Attribute {

    private static final int MAX_MESSAGE = 0xffff;

    private final String name;
    private final byte[] encoded;

    private Attribute(String name, Datatype type, byte[] dataspace, byte[] value) {
        this.name = name;
        byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
        ByteWriter out = new ByteWriter(0)
                .u8(3)
                .u8(0)
                .u16(nameBytes.length + 1)
                .u16(type.encoded().length)
                .u16(dataspace.length)
                .u8(0)
                .bytes(nameBytes)
                .u8(0)
                .bytes(type.encoded())
                .bytes(dataspace)
                .bytes(value);
        if (out.size() > MAX_MESSAGE) {
            throw new IllegalArgumentException(
                    "attribute " + name + " takes " + out.size() + " bytes, at most 65535 fit");
        }
        this.encoded = out.toByteArray();
    }

    /**
     * A scalar string without terminator, of exactly the length of {@code value}, which is tagged as UTF-8 only if it
     * must.
     */
    public static Attribute ofString(String name, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        boolean ascii = bytes.length == value.length();
        Datatype type = ascii ? Datatype.asciiString(bytes.length) : Datatype.utf8String(bytes.length);
        return new Attribute(name, type, Dataspace.encode(), bytes);
    }

    /**
     * A list of strings, padded by NULs to the length of the longest and tagged as UTF-8 only if they must.
     *
     * @throws IllegalArgumentException if one cannot be encoded or contains a NUL, or they are more than 64 KiB
     */
    public static Attribute ofStrings(String name, List<String> values) {
        for (String value : values) {
            Texts.requireStorable("attribute " + name, value);
        }
        List<byte[]> encoded = values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
        int size = encoded.stream().mapToInt(bytes -> bytes.length).reduce(1, Math::max);
        ByteBuffer bytes = littleEndian(Math.multiplyExact(size, values.size()));
        for (int i = 0; i < values.size(); i++) {
            bytes.put(i * size, encoded.get(i));
        }
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(String.join("", values));
        Datatype type = ascii ? Datatype.asciiString(size) : Datatype.utf8String(size);
        return new Attribute(name, type, Dataspace.encode(values.size()), bytes.array());
    }

    public static Attribute ofInts(String name, int... values) {
        ByteBuffer bytes = littleEndian(Integer.BYTES * values.length);
        bytes.asIntBuffer().put(values);
        return new Attribute(name, Datatype.signed(Integer.BYTES), Dataspace.encode(values.length), bytes.array());
    }

    public static Attribute ofLongs(String name, long... values) {
        ByteBuffer bytes = littleEndian(Long.BYTES * values.length);
        bytes.asLongBuffer().put(values);
        return new Attribute(name, Datatype.signed(Long.BYTES), Dataspace.encode(values.length), bytes.array());
    }

    public static Attribute ofDoubles(String name, double... values) {
        ByteBuffer bytes = littleEndian(Double.BYTES * values.length);
        bytes.asDoubleBuffer().put(values);
        return new Attribute(name, Datatype.float64(), Dataspace.encode(values.length), bytes.array());
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    String name() {
        return name;
    }

    byte[] encoded() {
        return encoded;
    }
}
