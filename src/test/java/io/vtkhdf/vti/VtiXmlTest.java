package io.vtkhdf.vti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Vector3;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** XML that is odd but right. */
class VtiXmlTest {

    private static final Extent EXTENT = new Extent(0, 2, 0, 1, 0, 2);
    private static final ArraySpec ARRAY = ArraySpec.point("a", ScalarType.INT32);

    @TempDir
    Path folder;

    private static VtiBuilder builder(VtiBuilder.Encoding encoding) {
        return new VtiBuilder(EXTENT).encoding(encoding).array(ARRAY).array(ArraySpec.cell("b", ScalarType.UINT8));
    }

    private static List<VtiBuilder> inline() {
        return List.of(
                builder(VtiBuilder.Encoding.ASCII),
                builder(VtiBuilder.Encoding.BASE64),
                builder(VtiBuilder.Encoding.BASE64).zlib(7));
    }

    private static List<VtiBuilder> all() {
        return List.of(
                builder(VtiBuilder.Encoding.ASCII),
                builder(VtiBuilder.Encoding.BASE64),
                builder(VtiBuilder.Encoding.BASE64).zlib(7),
                builder(VtiBuilder.Encoding.APPENDED_RAW),
                builder(VtiBuilder.Encoding.APPENDED_BASE64),
                builder(VtiBuilder.Encoding.APPENDED_BASE64).zlib(7));
    }

    private void assertPayloadsMayBe(UnaryOperator<String> text) throws IOException {
        for (VtiBuilder builder : inline()) {
            VtiTesting.assertValues(folder, builder.payloadText(text));
        }
    }

    private void assertFilesMayBe(UnaryOperator<String> xml) throws IOException {
        for (VtiBuilder builder : all()) {
            VtiTesting.assertValues(folder, builder.xml(xml));
        }
    }

    @Test
    void commentsInterruptPayloadsAnywhere() throws IOException {
        assertPayloadsMayBe(text ->
                "<!-- a > b --><!---->" + text.substring(0, 5) + "<!-- 1 2 3 -->" + text.substring(5) + "<!-- end -->");
    }

    @Test
    void cdataSectionsAreTextOfPayloads() throws IOException {
        assertPayloadsMayBe(text -> "<![CDATA[" + text.substring(0, 7) + "]]>" + text.substring(7, 9) + "<![CDATA["
                + text.substring(9) + "]]>");
    }

    @Test
    void processingInstructionsInterruptPayloads() throws IOException {
        assertPayloadsMayBe(text -> "<?a b?>" + text.substring(0, 3) + "<?c?>" + text.substring(3));
    }

    @Test
    void charactersOfPayloadsMayBeReferences() throws IOException {
        assertPayloadsMayBe(text -> "&#10;&#x20;" + text + "&#x0D;&#9;");
        VtiTesting.assertValues(
                folder, builder(VtiBuilder.Encoding.ASCII).payloadText(text -> text.replace(" ", "&#32;")));
        VtiTesting.assertValues(
                folder,
                builder(VtiBuilder.Encoding.BASE64)
                        .payloadText(text -> text.replace("A", "&#65;").replace("=", "&#x3d;")));
    }

