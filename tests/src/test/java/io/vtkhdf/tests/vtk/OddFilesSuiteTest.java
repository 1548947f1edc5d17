package io.vtkhdf.tests.vtk;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vtk.vtkImageData;

/** Files as other programs write them, against what VTK's own readers say of them. */
class OddFilesSuiteTest extends VtkSuite {

    private static final String LEGACY = """
            # vtk DataFile Version 3.0
            title
            ASCII
            DATASET STRUCTURED_POINTS
            DIMENSIONS 2 3 1
            ORIGIN 1 2 3
            SPACING .5 .25 2
            """;
    private static final List<String> TYPES =
            List.of("Int8", "UInt8", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Float32", "Float64");

    private void judge(Path file, vtkImageData expected) throws IOException {
        try (ImageSource source = ImageSources.open(file)) {
            ImageGeometry geometry = VtkFiles.geometry(expected);
            new SourceJudge(expected, UnaryOperator.identity()).judge(geometry, source);
        }
    }

    /** 3 x 2 x 2 points, each with an array of every type and of 1 to 3 components. */
    @ParameterizedTest
    @CsvSource({
        "UInt32, binary, LittleEndian",
        "UInt64, binary, LittleEndian",
        "UInt32, appended, LittleEndian",
        "UInt64, appended, LittleEndian",
        "UInt32, binary, BigEndian",
        "UInt64, appended, BigEndian"
    })
    void theSizeOfBase64MayBeEncodedApart(String header, String format, String order) throws IOException {
        ByteOrder bytes = order.equals("BigEndian") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        StringBuilder arrays = new StringBuilder();
        StringBuilder appended = new StringBuilder();
        for (String type : TYPES) {
            for (int components = 1; components <= 3; components++) {
                String payload = apart(header, type, 12 * components, bytes);
                arrays.append("<DataArray type='" + type + "' Name='" + type + components + "' NumberOfComponents='"
                        + components + "' format='" + format + "'"
                        + (format.equals("binary") ? ">\n" + payload + "\n" : " offset='" + appended.length() + "'>")
                        + "</DataArray>\n");
                appended.append(payload);
            }
        }
        Path file = Files.writeString(
                scratch.resolve("apart.vti"),
                "<VTKFile type='ImageData' version='1.0' byte_order='" + order + "' header_type='" + header + "'>"
                        + "<ImageData WholeExtent='0 2 0 1 0 1' Origin='1 2 3' Spacing='.5 .25 2'>"
                        + "<Piece Extent='0 2 0 1 0 1'><PointData>" + arrays + "</PointData></Piece></ImageData>"
                        + (format.equals("binary")
                                ? ""
                                : "<AppendedData encoding='base64'>_" + appended + "</AppendedData>")
                        + "</VTKFile>\n");
        judge(file, VtkFiles.readXml(file));
    }

    private static String apart(String header, String type, int count, ByteOrder order) {
        int size = Integer.parseInt(type.replaceAll("[^0-9]", "")) / Byte.SIZE;
        ByteBuffer values = ByteBuffer.allocate(count * size).order(order);
        for (int i = 0; i < count; i++) {
            switch (type) {
                case "Float32" -> values.putFloat(i / 4f - 1);
                case "Float64" -> values.putDouble(i / 8.0 - 1);
                default -> {
                    for (int b = 0; b < size; b++) {
                        values.put((byte) (37 * i + 11 * b + size));
                    }
                }
            }
        }
        ByteBuffer length = ByteBuffer.allocate(header.equals("UInt32") ? Integer.BYTES : Long.BYTES)
                .order(order);
        if (length.capacity() == Integer.BYTES) {
            length.putInt(values.capacity());
        } else {
            length.putLong(values.capacity());
        }
        Base64.Encoder encoder = Base64.getEncoder();
        return encoder.encodeToString(length.array()) + encoder.encodeToString(values.array());
    }

    /** Two pieces along an axis, as parts of files that name the whole image's extent; the files may hold more. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "1, 0", "1, 1", "2, 0", "2, 1", "2, 2"})
    void piecesMayNameTheWholeImage(int axis, int ghosts) throws IOException {
        int[] whole = {0, 5, 1, 6, -2, 3};
        int cut = whole[2 * axis] + 3;
        int[] low = whole.clone();
        int[] high = whole.clone();
        low[2 * axis + 1] = cut;
        high[2 * axis] = cut;
        for (String format : List.of("ascii", "binary")) {
            writePiece("low.vti", whole, grown(low, 2 * axis + 1, ghosts), format);
            writePiece("high.vti", whole, grown(high, 2 * axis, -ghosts), format);
            Path file = Files.writeString(
                    scratch.resolve("image.pvti"),
                    "<VTKFile type='PImageData' version='0.1' byte_order='LittleEndian'><PImageData WholeExtent='"
                            + text(whole) + "' GhostLevel='" + ghosts + "' Origin='1 2 3' Spacing='.5 .25 2'>"
                            + "<PPointData><PDataArray type='Int32' Name='p'/></PPointData>"
                            + "<PCellData><PDataArray type='Int32' Name='c'/></PCellData>"
                            + "<Piece Extent='" + text(low) + "' Source='low.vti'/>"
                            + "<Piece Extent='" + text(high) + "' Source='high.vti'/></PImageData></VTKFile>");
            judge(file, VtkFiles.readParallelXml(file));
        }
    }

    private static int[] grown(int[] box, int index, int by) {
        int[] grown = box.clone();
        grown[index] += by;
        return grown;
    }

    private static String text(int[] numbers) {
        return IntStream.of(numbers).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    private void writePiece(String name, int[] whole, int[] box, String format) throws IOException {
        Files.writeString(
                scratch.resolve(name),
                "<VTKFile type='ImageData' version='0.1' byte_order='LittleEndian'><ImageData WholeExtent='"
                        + text(whole) + "' Origin='1 2 3' Spacing='.5 .25 2'><Piece Extent='" + text(box) + "'>"
                        + "<PointData>" + array("p", box, 1, format) + "</PointData>"
                        + "<CellData>" + array("c", box, 0, format) + "</CellData></Piece></ImageData></VTKFile>");
    }

    /** The values tell where they are. */
    private static String array(String name, int[] box, int beyond, String format) {
        StringBuilder values = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int z = box[4]; z < box[5] + beyond; z++) {
            for (int y = box[2]; y < box[3] + beyond; y++) {
                for (int x = box[0]; x < box[1] + beyond; x++) {
                    int value = x + 100 * y + 10_000 * z;
                    values.append(value).append(' ');
                    bytes.writeBytes(littleEndian(value));
                }
            }
        }
        // VTK reads a part of an array wrongly if its size is encoded apart.
        String payload = format.equals("ascii")
                ? values.toString()
                : Base64.getEncoder().encodeToString(withSize(bytes.toByteArray()));
        return "<DataArray type='Int32' Name='" + name + "' format='" + format + "'>\n" + payload + "\n</DataArray>";
    }

