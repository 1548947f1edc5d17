package io.vtkhdf.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Files of a given size that have as much as possible of one thing, or of two whose product is what careless software
 * works through. Each holds an image of one voxel, or says so.
 */
final class Crowds {

    private static final String START = "<VTKFile type='ImageData' header_type='UInt32'";
    private static final String IMAGE = "><ImageData WholeExtent='0 0 0 0 0 0'>";
    private static final String POINTS = "<Piece Extent='0 0 0 0 0 0'><PointData>";
    private static final String END = "</PointData></Piece></ImageData></VTKFile>";
    private static final String LEGACY = "# vtk DataFile Version 3.0\ntitle\nASCII\nDATASET STRUCTURED_POINTS\n"
            + "DIMENSIONS 1 1 1\nSPACING 1 1 1\nORIGIN 0 0 0\nPOINT_DATA 1\n";

    private final Path directory;
    private final int size;
    private final Map<Path, String> expected = new LinkedHashMap<>();

    private Crowds(Path directory, int size) {
        this.directory = directory;
        this.size = size;
    }

    /** What each file must lead to: a part of the error, or nothing if it is read. */
    static Map<Path, String> write(Path directory, int size) throws IOException {
        Crowds crowds = new Crowds(directory, size);
        crowds.addArrays();
        crowds.addPieces();
        crowds.addWords();
        crowds.addLegacy();
        return crowds.expected;
    }

    private Path add(String name, String text, String error) throws IOException {
        Path file = Files.write(directory.resolve(name), text.getBytes(StandardCharsets.ISO_8859_1));
        expected.put(file, error);
        return file;
    }

    private static String repeated(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining());
    }

    private static String array(int i, String attributes) {
        return "<DataArray Name='a" + i + "' type='Int8' " + attributes + "/>";
    }

    /** Arrays that have the same blocks, or names of very many components. */
    private void addArrays() throws IOException {
        int arrays = Math.min(9_999, size / 140);
        String shared = POINTS
                + repeated(arrays, i -> array(i, "format='appended' offset='0'"))
                + END.replace("</VTKFile>", "");
        int blocks = size / 8;
        byte[] header = {(byte) blocks, (byte) (blocks >> 8), (byte) (blocks >> 16), (byte) (blocks >> 24), 1, 0, 0, 0};
        String table = new String(header, StandardCharsets.ISO_8859_1) + "\0".repeat(4 * blocks + 4);
        String compressed = START + " compressor='vtkZLibDataCompressor'" + IMAGE + shared + "<AppendedData encoding='";
        add("shared-blocks.vti", compressed + "raw'>_" + table, "bytes declared, expected 1 bytes");
        add("named.vti", many("NumberOfComponents='256' ComponentName0='x'", arrays), "found");
        add("named-most.vti", many("NumberOfComponents='268435455' ComponentName0='x'", 1), "");
        String most = "NumberOfComponents='268435455' ";
        add("unnamed-most.vti", many(most, 1), "0 bytes of text, expected 268435455 values");
        add("unnamed-inline.vti", many(most + "format='binary'", 1), "found");
        add("unnamed.vti", many("NumberOfComponents='1000000'", arrays), "found");
    }

    private static String many(String attributes, int arrays) {
        return START + IMAGE + POINTS + repeated(arrays, i -> array(i, attributes)) + END;
    }

    private void addPieces() throws IOException {
        int arrays = Math.min(5_000, size / 200);
        String piece = POINTS + repeated(arrays, i -> array(i, "")) + "</PointData></Piece>";
        int pieces = Math.max(1, size / piece.length());
        add("arrays-pieces.vti", START + IMAGE + piece.repeat(pieces) + END.substring(20), "found");
        String one = "<DataArray Name='a' type='Int8'>1</DataArray>";
        String filler = "<a/>".repeat(size / 8);
        Files.writeString(directory.resolve("crowd-piece.vti"), START + IMAGE + POINTS + one + filler + END);
        add(
                "same-piece.pvti",
                "<VTKFile type='PImageData'><PImageData WholeExtent='0 0 0 0 0 0'><PPointData>"
                        + "<PDataArray Name='a' type='Int8'/></PPointData>"
                        + "<Piece Extent='0 0 0 0 0 0' Source='crowd-piece.vti'/>".repeat(size / 100)
                        + "</PImageData></VTKFile>",
                "");
    }

    /** What stands within arrays. */
    private void addWords() throws IOException {
        String array = START + IMAGE + POINTS + "<DataArray Name='a' type='Int8'>";
        String end = "</DataArray>" + END;
        add("comments.vti", array + "<!---->".repeat(size / 7) + "1" + end, "");
        add("cut.vti", array + "1 <!---->".repeat(size / 9) + end, "more");
        add("keys.vti", array + "1" + "<InformationKey name='K' location='L'/>".repeat(size / 39) + end, "");
        add(
                "fields.vti",
                START + IMAGE + "<FieldData>"
                        + repeated(
                                Math.min(9_999, size / 70),
                                i -> "<Array Name='f" + i + "' type='String' NumberOfTuples='1'>120 0</Array>")
                        + "</FieldData>" + POINTS + END,
                "");
    }

    private void addLegacy() throws IOException {
        add(
                "attributes.vtk",
                LEGACY
                        + repeated(
                                Math.min(9_999, size / 50), i -> "SCALARS a" + i + " int 1\nLOOKUP_TABLE default\n1\n"),
                "");
        add(
                "arrays.vtk",
                LEGACY + "FIELD f " + size / 20 + "\n" + repeated(size / 20, i -> "a" + i + " 1 1 int\n1\n"),
                "more than 10000 arrays");
        String most = LEGACY + "SCALARS a unsigned_char 1\nLOOKUP_TABLE default\n1\nFIELD f 1\n";
        add("components.vtk", most + "b 268435455 1 unsigned_char\n", "268435455 components of type unsigned_char");
        add("empty-fields.vtk", LEGACY + "FIELD f 0\n".repeat(size / 10), "");
        add("blank.vtk", LEGACY + "\n".repeat(size), "");
        String named = "a 60000 1 float\n" + "1 ".repeat(60_000) + "\nMETADATA\nCOMPONENT_NAMES\n";
        add("names.vtk", LEGACY + "FIELD f 1\n" + named + "x\n".repeat(60_000) + "\n", "");
        String bits =
                "a 65536 1 bit\n" + "\0".repeat(1 << 13) + "\nMETADATA\nCOMPONENT_NAMES\n" + "x\n".repeat(1 << 16);
        int arrays = Math.max(1, 4 * size / bits.length());
        add(
                "names-arrays.vtk",
                LEGACY.replace("ASCII", "BINARY") + "FIELD f " + arrays + "\n" + (bits + "\n").repeat(arrays),
                arrays < 5 ? "" : "metadata that take more than");
        add(
                "metadata.vtk",
                LEGACY + "SCALARS a int 1\nLOOKUP_TABLE default\n1\nMETADATA\nINFORMATION " + size / 20 + "\n"
                        + "NAME K LOCATION L\nDATA 1\n".repeat(size / 25),
                "found");
    }
}