    /** The parser is not shown the middle of long texts. */
    @Test
    void placesAfterLongTextsAreRight() throws IOException {
        VtiBuilder builder = new VtiBuilder(new Extent(0, 99, 0, 99, 0, 3))
                .array(ArraySpec.point("a", ScalarType.FLOAT64))
                .array(ArraySpec.cell("b", ScalarType.INT64))
                .array(ArraySpec.point("c", ScalarType.INT16))
                .array(ArraySpec.point("d", ScalarType.FLOAT64).withComponents(2));
        for (VtiBuilder.Encoding encoding : List.of(VtiBuilder.Encoding.ASCII, VtiBuilder.Encoding.BASE64)) {
            builder.encoding(encoding).payloadText(text -> text);
            VtiTesting.assertValues(folder, builder);
            builder.payloadText(text -> "<!-- " + text + " -->" + text.substring(0, 70_000) + "<!-- > -->"
                    + text.substring(70_000) + "<![CDATA[" + " ".repeat(200_000) + "]]>");
            VtiTesting.assertValues(folder, builder);
            String file = new String(builder.payloadText(text -> text + "\n".repeat(300_000))
                    .xml(xml -> xml.replace("</VTKFile>", "</Odd>"))
                    .build());
            CorruptFileException e = assertThrows(CorruptFileException.class, () -> VtiTesting.open(folder, file));
            String line = "line " + file.lines().count();
            assertTrue(e.getMessage().contains(line + ":"), () -> line + " in " + e.getMessage());
            builder.xml(xml -> xml);
        }
    }

    @Test
    void childrenEndPayloads() throws IOException {
        assertPayloadsMayBe(
                text -> text + "<InformationKey name=\"a\"><Value index=\"0\">12</Value></InformationKey>7 8");
    }

    @Test
    void base64MayHaveSpaceAnywhere() throws IOException {
        for (VtiBuilder builder : inline().subList(1, 3)) {
            VtiTesting.assertValues(
                    folder,
                    builder.payloadText(
                            text -> " \r\n\t" + text.replaceAll("(.)", "$1\n").replaceAll("(.{21})", "$1 \t")));
            VtiTesting.assertValues(folder, builder.payloadText(text -> text.replaceAll("(.{76})", "$1\r\n")));
            VtiTesting.assertValues(folder, builder.payloadText(text -> text.replaceAll("(.{5})", "$1\n")));
        }
    }

    @Test
    void linesMayEndAsOnWindows() throws IOException {
        for (VtiBuilder builder : inline()) {
            VtiTesting.assertValues(folder, builder.xml(xml -> xml.replace("\n", "\r\n")));
        }
    }

    @Test
    void filesMayStartWithAByteOrderMark() throws IOException {
        assertFilesMayBe(xml -> "\u00ef\u00bb\u00bf" + xml);
    }

    @Test
    void textBeyondAsciiDoesNotShiftPayloads() throws IOException {
        assertFilesMayBe(
                xml -> xml.replace(
                        "<ImageData",
                        "<!-- \u00c3\u00b6 \u00e2\u0082\u00ac \u00f0\u009f\u0098\u0080 \u00ff --><ImageData a='\u00c3\u00b6 &#8364;'"));
    }

    @Test
    void unknownElementsAndAttributesArePassedOver() throws IOException {
        assertFilesMayBe(
                xml -> xml.replace("<PointData>", "<Odd><DataArray/><Odd/></Odd><PointData more='1'><Odd a='b'>1</Odd>")
                        .replace("<ImageData", "<Odd/><ImageData odd='1'"));
    }

    @Test
    void theXmlDeclarationIsOptional() throws IOException {
        assertFilesMayBe(xml -> xml.substring(xml.indexOf("?>") + 3));
    }

    @Test
    void whatFollowsTheUnderscoreIsNotXml() throws IOException {
        for (VtiBuilder builder : all().subList(3, 6)) {
            VtiTesting.assertValues(folder, builder.xml(xml -> xml.replace("\n</AppendedData>\n</VTKFile>\n", "<&\0")));
            VtiTesting.assertValues(folder, builder.xml(xml -> xml.replace(" _", " \r\n\t_")));
        }
    }

    @Test
    void theUnderscoreMayBeMissing() throws IOException {
        for (VtiBuilder builder : all().subList(4, 6)) {
            VtiTesting.assertValues(folder, builder.xml(xml -> xml.replace(" _", "\n")));
        }
    }

