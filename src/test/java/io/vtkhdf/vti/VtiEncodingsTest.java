package io.vtkhdf.vti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import io.vtkhdf.vti.block.VtiCompression;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("once")
class VtiEncodingsTest {

    private record Blocks(VtiCompression compression, int size) {}

    private static final List<Blocks> BLOCKS = List.of(
            new Blocks(VtiCompression.NONE, 0),
            new Blocks(VtiCompression.ZLIB, 1),
            new Blocks(VtiCompression.ZLIB, 8),
            new Blocks(VtiCompression.ZLIB, 63),
            new Blocks(VtiCompression.ZLIB, 64),
            new Blocks(VtiCompression.ZLIB, 100_000),
            new Blocks(VtiCompression.LZ4, 1),
            new Blocks(VtiCompression.LZ4, 63),
            new Blocks(VtiCompression.LZ4, 100_000),
            new Blocks(VtiCompression.LZMA, 63),
            new Blocks(VtiCompression.LZMA, 100_000));

    @TempDir
    Path folder;

    static List<Arguments> encodings() {
        List<Arguments> all = new ArrayList<>();
        for (VtiBuilder.Encoding encoding : VtiBuilder.Encoding.values()) {
            for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                for (boolean longHeader : new boolean[] {false, true}) {
                    for (Blocks blocks : BLOCKS) {
                        all.add(Arguments.of(encoding, order, longHeader, blocks));
                    }
                }
            }
        }
        return all;
    }

    private static VtiBuilder builder(
            VtiBuilder.Encoding encoding, ByteOrder order, boolean longHeader, Blocks blocks, Extent extent) {
        VtiBuilder builder = new VtiBuilder(extent).encoding(encoding).order(order);
        if (longHeader) {
            builder.longHeader();
        }
        return builder.compression(blocks.compression, blocks.size);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void allTypesReadBack(VtiBuilder.Encoding encoding, ByteOrder order, boolean longHeader, Blocks blocks)
            throws IOException {
        VtiBuilder builder = builder(encoding, order, longHeader, blocks, new Extent(-1, 2, 5, 7, 0, 3));
        List<ArraySpec> specs = new ArrayList<>();
        for (ScalarType type : ScalarType.values()) {
            specs.add(ArraySpec.point("p " + type, type).withComponents(1 + specs.size() % 3));
        }
        specs.add(ArraySpec.point("bits", ScalarType.UINT8).withComponents(3));
        for (ScalarType type : ScalarType.values()) {
            specs.add(ArraySpec.cell("ç " + type, type).withComponents(1 + specs.size() % 3));
        }
        specs.add(ArraySpec.cell("bits", ScalarType.UINT8));
        specs.forEach(builder.bits("bits")::array);
        try (ImageSource source = VtiTesting.open(folder, builder.build())) {
            assertEquals(specs, source.arrays());
            for (ArraySpec spec : specs) {
                VtiTesting.assertValues(builder, source, spec);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void fieldsReadBack(VtiBuilder.Encoding encoding, ByteOrder order, boolean longHeader, Blocks blocks)
            throws IOException {
        VtiBuilder builder = builder(encoding, order, longHeader, blocks, new Extent(0, 0, 0, 0, 0, 0));
        List<FieldArray> fields = new ArrayList<>();
        fields.add(FieldArray.of("TimeValue", 0.1));
        fields.add(FieldArray.ofStrings("words", List.of("one", "", "größer", " ")));
        fields.add(FieldArray.ofStrings("empty word", List.of("")));
        for (ScalarType type : ScalarType.values()) {
            Object values = type.newArray(6);
            for (int i = 0; i < 6; i++) {
                java.lang.reflect.Array.set(values, i, VtiBuilder.value(type, 10L * i));
            }
            fields.add(FieldArray.ofNumbers("f" + type, type, 3, values));
        }
        fields.add(FieldArray.of("none", new double[0]));
        fields.forEach(builder::field);
        try (ImageSource source = VtiTesting.open(folder, builder.build())) {
            assertEquals(fields.size(), source.fields().size());
            for (int i = 0; i < fields.size(); i++) {
                assertEquals(fields.get(i), source.fields().get(i));
            }
        }
    }

    @Test
    void flatImagesAndSinglePointsReadBack() throws IOException {
        Extent[] extents = {
            new Extent(0, 0, 0, 0, 0, 0),
            new Extent(7, 7, 0, 3, 0, 3),
            new Extent(0, 3, -4, -4, 0, 3),
            new Extent(0, 3, 0, 3, 9, 9),
            new Extent(0, 0, 0, 0, 0, 5),
            new Extent(Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0, Integer.MAX_VALUE - 1, Integer.MAX_VALUE),
        };
        for (Extent extent : extents) {
            VtiTesting.assertValues(
                    folder,
                    new VtiBuilder(extent)
                            .array(ArraySpec.point("a", ScalarType.INT16))
                            .array(ArraySpec.cell("b", ScalarType.FLOAT64).withComponents(2)));
        }
    }

    @Test
    void severalArraysAreReadAtOnceAndInAnyOrder() throws IOException {
        ArraySpec a = ArraySpec.point("a", ScalarType.INT32);
        ArraySpec b = ArraySpec.point("b", ScalarType.FLOAT64);
        for (VtiBuilder.Encoding encoding : VtiBuilder.Encoding.values()) {
            VtiBuilder builder = new VtiBuilder(new Extent(0, 1, 0, 1, 0, 1))
                    .encoding(encoding)
                    .zlib(10)
                    .array(a)
                    .array(b);
            try (ImageSource source = VtiTesting.open(folder, builder.build());
                    SlabReader readB = source.open(b);
                    SlabReader readA = source.open(a);
                    SlabReader againA = source.open(a)) {
                ByteBuffer fromB = ByteBuffer.allocate(64);
                ByteBuffer fromA = ByteBuffer.allocate(32);
                ByteBuffer fromAgain = ByteBuffer.allocate(32);
                for (int z = 0; z < 2; z++) {
                    readB.read(1, fromB);
                    readA.read(1, fromA);
                    againA.read(1, fromAgain);
                }
                assertArrayEquals(builder.expected(b, ByteOrder.BIG_ENDIAN), fromB.array());
                assertArrayEquals(builder.expected(a, ByteOrder.BIG_ENDIAN), fromA.array());
                assertArrayEquals(fromA.array(), fromAgain.array());
            }
        }
    }

    @Test
    void payloadsLargerThanEveryBufferReadBack() throws IOException {
        for (VtiBuilder.Encoding encoding : VtiBuilder.Encoding.values()) {
            for (VtiCompression compression : VtiCompression.values()) {
                for (int size : new int[] {32768, 1_000_003, 1 << 30}) {
                    VtiBuilder builder = builder(
                                    encoding,
                                    ByteOrder.BIG_ENDIAN,
                                    true,
                                    new Blocks(compression, size),
                                    new Extent(0, 99, 0, 70, 0, 20))
                            .array(ArraySpec.point("a", ScalarType.FLOAT64));
                    VtiTesting.assertValues(folder, builder);
                }
            }
        }
    }

    /** On both sides of the size up to which blocks are decoded whole; some of the values are noise. */
    @Test
    void blocksOfAboutAMebibyteReadBack() throws IOException {
        for (VtiCompression compression : List.of(VtiCompression.ZLIB, VtiCompression.LZ4, VtiCompression.LZMA)) {
            for (int size : new int[] {(1 << 20) - 8, 1 << 20, (1 << 20) + 8}) {
                VtiTesting.assertValues(
                        folder,
                        new VtiBuilder(new Extent(0, 99, 0, 70, 0, 40))
                                .compression(compression, size)
                                .array(ArraySpec.point("a", ScalarType.INT64)));
            }
        }
    }

    @Test
    void bitsSayThatTheyBecomeBytes() throws IOException {
        VtiBuilder builder = new VtiBuilder(new Extent(0, 2, 0, 1, 0, 1))
                .array(ArraySpec.point("a", ScalarType.UINT8))
                .array(ArraySpec.cell("b", ScalarType.INT64))
                .bits("a")
                .xml(xml -> xml.replace("\"Int64\"", "'Int64' IdType='1'"));
        try (ImageSource source = VtiTesting.open(folder, builder.build())) {
            Path file = folder.resolve("test.vti");
            assertEquals(
                    List.of(
                            file + ": PointData 'a': bits become bytes of 0 and 1, of type UInt8",
                            file + ": CellData 'b': values of type vtkIdType become Int64"),
                    source.notes().stream().map(SourceNote::message).toList());
        }
    }

    @Test
    void informationKeysSayThatTheyAreLeftOut() throws IOException {
        VtiBuilder builder = new VtiBuilder(new Extent(0, 2, 0, 1, 0, 1))
                .array(ArraySpec.point("a", ScalarType.UINT8))
                .array(ArraySpec.point("b", ScalarType.UINT8))
                .xml(xml -> xml.replaceFirst(
                        "(<DataArray[^>]*)/>",
                        "$1><InformationKey name='L2_NORM_RANGE' location='vtkDataArray' length='2'>"
                                + "<Value index='0'>1</Value></InformationKey><Other name='x'/>"
                                + "<InformationKey name='UNITS_LABEL' location='vtkDataArray'>mm</InformationKey>"
                                + "</DataArray>"));
        try (ImageSource source = VtiTesting.open(folder, builder.build())) {
            String message =
                    folder.resolve("test.vti") + ": PointData 'a': the information key 'UNITS_LABEL' is left out";
            assertEquals(List.of(SourceNote.ofArray(Association.POINT, "a", message)), source.notes());
            assertEquals(2, source.arrays().size());
        }
    }

    @Test
    void componentsKeepTheirNames() throws IOException {
        VtiBuilder builder = new VtiBuilder(new Extent(0, 2, 0, 1, 0, 1))
                .array(ArraySpec.point("a", ScalarType.UINT8).withComponents(3))
                .field(FieldArray.of("f", 1, 2))
                .xml(xml -> xml.replace("Name=\"a\"", "Name='a' ComponentName2='&lt;z>' ComponentName0='größe' ")
                        .replace("Name=\"f\"", "Name='f' ComponentName0='one'"));
        try (ImageSource source = VtiTesting.open(folder, builder.build())) {
            assertEquals(List.of("größe", "", "<z>"), source.arrays().get(0).componentNames());
            assertEquals(List.of("one"), source.fields().get(0).componentNames());
        }
    }
}
