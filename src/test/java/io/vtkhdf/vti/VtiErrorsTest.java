package io.vtkhdf.vti;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import io.vtkhdf.vti.block.VtiCompression;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jpountz.lz4.LZ4Factory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VtiErrorsTest {

    private static final ArraySpec ARRAY = ArraySpec.point("a", ScalarType.INT16);

    @TempDir
    Path folder;

    private static VtiBuilder builder(VtiBuilder.Encoding encoding) {
        return new VtiBuilder(new Extent(0, 2, 0, 1, 0, 1)).encoding(encoding).array(ARRAY);
    }

    /** Opens and reads everything; the message must have all parts. */
    private void assertFails(Class<? extends FileContentException> type, byte[] file, String... parts) {
        FileContentException e = assertThrows(type, () -> {
            try (ImageSource source = VtiTesting.open(folder, file)) {
                VtiTesting.drain(source);
            }
        });
        assertTrue(e.getMessage().startsWith(folder.resolve("test.vti") + ": "), e.getMessage());
        for (String part : parts) {
            assertTrue(e.getMessage().contains(part), () -> "'" + part + "' in " + e.getMessage());
        }
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }

    private void assertCorrupt(VtiBuilder builder, UnaryOperator<String> change, String... parts) {
        assertFails(CorruptFileException.class, builder.xml(change).build(), parts);
    }

    private void assertUnsupported(VtiBuilder builder, UnaryOperator<String> change, String... parts) {
        assertFails(UnsupportedFileException.class, builder.xml(change).build(), parts);
    }

    private void assertAscii(ScalarType type, String text, String... parts) {
        VtiBuilder builder = new VtiBuilder(new Extent(0, 2, 0, 0, 0, 0))
                .encoding(VtiBuilder.Encoding.ASCII)
                .array(ArraySpec.point("a", type))
                .payloadText(values -> text);
        assertFails(CorruptFileException.class, builder.build(), parts);
    }

    @Test
    void whatIsNotYetReadIsNamed() {
        VtiBuilder builder = builder(VtiBuilder.Encoding.ASCII);
        assertUnsupported(builder, xml -> xml.replace("\"ImageData\"", "\"PolyData\""), "'PolyData'", "ImageData");
        assertUnsupported(builder, xml -> xml.replace("Origin=", "TimeValues='0 1' Origin="), "TimeValues");
        assertUnsupported(
                builder, xml -> xml.replace("0 2 0 1 0 1 \" O", "0 -1 0 -1 0 -1 \" O"), "an image without points");
        assertUnsupported(
                builder,
                xml -> xml.replace("header_type", "compressor='vtkOddDataCompressor' header_type"),
                "compressor 'vtkOddDataCompressor'");
        assertUnsupported(
                builder,
                xml -> xml.replace("<VTKFile", "<!DOCTYPE VTKFile [<!ENTITY a 'b'>]><VTKFile"),
                "document type");
    }

    /** Only what is named is left out. */
    private void assertLeftOut(VtiBuilder builder, UnaryOperator<String> change, String name, String... parts)
            throws IOException {
        try (ImageSource source = VtiTesting.open(folder, builder.xml(change).build())) {
            assertEquals(1, source.unreadable().size(), source.unreadable().toString());
            String message = source.unreadable().get(0).message();
            assertTrue(message.startsWith(folder.resolve("test.vti") + ": " + name), message);
            for (String part : parts) {
                assertTrue(message.contains(part), () -> "'" + part + "' in " + message);
            }
            Stream<String> left = Stream.concat(
                    source.arrays().stream().map(ArraySpec::name),
                    source.fields().stream().map(FieldArray::name));
            assertEquals(
                    Stream.of("a", "b", "n", "s")
                            .filter(other -> !name.contains("'" + other + "'"))
                            .collect(Collectors.toList()),
                    left.collect(Collectors.toList()));
            VtiTesting.drain(source);
        }
    }

    @Test
    void arraysThatAreNotReadAreLeftOut() throws IOException {
        for (VtiBuilder.Encoding encoding : VtiBuilder.Encoding.values()) {
            VtiBuilder builder = all(encoding);
            assertLeftOut(builder, xml -> xml.replace("Int16", "String"), "PointData 'a'", "type String");
            assertLeftOut(builder, xml -> xml.replace("UInt8", "String"), "CellData 'b'", "type String");
            assertLeftOut(
                    builder,
                    xml -> xml.replace("s=\"1\" NumberOfTuples=\"2\"", "s='1' NumberOfTuples='999999999999'"),
                    "FieldData 'n'",
                    "999999999999 tuples");
            assertLeftOut(
                    builder,
                    xml -> xml.replace("Name=\"s\"", "Name=\"s\" NumberOfComponents=\"2\""),
                    "FieldData 's'",
                    "2 components");
        }
    }

    @Test
    void messagesAreShortWhateverTheyQuote() {
        String lengthy = "x&#10;".repeat(100_000);
        VtiBuilder builder = builder(VtiBuilder.Encoding.ASCII);
        assertShort(builder, xml -> xml.replace("<VTKFile", "<" + "y".repeat(400_000)));
        assertShort(builder, xml -> xml.replace("\"ImageData\"", "'" + lengthy + "'"));
        assertShort(builder, xml -> xml.replace("Origin=\"", "Origin=\"" + lengthy));
        assertShort(builder, xml -> xml.replace("Name=\"a\"", "Name='" + lengthy + "' NumberOfComponents='x'"));
        assertShort(builder, xml -> xml.replace("\"Int16\"", "'" + lengthy + "'"));
        assertShort(builder, xml -> xml.replace("<ImageData", "<ImageData &" + "z".repeat(400_000) + ";"));
    }

    private void assertShort(VtiBuilder builder, UnaryOperator<String> change) {
        FileContentException e = assertThrows(
                FileContentException.class,
                () -> VtiTesting.open(folder, builder.xml(change).build()).close());
        assertTrue(e.getMessage().length() < 1200, e.getMessage());
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }

    @Test
    void allStringsTogetherAreBounded() throws IOException {
        List<String> words = java.util.Collections.nCopies(1_000_000, "");
        VtiBuilder builder = builder(VtiBuilder.Encoding.APPENDED_RAW)
                .field(FieldArray.ofStrings("first", words))
                .field(FieldArray.ofStrings("second", words))
                .field(FieldArray.of("number", 1));
        try (ImageSource source = VtiTesting.open(folder, builder.build())) {
            assertEquals(
                    List.of("first", "number"),
                    source.fields().stream().map(FieldArray::name).toList());
            assertEquals(1, source.unreadable().size());
            assertTrue(source.unreadable().get(0).message().contains("'second': found 1000000 strings"));
        }
    }

    @Test
    void whatIsNoVtkFileIsCorrupt() throws IOException {
        for (String file :
                List.of("", " ", "VTK", "<a", "<a/>", "<?xml version='1.0'?>", "\0\0", "<VTKFile/>", "</a>")) {
            assertFails(CorruptFileException.class, file.getBytes());
        }
        assertFails(CorruptFileException.class, "<VTKFile type='ImageData'/>".getBytes(), "no element ImageData");
        assertFails(
                CorruptFileException.class,
                "<VTKFile type='ImageData'><ImageData/></VTKFile>".getBytes(),
                "no attribute WholeExtent");
        assertFails(CorruptFileException.class, "<a>&b;</a>".getBytes());
        assertThrows(NoSuchFileException.class, () -> VtiSource.open(folder.resolve("none.vti")));
        assertThrows(IOException.class, () -> VtiSource.open(folder));
    }

    @Test
    void wrongAttributesAreCorrupt() {
        VtiBuilder builder = builder(VtiBuilder.Encoding.APPENDED_RAW);
        String geometry = "Origin=\"0.5 -1 2e-3\"";
        assertCorrupt(builder, xml -> xml.replace(geometry, "Origin='1 2'"), "Origin '1 2'", "3 numbers");
        assertCorrupt(builder, xml -> xml.replace(geometry, "Origin='1 2 x'"), "Origin '1 2 x'");
        assertCorrupt(builder, xml -> xml.replace(geometry, "Origin='1 2 nan'"), "Origin");
        assertCorrupt(builder, xml -> xml.replace(geometry, "Origin='1 2 NaN'"), "Origin");
        assertCorrupt(builder, xml -> xml.replace(geometry, "Direction='1 0 0'"), "Direction");
        assertCorrupt(builder, xml -> xml.replace("Extent=\"0 2 ", "Extent=\"0 2.5 "), "WholeExtent");
        assertCorrupt(builder, xml -> xml.replace("Extent=\"0 2 ", "Extent=\"0 2147483648 "), "WholeExtent");
        assertCorrupt(builder, xml -> xml.replace("Extent=\"0 2 ", "Extent=\"-1 2147483647 "), "2^31");
        assertCorrupt(builder, xml -> xml.replace("LittleEndian", "MiddleEndian"), "'MiddleEndian'");
        assertCorrupt(builder, xml -> xml.replace("UInt32", "UInt16"), "'UInt16'");
        assertCorrupt(builder, xml -> xml.replace("Int16", "Int15"), "'Int15'");
        assertCorrupt(builder, xml -> xml.replace("Name=\"a\"", ""), "no attribute Name");
        assertCorrupt(builder, xml -> xml.replace("Name=\"a\"", "Name=\"\""), "empty Name");
        for (String components : List.of("0", "-1", "x", "2147483647", "99999999999999999999")) {
            assertCorrupt(
                    builder, xml -> xml.replace("Components=\"1\"", "Components=\"" + components + "\""), components);
        }
        for (String offset : List.of("-1", "x", "9223372036854775807", "99999999999999999999", "1000")) {
            assertCorrupt(builder, xml -> xml.replace("offset=\"0\"", "offset=\"" + offset + "\""), offset);
        }
        assertCorrupt(builder, xml -> xml.replace("offset=\"0\"", ""), "without an offset");
        assertCorrupt(builder, xml -> xml.replaceAll("(?s)<AppendedData.*</AppendedData>", ""), "no AppendedData");
        String huge = "0 2000000000 0 2000000000 0 2000000000";
        assertCorrupt(builder, xml -> xml.replace("0 2 0 1 0 1 ", huge), "less than 2^63");
    }

    @Test
    void wrongSizesAreCorrupt() {
        VtiBuilder builder = builder(VtiBuilder.Encoding.APPENDED_RAW);
        assertCorrupt(builder, xml -> xml.replace("_\30", "_\27"), "PointData 'a'", "23 bytes", "24 bytes");
        assertCorrupt(builder, xml -> xml.replace("_\30", "_\31"), "25 bytes", "24 bytes");
        assertCorrupt(builder, xml -> xml.replace("_\30\0\0\0", "_\30\0\0\u00ff"), "4278190104 bytes");
        assertCorrupt(
                builder.longHeader(), xml -> xml.replace("\0\0\0\0\0\0\0", "\0\0\0\0\0\0\u00ff"), "less than 2^63");
    }

    @Test
    void wrongNumbersAreCorrupt() {
        assertAscii(ScalarType.INT16, "1 2", "PointData 'a', value 2", "the end after 2 values", "3 values");
        assertAscii(ScalarType.INT16, "", "PointData 'a'", "3 values");
        assertAscii(ScalarType.INT16, "1 2 3 4", "more than 3 values");
        assertAscii(ScalarType.INT16, "1 2 3 x", "more than 3 values");
        assertAscii(ScalarType.INT16, "1 2.0 3", "value 1", "'2.0'", "Int16");
        for (String wrong : List.of("x", "-", "+", "1e3", "0x10", "--1", "1-", "nan", "32768", "-32769", "1,2", "٣")) {
            assertAscii(ScalarType.INT16, "1 2 " + wrong, "value 2", "a value of type Int16");
        }
        assertAscii(ScalarType.UINT8, "1 256 1", "value 1", "'256'");
        assertAscii(ScalarType.UINT8, "1 -1 1", "value 1", "'-1'");
        assertAscii(ScalarType.UINT32, "1 4294967296 1", "value 1");
        assertAscii(ScalarType.UINT64, "1 18446744073709551616 1", "value 1");
        assertAscii(ScalarType.UINT64, "1 -1 1", "value 1");
        assertAscii(ScalarType.INT64, "1 9223372036854775808 1", "value 1");
        assertAscii(ScalarType.INT64, "1 " + "9".repeat(900) + " 1", "value 1", "…");
        assertAscii(ScalarType.INT64, "1 " + "9".repeat(1025) + " 1", "value 1", "1024 characters");
        for (String wrong : List.of(".", "1e", "1e+", "e5", "1f", "1d", "0x1p3", "1.2.3", "in", "nano", "1_0", "- 1")) {
            assertAscii(ScalarType.FLOAT64, "1 2 " + wrong, "value 2", "a value of type Float64");
            assertAscii(ScalarType.FLOAT32, "1 2 " + wrong, "value 2", "a value of type Float32");
        }
    }

    @Test
    void brokenBase64IsCorrupt() {
        for (VtiBuilder builder : List.of(
                builder(VtiBuilder.Encoding.BASE64),
                builder(VtiBuilder.Encoding.BASE64).zlib(5))) {
            for (String wrong : List.of("*", "=", "-", "\u00c3", "&amp;", "====")) {
                for (int at : new int[] {0, 1, 6, 11, 20}) {
                    builder.payloadText(text -> text.substring(0, at) + wrong + text.substring(at));
                    assertFails(CorruptFileException.class, builder.build(), "PointData 'a'");
                }
            }
            builder.payloadText(text -> "");
            assertFails(CorruptFileException.class, builder.build(), "PointData 'a'", "the end of the text");
            builder.payloadText(text -> text.substring(0, text.length() - 5));
            assertFails(CorruptFileException.class, builder.build(), "PointData 'a'");
        }
    }

    @Test
    void truncationsAreCorrupt() throws IOException {
        for (VtiBuilder.Encoding encoding : VtiBuilder.Encoding.values()) {
            for (VtiBuilder builder :
                    List.of(builder(encoding), builder(encoding).zlib(5))) {
                String file = new String(builder.build(), StandardCharsets.ISO_8859_1);
                int end = encoding.name().startsWith("APPENDED")
                        ? file.indexOf("\n</AppendedData>")
                        : file.indexOf("</VTKFile>");
                while (file.charAt(end - 1) == '=') {
                    end--; // All values are there without the padding.
                }
                for (int length = 0; length < end; length += length < end - 250 ? 13 : 1) {
                    assertFails(
                            CorruptFileException.class,
                            file.substring(0, length).getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    /** An image with what {@link #assertLeftOut} expects. */
    private static VtiBuilder all(VtiBuilder.Encoding encoding) {
        return builder(encoding)
                .array(ArraySpec.cell("b", ScalarType.UINT8))
                .field(FieldArray.of("n", 1, 2))
                .field(FieldArray.ofStrings("s", List.of("a", "b")));
    }

    @Test
    void brokenFieldsAreLeftOut() throws IOException {
        VtiBuilder builder = all(VtiBuilder.Encoding.APPENDED_RAW);
        String tuples = "NumberOfTuples=\"2\"";
        assertLeftOut(builder, xml -> xml.replaceFirst(tuples, "NumberOfTuples='-2'"), "FieldData 'n'", "'-2'");
        assertLeftOut(builder, xml -> xml.replaceFirst(tuples, "NumberOfTuples='3'"), "FieldData 'n'", "12 bytes");
        assertLeftOut(builder, xml -> xml.replaceFirst("\"Int32", "\"Int33"), "FieldData 'n'", "'Int33'");
        assertLeftOut(
                builder,
                xml -> xml.replace("Tuples=\"2\" format=\"appended\" offset=\"12\"", "Tuples='3' offset='12'"),
                "FieldData 's'",
                "2 strings");
        assertLeftOut(
                builder, xml -> xml.replace("a\0b\0", "a\0bc"), "FieldData 's'", "1 strings and an unfinished one");
        VtiBuilder text = all(VtiBuilder.Encoding.ASCII);
        assertLeftOut(text, xml -> xml.replaceFirst(">\n1 2 ", ">\n1 x "), "FieldData 'n', value 1", "'x'");
    }

    @Test
    void brokenArraysAreLeftOut() throws IOException {
        for (VtiBuilder.Encoding encoding : VtiBuilder.Encoding.values()) {
            VtiBuilder builder = all(encoding);
            assertLeftOut(builder, xml -> xml.replace("Int16", "Int15"), "PointData 'a'", "type 'Int15'");
            assertLeftOut(builder, xml -> xml.replace("UInt8", "half"), "CellData 'b'", "type 'half'");
            for (String components : List.of("0", "x", "70")) {
                assertLeftOut(
                        builder,
                        xml -> xml.replace(
                                "Name=\"a\" NumberOfComponents=\"1", "Name='a' NumberOfComponents=\"" + components),
                        "PointData 'a'");
            }
        }
        VtiBuilder appended = all(VtiBuilder.Encoding.APPENDED_RAW);
        for (String offset : List.of("-1", "x", "1000", "9223372036854775807")) {
            String found = "(Name=\"b\".*offset=\")[0-9]+";
            assertLeftOut(appended, xml -> xml.replaceFirst(found, "$1" + offset), "CellData 'b'");
        }
        assertLeftOut(
                all(VtiBuilder.Encoding.BASE64),
                xml -> xml.replaceFirst("(?s)(Name=\"b\"[^>]*>).*?<", "$1\nAQAAAA==\n<"),
                "CellData 'b'");
    }

    @Test
    void arraysWithoutANameAreLeftOut() throws IOException {
        byte[] file = all(VtiBuilder.Encoding.BASE64)
                .xml(xml -> xml.replace("Name=\"b\"", ""))
                .build();
        try (ImageSource source = VtiTesting.open(folder, file)) {
            assertEquals(List.of(ARRAY), source.arrays());
            assertEquals(1, source.unreadable().size());
            assertTrue(source.unreadable().get(0).message().contains(": DataArray, line "));
        }
    }

    /** VTK offers such a field without values. */
    @Test
    void fieldsThatDoNotTellTheirTuplesAreLeftOutWithANote() throws IOException {
        for (VtiBuilder.Encoding encoding : VtiBuilder.Encoding.values()) {
            byte[] file = all(encoding)
                    .xml(xml -> xml.replaceFirst("NumberOfTuples=\"2\"", ""))
                    .build();
            try (ImageSource source = VtiTesting.open(folder, file)) {
                assertEquals(
                        List.of("s"),
                        source.fields().stream().map(FieldArray::name).toList());
                assertEquals(List.of(), source.unreadable());
                assertEquals(1, source.notes().size());
                assertTrue(
                        source.notes().get(0).message().contains("FieldData 'n': left out"),
                        source.notes().toString());
            }
        }
    }

    @Test
    void blocksMustInflateToTheirSize() {
        byte[] values = new byte[24];
        byte[] stream = VtiBuilder.deflate(values, 0, 24);
        assertZlib(new int[] {1, 24, 0, stream.length}, stream);
        assertZlib(new int[] {1, 24, 24, stream.length}, stream);
        assertZlib(new int[] {1, 99, 24, stream.length}, stream);
        assertZlib(new int[] {1, 23, 24, stream.length}, stream, "a last one of 24");
        assertZlib(new int[] {1, 23, 0, stream.length}, stream, "23 bytes declared");
        assertZlib(new int[] {2, 12, 0, stream.length, 0}, stream, "block 0 of 2", "found more bytes", "12 bytes");
        assertZlib(new int[] {1, 24, 0, stream.length - 1}, stream, "the end of the compressed bytes");
        assertZlib(new int[] {1, 24, 0, 0}, stream, "the end of the compressed bytes");
        assertZlib(
                new int[] {1, 24, 0, stream.length + 1},
                Arrays.copyOf(stream, stream.length + 1),
                "1 bytes after the end");
        assertZlib(new int[] {1, 24, 0, -1}, stream, "4294967295 compressed bytes");
        assertZlib(new int[] {-1, 24, 0, 0}, stream, "4294967295 blocks");
        assertZlib(new int[] {0, 24, 0}, stream, "0 bytes declared");
        assertZlib(new int[] {3, 0, 0, 8, 8, 8}, stream, "blocks of 0 bytes");
        byte[] small = VtiBuilder.deflate(values, 0, 23);
        assertZlib(new int[] {1, 24, 0, small.length}, small, "an end 1 bytes too early", "24 bytes");
        byte[] broken = stream.clone();
        broken[broken.length - 1] ^= 1;
        assertZlib(new int[] {1, 24, 0, broken.length}, broken, "zlib data is broken");
        byte[] dictionary = {0x78, (byte) 0xbb, 0, 0, 0, 1, 3, 0, 0, 0, 0, 1};
        assertZlib(new int[] {1, 24, 0, dictionary.length}, dictionary, "dictionary");
    }

    /** No parts: must succeed. */
    private void assertZlib(int[] header, byte[] stream, String... parts) {
        assertBlocks(VtiCompression.ZLIB, header, stream, parts);
    }

    private void assertBlocks(VtiCompression compression, int[] header, byte[] stream, String... parts) {
        ByteBuffer payload =
                ByteBuffer.allocate(4 * header.length + stream.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : header) {
            payload.putInt(word);
        }
        payload.put(stream);
        String xml = new String(
                builder(VtiBuilder.Encoding.APPENDED_RAW)
                        .compression(compression, 24)
                        .build(),
                StandardCharsets.ISO_8859_1);
        byte[] start = xml.substring(0, xml.indexOf(" _") + 2).getBytes(StandardCharsets.ISO_8859_1);
        byte[] file = ByteBuffer.allocate(start.length + payload.capacity())
                .put(start)
                .put(payload.array())
                .array();
        if (parts.length > 0) {
            assertFails(CorruptFileException.class, file, parts);
        } else {
            assertDoesNotThrow(() -> {
                try (ImageSource source = VtiTesting.open(folder, file)) {
                    VtiTesting.drain(source);
                }
            });
        }
    }

    @Test
    void lz4AndXzBlocksMustBeWholeAndOfTheirSize() {
        byte[] values = new byte[24];
        byte[] lz4 = LZ4Factory.safeInstance().fastCompressor().compress(values);
        byte[] xz = VtiBuilder.xz(values, 0, 24);
        for (VtiCompression compression : List.of(VtiCompression.LZ4, VtiCompression.LZMA)) {
            byte[] stream = compression == VtiCompression.LZ4 ? lz4 : xz;
            assertBlocks(compression, new int[] {1, 24, 0, stream.length}, stream);
            assertBlocks(compression, new int[] {1, 24, 0, stream.length - 1}, stream, "block 0 of 1");
            assertBlocks(compression, new int[] {1, 24, 0, 0}, stream, "block 0 of 1");
            assertBlocks(
                    compression,
                    new int[] {1, 24, 0, stream.length + 5},
                    Arrays.copyOf(stream, stream.length + 5),
                    "block 0 of 1");
            assertBlocks(compression, new int[] {1, 24, 0, -1}, stream, "4294967295 compressed bytes");
            assertBlocks(compression, new int[] {2, 12, 0, stream.length, 0}, stream, "block 0 of 2");
            byte[] broken = stream.clone();
            broken[2] ^= 0x55;
            assertBlocks(compression, new int[] {1, 24, 0, stream.length}, broken, "block 0 of 1");
        }
        byte[] small = VtiBuilder.xz(values, 0, 23);
        assertBlocks(VtiCompression.LZMA, new int[] {1, 24, 0, small.length}, small, "an end 1 bytes too early");
        byte[] short4 = LZ4Factory.safeInstance().fastCompressor().compress(new byte[23]);
        assertBlocks(VtiCompression.LZ4, new int[] {1, 24, 0, short4.length}, short4, "an end 1 bytes too early");
    }

    /** Before anything of that size is allocated. */
    @Test
    void anLz4BlockOfManyBytesIsUnsupported() {
        byte[] file = new VtiBuilder(new Extent(0, 999, 0, 999, 0, 16))
                .array(ArraySpec.point("a", ScalarType.UINT8))
                .compression(VtiCompression.LZ4, 1 << 30)
                .build();
        UnsupportedFileException e = assertThrows(UnsupportedFileException.class, () -> {
            try (ImageSource source = VtiTesting.open(folder, file);
                    SlabReader reader = source.open(source.arrays().get(0))) {
                reader.read(1, ByteBuffer.allocate(1_000_000));
            }
        });
        assertTrue(
                e.getMessage().contains("an LZ4 block of 17000000 bytes, expected at most 16777216"), e.getMessage());
    }

    @Test
    void bitsMustBeZeroOrOne() {
        VtiBuilder builder = new VtiBuilder(new Extent(0, 2, 0, 0, 0, 0))
                .encoding(VtiBuilder.Encoding.ASCII)
                .array(ArraySpec.point("a", ScalarType.UINT8))
                .bits("a")
                .payloadText(values -> "0 1 2");
        assertFails(CorruptFileException.class, builder.build(), "PointData 'a'", "the bit 2", "0 or 1");
    }

    @Test
    void wrongCallsAreRefused() throws IOException {
        VtiBuilder builder = builder(VtiBuilder.Encoding.APPENDED_RAW);
        try (ImageSource source = VtiTesting.open(folder, builder.build())) {
            assertThrows(IllegalArgumentException.class, () -> source.open(ArraySpec.cell("a", ScalarType.INT16)));
            SlabReader reader = source.open(ARRAY);
            assertThrows(IllegalArgumentException.class, () -> reader.read(3, ByteBuffer.allocate(100)));
            assertThrows(IllegalArgumentException.class, () -> reader.read(-1, ByteBuffer.allocate(100)));
            assertThrows(IllegalArgumentException.class, () -> reader.read(1, ByteBuffer.allocate(11)));
            reader.read(0, ByteBuffer.allocate(0));
            reader.read(2, ByteBuffer.allocate(24));
            reader.read(0, ByteBuffer.allocate(0));
            assertThrows(IllegalArgumentException.class, () -> reader.read(1, ByteBuffer.allocate(100)));
            reader.close();
            assertThrows(IllegalStateException.class, () -> reader.read(0, ByteBuffer.allocate(100)));
        }
    }

    @Test
    void failuresAreRepeated() throws IOException {
        byte[] file = builder(VtiBuilder.Encoding.ASCII)
                .payloadText(text -> "1 2 3 4 5 6 x 8 9 10 11 12")
                .build();
        try (ImageSource source = VtiTesting.open(folder, file);
                SlabReader reader = source.open(ARRAY)) {
            reader.read(1, ByteBuffer.allocate(12));
            IOException first = assertThrows(IOException.class, () -> reader.read(1, ByteBuffer.allocate(12)));
            assertSame(first, assertThrows(IOException.class, () -> reader.read(1, ByteBuffer.allocate(12))));
        }
    }

    @Test
    void filesThatShrinkAreToldOf() throws IOException {
        byte[] file = builder(VtiBuilder.Encoding.APPENDED_RAW).build();
        try (ImageSource source = VtiTesting.open(folder, file);
                SlabReader reader = source.open(ARRAY)) {
            Files.write(folder.resolve("test.vti"), new byte[10]);
            FileSystemException e =
                    assertThrows(FileSystemException.class, () -> reader.read(1, ByteBuffer.allocate(12)));
            assertTrue(e.getMessage().endsWith("test.vti: has become shorter while it was read"), e.getMessage());
        }
    }
}