    @Test
    void anOffsetMeansAppendedWhateverTheFormat() throws IOException {
        for (VtiBuilder builder : all().subList(3, 6)) {
            VtiTesting.assertValues(folder, builder.xml(xml -> xml.replace("format=\"appended\"", "format=\"ascii\"")));
        }
    }

    @Test
    void otherFormatsAreAscii() throws IOException {
        VtiTesting.assertValues(folder, all().get(0).xml(xml -> xml.replace("format=\"ascii\"", "format=\"odd\"")));
        VtiTesting.assertValues(folder, all().get(0).xml(xml -> xml.replace("format=\"ascii\"", "")));
    }

    @Test
    void oldFilesLackAHeaderType() throws IOException {
        assertFilesMayBe(xml -> xml.replace("header_type=\"UInt32\"", "").replace("byte_order=\"LittleEndian\"", ""));
    }

    @Test
    void theGeometryIsThatOfTheFile() throws IOException {
        try (ImageSource source = VtiTesting.open(folder, """
                <!-- odd -->
                <VTKFile compressor='vtkZLibDataCompressor' version = "9.9" type='ImageData'>
                  <ImageData Spacing='1e-1
                    -2 0' Direction='0 -1 0  1 0 0  0 0 1' WholeExtent=' -3 -1 5 5 0 1 ' Origin="1. .5 -0">
                    <Piece Extent='-3 -1 5 5 0 1'/>
                  </ImageData>
                </VTKFile>
                """)) {
            assertEquals(
                    new ImageGeometry(
                            new Extent(-3, -1, 5, 5, 0, 1),
                            new Vector3(1, 0.5, -0.0),
                            new Vector3(0.1, -2, 0),
                            Direction.of(0, -1, 0, 1, 0, 0, 0, 0, 1)),
                    source.geometry());
            assertTrue(source.arrays().isEmpty());
            assertTrue(source.fields().isEmpty());
            assertTrue(source.activeArrays().isEmpty());
        }
    }

    @Test
    void absentGeometryIsTheDefault() throws IOException {
        try (ImageSource source = VtiTesting.open(
                folder,
                "<VTKFile type='ImageData'><ImageData WholeExtent='0 1 0 2 0 3'>"
                        + "<Piece Extent='0 1 0 2 0 3'></Piece></ImageData></VTKFile>")) {
            assertEquals(ImageGeometry.of(2, 3, 4), source.geometry());
        }
    }

    @Test
    void namesAndActiveArraysAreTakenAsTheyAre() throws IOException {
        String array = "<DataArray type='Int8' Name='%s' NumberOfComponents=' 3 '>1 2 3</DataArray>";
        try (ImageSource source = VtiTesting.open(
                folder,
                "<VTKFile type='ImageData'><ImageData WholeExtent='0 0 0 0 0 0'><Piece Extent='0 0 0 0 0 0'>"
                        + "<PointData Vectors='größe &amp; &#246;' Scalars='missing' Normals='€'>"
                        + array.formatted("größe &amp; &#246;&#x20ac;") + array.formatted("größe &amp; &#246;")
                        + array.formatted("€")
                        + "</PointData><CellData GlobalIds='/a b' Tangents=''>" + array.formatted("/a b")
                        + "</CellData></Piece></ImageData></VTKFile>")) {
            List<String> names = source.arrays().stream().map(ArraySpec::name).toList();
            assertEquals(List.of("größe & ö€", "größe & ö", "€", "/a b"), names);
            assertEquals(
                    List.of(
                            new ActiveArray(Association.POINT, ArrayRole.VECTORS, "größe & ö"),
                            new ActiveArray(Association.POINT, ArrayRole.NORMALS, "€"),
                            new ActiveArray(Association.CELL, ArrayRole.GLOBAL_IDS, "/a b")),
                    source.activeArrays());
            assertArrayEquals(
                    new byte[] {1, 2, 3},
                    VtiTesting.read(source, source.arrays().get(1), 1, ByteOrder.BIG_ENDIAN));
        }
    }
}
