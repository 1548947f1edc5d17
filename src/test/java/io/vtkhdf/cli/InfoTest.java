package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vtkhdf.cli.text.Json;
import io.vtkhdf.compare.ArrayStatistics;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.read.StoredLayout;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InfoTest {

    private static final ImageGeometry GEOMETRY = ImageGeometry.of(new Extent(5, 14, 0, 19, 0, 29))
            .withOrigin(1, 2, 3)
            .withSpacing(0.5, 1, 2);

    private static final ImageInfo.ArrayInfo PRESSURE = new ImageInfo.ArrayInfo(
            "Druck \"p\" größer",
            Association.POINT,
            "Float32",
            3,
            List.of("u", "", "w"),
            6000,
            72000,
            Optional.empty(),
            Optional.of(new StoredLayout(
                    StoredLayout.Form.CHUNKED,
                    Optional.of(new Dimensions(10, 20, 1)),
                    List.of(new StoredLayout.Filter(2, "shuffle"), new StoredLayout.Filter(1, "deflate")),
                    36000,
                    Optional.of("float16"),
                    0)),
            Optional.of(new ArrayStatistics(
                    -0.5, Double.POSITIVE_INFINITY, Double.NaN, 0.25, 7, 0, Optional.empty(), List.of())));

    private static final ImageInfo.ArrayInfo LABEL = new ImageInfo.ArrayInfo(
            "label\n2",
            Association.CELL,
            "UInt8",
            1,
            List.of(),
            4959,
            4959,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static final FieldArray NOTE = FieldArray.ofStrings("note", List.of("a b", "c"));

    private static ImageInfo info() {
        ImageInfo.ArrayInfo note = new ImageInfo.ArrayInfo(
                "note",
                Association.FIELD,
                "String",
                1,
                List.of(),
                2,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        ActiveArray active = new ActiveArray(Association.POINT, ArrayRole.SCALARS, PRESSURE.name());
        return new ImageInfo(
                43210,
                Optional.of("1.0"),
                GEOMETRY,
                new double[0],
                List.of(PRESSURE, LABEL, note),
                List.of(NOTE),
                List.of(active),
                List.of(),
                List.of("a.vti: array 'b': bits are bytes now"),
                Optional.empty());
    }

    private static JsonNode json(ImageInfo info) throws IOException {
        StringWriter text = new StringWriter();
        Json.print(new PrintWriter(text), json -> InfoJson.print(json, Optional.empty(), info, List.of()));
        return new ObjectMapper().readTree(text.toString());
    }

    private static String text(ImageInfo info) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        InfoText.print(info, out);
        out.flush();
        return text.toString();
    }

    @Test
    void integersOfStatisticsAreExact() throws IOException {
        BigInteger most = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
        ImageInfo.ArrayInfo id = new ImageInfo.ArrayInfo(
                "id",
                Association.POINT,
                "UInt64",
                1,
                List.of(),
                1,
                8,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new ArrayStatistics(Long.MAX_VALUE, most, 1e19, 1e18, 0, 0, Optional.empty(), List.of())));
        ImageInfo info = new ImageInfo(
                0,
                Optional.empty(),
                GEOMETRY,
                new double[0],
                List.of(id),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        JsonNode array = json(info).get("arrays").get(0);
        assertEquals("9223372036854775807", array.get("min").toString());
        assertEquals("18446744073709551615", array.get("max").toString());
        assertTrue(text(info).contains("  9223372036854775807  18446744073709551615  1e19"), text(info));
    }

    @Test
    void arraysThatAreAllLeftOut() {
        ImageInfo info = new ImageInfo(
                0,
                Optional.empty(),
                GEOMETRY,
                new double[0],
                List.of(),
                List.of(),
                List.of(),
                List.of(new UnreadableArray(Association.POINT, "a", new CorruptFileException("f", "/a", "b", "c"))),
                List.of(),
                Optional.empty());
        assertTrue(text(info).contains("no arrays that can be read (1 left out)"), text(info));
    }

    @Test
    void jsonOfTheImage() throws IOException {
        JsonNode json = json(info());
        assertEquals(
                "[\"a.vti: array 'b': bits are bytes now\"]", json.get("notes").toString());
        assertEquals("ImageData", json.get("type").asText());
        assertEquals("1.0", json.get("version").asText());
        assertEquals("[5,14,0,19,0,29]", json.get("extent").toString());
        assertEquals("[10,20,30]", json.get("dimensions").toString());
        assertEquals("[1.0,2.0,3.0]", json.get("origin").toString());
        assertEquals("[0.5,1.0,2.0]", json.get("spacing").toString());
        assertEquals(
                "[1.0,0.0,0.0,0.0,1.0,0.0,0.0,0.0,1.0]", json.get("direction").toString());
        assertEquals("[3.5,8.0,2.0,21.0,3.0,61.0]", json.get("bounds").toString());
        assertEquals(3, json.get("arrays").size());
        assertEquals(43210, json.get("fileBytes").asLong());
        assertEquals(
                "[{\"association\":\"point\",\"role\":\"Scalars\",\"array\":\"Druck \\\"p\\\" größer\"}]",
                json.get("active").toString());
    }

    @Test
    void jsonOfArrays() throws IOException {
        JsonNode arrays = json(info()).get("arrays");
        assertEquals(
                "{\"name\":\"Druck \\\"p\\\" größer\",\"association\":\"point\",\"type\":\"Float32\",\"components\":3,"
                        + "\"componentNames\":[\"u\",\"\",\"w\"],\"tuples\":6000,\"storedType\":\"float16\",\"storage\":\"chunked\",\"chunk\":[10,20,1],\"filters\":[\"shuffle\","
                        + "\"deflate\"],\"storedBytes\":36000,\"min\":-0.5,\"max\":null,\"mean\":null,\"standardDeviation\":0.25,\"nans\":7,\"infinities\":0}",
                arrays.get(0).toString());
        assertEquals(
                "{\"name\":\"label\\n2\",\"association\":\"cell\",\"type\":\"UInt8\",\"components\":1,\"tuples\":4959}",
                arrays.get(1).toString());
        assertEquals("String", arrays.get(2).get("type").asText());
        assertEquals("[\"a b\",\"c\"]", arrays.get(2).get("values").toString());
    }

    @Test
    void jsonOfFields() throws IOException {
        FieldArray exact = FieldArray.ofNumbers("n", ScalarType.UINT64, 2, new long[] {-1, 5});
        FieldArray many = FieldArray.of("m", new double[1000]);
        FieldArray nan = FieldArray.of("x", Double.NaN);
        List<FieldArray> fields = List.of(exact, many, nan);
        List<ImageInfo.ArrayInfo> arrays = fields.stream()
                .map(field -> new ImageInfo.ArrayInfo(
                        field.name(),
                        Association.FIELD,
                        "?",
                        1,
                        List.of(),
                        1,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        JsonNode json = json(new ImageInfo(
                        0,
                        Optional.empty(),
                        GEOMETRY,
                        new double[0],
                        arrays,
                        fields,
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty()))
                .get("arrays");
        assertEquals("[18446744073709551615,5]", json.get(0).get("values").toString());
        assertEquals(64, json.get(1).get("values").size());
        assertEquals("[null]", json.get(2).get("values").toString());
    }

    @Test
    void jsonOfAnotherFormatHasNoVersion() throws IOException {
        assertFalse(json(new ImageInfo(
                        0,
                        Optional.empty(),
                        GEOMETRY,
                        new double[0],
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty()))
                .has("version"));
    }

    @Test
    void textForPeople() {
        assertEquals("""
                type        ImageData, VTKHDF 1.0
                file        43.2 kB
                dimensions  10 x 20 x 30 points
                extent      5..14 0..19 0..29
                origin      1 2 3
                spacing     0.5 1 2
                bounds      x 3.5 to 8
                            y 2 to 21
                            z 3 to 61

                array             of      type                           components  size
                Druck "p" größer  points  Float32 (float16 in the file)  3 (u, , w)  72.0 kB
                label\\u000a2      cells   UInt8                          1           4.96 kB

                array             storage  chunk        filters           stored   ratio
                Druck "p" größer  chunked  10 x 20 x 1  shuffle, deflate  36.0 kB  2.00

                array             min   max       mean  deviation  NaN
                Druck "p" größer  -0.5  Infinity  NaN   0.25       7

                active   of      array
                Scalars  points  Druck "p" größer

                field  type    components  tuples  values
                note   String  1           2       'a b' 'c'
                """, text(info()).replace(System.lineSeparator(), "\n"));
    }

    @Test
    void textOfAnEmptyImageInAnotherDirection() {
        ImageGeometry turned = ImageGeometry.of(1, 1, 1).withDirection(0, -1, 0, 1, 0, 0, 0, 0, 1);
        String text = text(new ImageInfo(
                0,
                Optional.empty(),
                turned,
                new double[0],
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()));
        assertTrue(text.contains("direction   0 -1 0"), text);
        assertTrue(text.contains("no point or cell arrays"), text);
    }
}