    private static byte[] withSize(byte[] bytes) {
        return ByteBuffer.allocate(Integer.BYTES + bytes.length)
                .put(littleEndian(bytes.length))
                .put(bytes)
                .array();
    }

    private static byte[] littleEndian(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    private void judgeLegacy(String content) throws IOException {
        Path file = Files.writeString(scratch.resolve("odd.vtk"), LEGACY + content);
        judge(file, VtkFiles.readLegacy(file));
    }

    @Test
    void namesAreDecodedAsByVtk() throws IOException {
        List<String> names = List.of(
                "a%20b",
                "%41", "x%25y", "%C3%A9", "100%", "ab%1", "a%4gz", "50%_x", "c%00b", "d%+1b", "e%0xb", "%2e", "%2E%",
                "f%%", "g%2");
        StringBuilder content = new StringBuilder("POINT_DATA 6\nFIELD f " + names.size() + "\n");
        names.forEach(name -> content.append(name + " 1 6 int\n1 2 3 4 5 6\n"));
        judgeLegacy(content.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASCII", "BINARY"})
    void typesAreNamedAsVtkNamesThem(String encoding) throws IOException {
        List<String> types = List.of(
                "char",
                "SIGNED_CHAR",
                "unsigned_char",
                "unsigned_char_x",
                "short_int",
                "unsigned_short_int",
                "integer",
                "int32_t",
                "unsigned_int32",
                "long",
                "long_long",
                "LONG_LONG",
                "longlong",
                "unsigned_long",
                "unsigned_long_long",
                "Unsigned_LongLong",
                "float",
                "Float32",
                "double",
                "double_precision");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(bytes(LEGACY.replace("ASCII", encoding) + "POINT_DATA 6\nFIELD f " + types.size() + "\n"));
        for (String type : types) {
            file.writeBytes(bytes("array_" + type + " 1 6 " + type + "\n"));
            if (encoding.equals("ASCII")) {
                file.writeBytes(bytes("0 1 2 3 5 127"));
            } else {
                for (int i = 0; i < 6 * width(type); i++) {
                    file.write(i % 7 + 16 * (i % 5));
                }
            }
            file.write('\n');
        }
        Path written = Files.write(scratch.resolve("types.vtk"), file.toByteArray());
        judge(written, VtkFiles.readLegacy(written));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static int width(String type) {
        String lower = type.toLowerCase(java.util.Locale.ROOT);
        if (lower.contains("char")) {
            return Byte.BYTES;
        } else if (lower.contains("short")) {
            return Short.BYTES;
        }
        return lower.contains("long") || lower.contains("64") || lower.contains("double") ? Long.BYTES : Integer.BYTES;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT_DATA 6\nFIELD f 1\na 1 6 int\n1 2 3 4 5 6\n\nCELL_DATA 0\n\n",
                "CELL_DATA 2\nFIELD f 1\na 1 2 int\n1 2\nPOINT_DATA 0\n",
                "POINT_DATA 6\nFIELD f 3\na 1 6 int\n1 2 3 4 5 6\nb 1 6 int\n6 5 4 3 2 1\na 2 6 float\n"
                        + "1 2 3 4 5 6 7 8 9 10 11 12\n"
            })
    void emptySectionsAndNamesThatComeTwice(String content) throws IOException {
        judgeLegacy(content);
    }
}
