package io.vtkhdf.vti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Base64 as some programs write it: the size of an array with a padding of its own, or no padding at the end. */
class VtiHeaderApartTest {

    @TempDir
    Path folder;

    /** All types, point and cell arrays of 1 to 3 components, so that their values end with every padding. */
    private static VtiBuilder builder(VtiBuilder.Encoding encoding, boolean isLong, boolean isBig) {
        VtiBuilder builder = new VtiBuilder(new Extent(0, 4, -1, 1, 2, 4))
                .encoding(encoding)
                .order(isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (ScalarType type : ScalarType.values()) {
            for (int components = 1; components <= 3; components++) {
                String name = type.vtkName() + components;
                builder.array(ArraySpec.point(name, type).withComponents(components));
                builder.array(new ArraySpec(Association.CELL, name, type, components));
            }
        }
        builder.field(FieldArray.of("TimeValue", 2.5)).field(FieldArray.ofStrings("words", List.of("a", "bc", "")));
        return isLong ? builder.longHeader() : builder;
    }

    private void assertReadsAs(VtiBuilder builder) throws IOException {
        try (ImageSource source = VtiTesting.open(folder, builder.build())) {
            assertEquals(60, source.arrays().size());
            assertEquals(List.of(), source.unreadable());
            for (ArraySpec array : source.arrays()) {
                VtiTesting.assertValues(builder, source, array);
            }
            assertArrayEquals(
                    new double[] {2.5}, source.fields().get(0).asNumbers().values(double[].class));
            assertEquals(
                    List.of("a", "bc", ""), source.fields().get(1).asStrings().values());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BASE64, false, false",
        "BASE64, true, false",
        "BASE64, false, true",
        "BASE64, true, true",
        "APPENDED_BASE64, false, false",
        "APPENDED_BASE64, true, false",
        "APPENDED_BASE64, false, true",
        "APPENDED_BASE64, true, true"
    })
    void theSizeMayBeEncodedApart(VtiBuilder.Encoding encoding, boolean isLong, boolean isBig) throws IOException {
        assertReadsAs(builder(encoding, isLong, isBig).headerApart());
        assertReadsAs(builder(encoding, isLong, isBig)
                .headerApart()
                .xml(xml -> xml.replace("header_type", "compressor=\"\" header_type")));
        assertReadsAs(
                builder(encoding, isLong, isBig).xml(xml -> xml.replace("header_type", "compressor=\"\" header_type")));
    }

    @Test
    void spaceMayStandBetweenTheTwo() throws IOException {
        for (UnaryOperator<String> change : List.<UnaryOperator<String>>of(
                text -> text.replaceFirst("==", "==\n  "),
                text -> text.replaceFirst("==", "= =\r\n\t"),
                text -> "\n " + text + " \n",
                text -> text.replaceAll("(.)", "$1 "))) {
            assertReadsAs(builder(VtiBuilder.Encoding.BASE64, false, false)
                    .headerApart()
                    .payloadText(change));
        }
    }

    @Test
    void thePaddingAtTheEndMayBeMissing() throws IOException {
        for (boolean isLong : new boolean[] {false, true}) {
            assertReadsAs(builder(VtiBuilder.Encoding.BASE64, isLong, false)
                    .payloadText(text -> text.replaceFirst("=+$", "")));
            assertReadsAs(builder(VtiBuilder.Encoding.BASE64, isLong, false)
                    .headerApart()
                    .payloadText(text -> text.replaceFirst("(.{11}.*?)=+$", "$1")));
        }
        assertReadsAs(builder(VtiBuilder.Encoding.APPENDED_BASE64, false, false)
                .xml(xml -> xml.replaceFirst("=+\n</AppendedData>", "</AppendedData>")));
    }

    /** Padding ends the values as it ends the size: what follows it is none of them. */
    @Test
    void paddingWithinTheValuesEndsThem() throws IOException {
        VtiBuilder builder = new VtiBuilder(new Extent(0, 4, 0, 0, 0, 0))
                .encoding(VtiBuilder.Encoding.BASE64)
                .array(ArraySpec.point("a", ScalarType.UINT8))
                .payloadText(text -> "BQAAAA==AQ==AgMEBQ==");
        try (ImageSource source = VtiTesting.open(folder, builder.build())) {
            IOException e =
                    org.junit.jupiter.api.Assertions.assertThrows(IOException.class, () -> VtiTesting.drain(source));
            assertTrue(e.getMessage().contains("found padding, the end of base64"), e.getMessage());
        }
    }
}
