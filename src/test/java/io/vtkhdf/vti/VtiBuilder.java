package io.vtkhdf.vti;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.vti.block.VtiCompression;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import net.jpountz.lz4.LZ4Factory;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Builds .vti files in memory, in every encoding, with values by formula: {@link #value}. */
final class VtiBuilder {

    enum Encoding {
        ASCII,
        BASE64,
        APPENDED_RAW,
        APPENDED_BASE64
    }

    private Encoding encoding = Encoding.APPENDED_RAW;
    private VtiCompression compression = VtiCompression.NONE;
    private boolean longHeader;
    private boolean isHeaderApart;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private int blockSize = 64;
    private final Extent whole;
    private List<Extent> pieces;
    private final List<ArraySpec> arrays = new ArrayList<>();
    private final List<FieldArray> fields = new ArrayList<>();
    private final Set<String> bits = new HashSet<>();
    private UnaryOperator<String> payloadText = text -> text;
    private UnaryOperator<String> xml = text -> text;

    private final ByteArrayOutputStream appended = new ByteArrayOutputStream();

    VtiBuilder(Extent whole) {
        this.whole = whole;
        this.pieces = List.of(whole);
    }

    VtiBuilder encoding(Encoding encoding) {
        this.encoding = encoding;
        return this;
    }

    VtiBuilder zlib(int blockSize) {
        return compression(VtiCompression.ZLIB, blockSize);
    }

    VtiBuilder compression(VtiCompression compression, int blockSize) {
        this.compression = compression;
        this.blockSize = blockSize;
        return this;
    }

    /** Makes the array of this name, of type UInt8, one of bits. */
    VtiBuilder bits(String name) {
        bits.add(name);
        return this;
    }

    private boolean isCompressed() {
        return compression != VtiCompression.NONE;
    }

    VtiBuilder longHeader() {
        this.longHeader = true;
        return this;
    }

    /** Encodes the size of each array as base64 with a padding of its own, also where nothing is compressed. */
    VtiBuilder headerApart() {
        this.isHeaderApart = true;
        return this;
    }

    VtiBuilder order(ByteOrder order) {
        this.order = order;
        return this;
    }

    VtiBuilder pieces(Extent... pieces) {
        this.pieces = List.of(pieces);
        return this;
    }

    VtiBuilder array(ArraySpec array) {
        arrays.add(array);
        return this;
    }

    VtiBuilder field(FieldArray field) {
        fields.add(field);
        return this;
    }

    /** Changes the text of each inline payload. */
    VtiBuilder payloadText(UnaryOperator<String> change) {
        payloadText = change;
        return this;
    }

    /** Changes the XML around and in front of the appended data, byte by byte a character. */
    VtiBuilder xml(UnaryOperator<String> change) {
        xml = change;
        return this;
    }

    byte[] build() {
        appended.reset();
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\"?>\n<VTKFile type=\"ImageData\" version=\"");
        text.append(longHeader ? "1.0\"" : "0.1\"");
        text.append(" byte_order=\"").append(order == ByteOrder.BIG_ENDIAN ? "BigEndian" : "LittleEndian");
        text.append("\" header_type=\"").append(longHeader ? "UInt64\"" : "UInt32\"");
        text.append(isCompressed() ? " compressor=\"" + compression.vtkName() + "\">\n" : ">\n");
        text.append("<ImageData WholeExtent=\"").append(numbers(whole));
        text.append("\" Origin=\"0.5 -1 2e-3\" Spacing=\"0.1 0.2 0.3\">\n<FieldData>\n");
        fields.forEach(field -> text.append(fieldElement(field)));
        text.append("</FieldData>\n");
        pieces.forEach(piece -> text.append(piece(piece)));
        text.append("</ImageData>\n");
        if (appended.size() > 0) {
            String name = encoding == Encoding.APPENDED_RAW ? "raw" : "base64";
            text.append("<AppendedData encoding=\"" + name + "\">\n _");
            text.append(appended.toString(StandardCharsets.ISO_8859_1)).append("\n</AppendedData>\n");
        }
        text.append("</VTKFile>\n");
        return xml.apply(text.toString()).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String numbers(Extent extent) {
        StringBuilder numbers = new StringBuilder();
        for (int number : extent.toArray()) {
            numbers.append(number).append(' ');
        }
        return numbers.toString();
    }

    private String piece(Extent piece) {
        return "<Piece Extent=\"" + numbers(piece) + "\">\n" + arrays(piece, Association.POINT)
                + arrays(piece, Association.CELL) + "</Piece>\n";
    }

    private String arrays(Extent piece, Association association) {
        StringBuilder text = new StringBuilder("<" + association.groupName() + ">\n");
        for (ArraySpec spec : arrays) {
            if (spec.association() == association) {
                Extent box = association == Association.POINT ? piece : piece.cells();
                Object values = values(spec, box);
                boolean isBits = bits.contains(spec.name());
                text.append(element(
                        "DataArray",
                        isBits ? "Bit" : spec.type().vtkName(),
                        spec.name(),
                        "NumberOfComponents=\"" + spec.components() + "\"",
                        ascii(spec.type(), values),
                        isBits ? packed((byte[]) values) : bytes(spec.type(), values)));
            }
        }
        return text + "</" + association.groupName() + ">\n";
    }

    private String fieldElement(FieldArray field) {
        if (field.isStrings()) {
            byte[] bytes = strings(field);
            return element(
                    "Array",
                    "String",
                    field.name(),
                    "NumberOfTuples=\"" + field.tuples() + "\"",
                    ascii(ScalarType.INT8, bytes),
                    bytes);
        }
        ScalarType type = field.asNumbers().type();
        return element(
                "DataArray",
                type.vtkName(),
                field.name(),
                "NumberOfComponents=\"" + field.components() + "\" NumberOfTuples=\"" + field.tuples() + "\"",
                ascii(type, field.asNumbers().values()),
                bytes(type, field.asNumbers().values()));
    }

    private static byte[] strings(FieldArray field) {
        return (String.join("\0", field.asStrings().values()) + "\0").getBytes(StandardCharsets.UTF_8);
    }

    private String element(String element, String type, String name, String more, String ascii, byte[] bytes) {
        String utf8Name = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        String start = "<" + element + " type=\"" + type + "\" Name=\"" + utf8Name + "\" " + more + " format=\"";
        String end = "\n</" + element + ">\n";
        return switch (encoding) {
            case ASCII -> start + "ascii\">\n" + payloadText.apply(ascii) + end;
            case BASE64 -> start + "binary\">\n" + payloadText.apply(base64(bytes)) + end;
            case APPENDED_RAW -> {
                int offset = appended.size();
                appended.writeBytes(header(bytes));
                appended.writeBytes(body(bytes));
                yield start + "appended\" offset=\"" + offset + "\"/>\n";
            }
            case APPENDED_BASE64 -> {
                int offset = appended.size();
                appended.writeBytes(base64(bytes).getBytes(StandardCharsets.ISO_8859_1));
                yield start + "appended\" offset=\"" + offset + "\"/>\n";
            }
        };
    }

    private static String ascii(ScalarType type, Object values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Array.getLength(values); i++) {
            text.append(type.textAt(values, i)).append(i % 6 == 5 ? '\n' : ' ');
        }
        return text.toString();
    }

    private String base64(byte[] bytes) {
        Base64.Encoder encoder = Base64.getEncoder();
        byte[] header = header(bytes);
        byte[] body = body(bytes);
        if (isCompressed() || isHeaderApart) {
            return encoder.encodeToString(header) + encoder.encodeToString(body);
        }
        return encoder.encodeToString(ByteBuffer.allocate(header.length + body.length)
                .put(header)
                .put(body)
                .array());
    }

    private byte[] header(byte[] bytes) {
        List<byte[]> blocks = isCompressed() ? blocks(bytes) : List.of();
        long[] words = new long[isCompressed() ? 3 + blocks.size() : 1];
        words[0] = isCompressed() ? blocks.size() : bytes.length;
        if (isCompressed()) {
            words[1] = blockSize;
            words[2] = bytes.length % blockSize;
            for (int i = 0; i < blocks.size(); i++) {
                words[3 + i] = blocks.get(i).length;
            }
        }
        ByteBuffer header =
                ByteBuffer.allocate(words.length * (longHeader ? 8 : 4)).order(order);
        for (long word : words) {
            if (longHeader) {
                header.putLong(word);
            } else {
                header.putInt((int) word);
            }
        }
        return header.array();
    }

    private byte[] body(byte[] bytes) {
        if (!isCompressed()) {
            return bytes;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        blocks(bytes).forEach(body::writeBytes);
        return body.toByteArray();
    }

    private List<byte[]> blocks(byte[] bytes) {
        List<byte[]> blocks = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += blockSize) {
            blocks.add(compress(bytes, from, Math.min(blockSize, bytes.length - from)));
        }
        return blocks;
    }

    private byte[] compress(byte[] bytes, int from, int length) {
        return switch (compression) {
            case NONE -> throw new IllegalStateException();
            case ZLIB -> deflate(bytes, from, length);
            case LZ4 -> LZ4Factory.safeInstance().fastCompressor().compress(bytes, from, length);
            case LZMA -> xz(bytes, from, length);
        };
    }

    static byte[] xz(byte[] bytes, int from, int length) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try (XZOutputStream xz = new XZOutputStream(stream, new LZMA2Options(1))) {
            xz.write(bytes, from, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stream.toByteArray();
    }

    static byte[] deflate(byte[] bytes, int from, int length) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes, from, length);
        deflater.finish();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 12];
        while (!deflater.finished()) {
            stream.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return stream.toByteArray();
    }

    private static byte[] packed(byte[] bits) {
        byte[] bytes = new byte[(bits.length + 7) / 8];
        for (int i = 0; i < bits.length; i++) {
            bytes[i / 8] |= (byte) (bits[i] << 7 - i % 8);
        }
        return bytes;
    }

    private byte[] bytes(ScalarType type, Object values) {
        return values instanceof byte[] bytes ? bytes : bytes(type, values, order);
    }

    static byte[] bytes(ScalarType type, Object values, ByteOrder order) {
        int length = Array.getLength(values);
        ByteBuffer bytes = ByteBuffer.allocate(length * type.size()).order(order);
        for (int i = 0; i < length; i++) {
            Object value = Array.get(values, i);
            if (value instanceof Byte b) {
                bytes.put(b);
            } else if (value instanceof Short s) {
                bytes.putShort(s);
            } else if (value instanceof Integer n) {
                bytes.putInt(n);
            } else if (value instanceof Long l) {
                bytes.putLong(l);
            } else if (value instanceof Float f) {
                bytes.putFloat(f);
            } else {
                bytes.putDouble((Double) value);
            }
        }
        return bytes.array();
    }

    /** What a reader must say about all of an array, in the given byte order. */
    byte[] expected(ArraySpec spec, ByteOrder order) {
        Extent box = spec.association() == Association.POINT ? whole : whole.cells();
        return bytes(spec.type(), values(spec, box), order);
    }

    private Object values(ArraySpec spec, Extent box) {
        Object values = spec.type().newArray(Math.toIntExact(box.dimensions().count() * spec.components()));
        int i = 0;
        for (long z = box.zMin(); z <= box.zMax(); z++) {
            for (long y = box.yMin(); y <= box.yMax(); y++) {
                for (long x = box.xMin(); x <= box.xMax(); x++) {
                    for (int c = 0; c < spec.components(); c++) {
                        long index =
                                (((z - whole.zMin()) * 1000L + (y - whole.yMin())) * 1000 + (x - whole.xMin())) * 10
                                        + c;
                        Object value = value(spec.type(), index);
                        Array.set(values, i++, bits.contains(spec.name()) ? (byte) ((byte) value & 1) : value);
                    }
                }
            }
        }
        return values;
    }

    /** A value of the type's carrier; the extremes and, in floating point, what is no number, are among the first. */
    static Object value(ScalarType type, long index) {
        long mixed = (index + 1) * 0x9e3779b97f4a7c15L;
        mixed ^= mixed >>> 29;
        int bits = type.size() * 8;
        long integer = index == 0
                ? (type.isSigned() ? -1L << bits - 1 : 0)
                : index == 10 ? (type.isSigned() ? ~(-1L << bits - 1) : -1L) : mixed;
        double[] odd = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -0.0, Double.MIN_VALUE};
        double floating = index % 10 == 0 && index / 10 < odd.length ? odd[(int) (index / 10)] : (mixed >> 11) * 1e-9;
        return switch (type) {
            case INT8, UINT8 -> (byte) integer;
            case INT16, UINT16 -> (short) integer;
            case INT32, UINT32 -> (int) integer;
            case INT64, UINT64 -> integer;
            case FLOAT32 -> (float) floating;
            case FLOAT64 -> floating;
        };
    }
}
