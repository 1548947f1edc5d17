package io.vtkhdf.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.cli.CliRun;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.testing.Allocation;
import io.vtkhdf.testing.HangGuard;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ChunkShape;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Files that ask for more memory or time than they are worth, looked at one after the other with a heap of 64 MB. */
@HangGuard
class BombTest {

    /** In bytes, three times what is allocated; work that is quadratic takes thousands for each byte. */
    private static final long FIXED = 100_000_000;

    private static final long PER_BYTE = 1000;

    /** More than the heap. */
    private static final int HUGE = 72_000_000;

    private static final int LARGE = 1 << 21;

    /** The bytes of each file of {@link Crowds}, about. */
    private static final int CROWD = 1000 * Integer.getInteger("bomb.kilobytes", 1000);

    private static final String LEGACY = "# vtk DataFile Version 3.0\ntitle\nASCII\nDATASET STRUCTURED_POINTS\n";

    @TempDir
    private Path directory;

    /** What each file must lead to: a part of the error, or nothing if it is read. */
    private final Map<Path, String> expected = new LinkedHashMap<>();

    private final Set<Path> crowds = new HashSet<>();

    @Test
    void smallMemoryIsEnoughToReadOrRefuse() throws Exception {
        addHdf5();
        addBlocks();
        addXml();
        addLegacy();
        Map<Path, String> many = Crowds.write(directory, CROWD);
        crowds.addAll(many.keySet());
        expected.putAll(many);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                CommandsMain.class.getName()));
        expected.keySet().forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertEquals(0, process.waitFor(), () -> String.join("\n", lines));
        assertEquals(expected.size(), lines.size(), () -> String.join("\n", lines));
        for (String line : lines) {
            require(line.split("\t"));
        }
    }

    @Test
    void manyArraysAreCompared() throws IOException {
        Path file = Crowds.write(directory, CROWD).keySet().stream()
                .filter(path -> path.endsWith("attributes.vtk"))
                .findFirst()
                .orElseThrow();
        long before = Allocation.bytes();
        assertEquals(0, CliRun.of("diff", file.toString(), file.toString()).exitCode());
        requireLinear(file, Allocation.bytes() - before);
    }

    /**
     * What is done over and over again for each of many things takes memory over and over again, which can be counted:
     * as many bytes on a busy machine as on another.
     */
    private static void requireLinear(Path file, long allocated) throws IOException {
        assertTrue(
                allocated < FIXED + PER_BYTE * Files.size(file),
                file.getFileName() + ", " + Files.size(file) + " bytes: " + allocated + " bytes allocated");
    }

    private void require(String[] result) throws IOException {
        Path file = Path.of(result[0]);
        String wanted = expected.get(file);
        String line = String.join(" | ", result);
        if (crowds.contains(file)) {
            requireLinear(file, Long.parseLong(result[4]));
        }
        if (wanted.isEmpty()) {
            assertEquals("0", result[1], line);
        } else {
            assertTrue(result[2].contains(wanted), line);
            assertEquals("1", result[3], line);
        }
    }

    private void add(String name, byte[] bytes, String error) throws IOException {
        expected.put(Files.write(directory.resolve(name), bytes), error);
    }

    private void add(String name, String text, String error) throws IOException {
        add(name, text.getBytes(StandardCharsets.UTF_8), error);
    }

    /** A file that begins and ends so, with a very long text in the middle. */
    private void addLong(String name, String start, String repeated, long length, String end, String error)
            throws IOException {
        Path file = directory.resolve(name);
        byte[] part =
                repeated.repeat(Math.max(1, (1 << 16) / repeated.length())).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            for (long written = 0; written < length; written += part.length) {
                out.write(part);
            }
            out.write(end.getBytes(StandardCharsets.UTF_8));
        }
        expected.put(file, error);
    }

    private void addHdf5() throws IOException {
        add("continuations.hdf", Hdf5Bombs.continuations(), "refer to one another again and again");
        add("btree.hdf", Hdf5Bombs.bTree(), "refer to one another again and again");
        add("names.hdf", Hdf5Bombs.endlessNames(), "refer to one another again and again");
        add("itself.hdf", Hdf5Bombs.bTreeOfItself(), "a structure");
        addChunk("chunk.hdf", 300, "chunks of 90000000 bytes to be decoded");
        addChunk("smaller.hdf", 200, "");
        addStrings();
        addSeed("soft-links", "");
        addSeed("field", "field arrays of at most");
        addSeed("steps", "");
        for (String packer : List.of("lzf", "scaled")) {
            addSeed(packer + "-large", "chunks of 40960000 bytes to be decoded");
            addSeed(packer + "-smaller", "");
        }
    }

    private void addSeed(String name, String error) throws IOException {
        expected.put(Files.copy(Seeds.bomb(name), directory.resolve(name + ".hdf")), error);
    }

    private void addChunk(String name, int size, String error) throws IOException {
        Path file = directory.resolve(name);
        ImageGeometry image = ImageGeometry.of(size, size, 1000);
        WriteOptions options =
                WriteOptions.defaults().withStorage(Storage.gzip(9).withChunk(ChunkShape.of(size, size, 1000)));
        try (ImageDataWriter writer = ImageDataWriter.create(file, image, options)) {
            ArrayWriter array = writer.createPointArray("a", ScalarType.UINT8);
            for (int k = 0; k < 1000; k++) {
                array.writeSlice(k, new byte[size * size]);
            }
            writer.finish();
        }
        expected.put(file, error);
    }

    /** Thousands of strings that are one long one in the file. */
    private void addStrings() throws IOException {
        Path file = directory.resolve("strings.hdf");
        int length = 60_000;
        int count = 4000;
        List<String> words = new ArrayList<>(Collections.nCopies(count, "x"));
        words.set(0, "y".repeat(length));
        try (ImageDataWriter writer = ImageDataWriter.create(file, ImageGeometry.of(1, 1, 1))) {
            writer.writeField(FieldArray.ofStrings("words", words));
            writer.finish();
        }
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (buffer.getInt(at) != length || buffer.getInt(at + 16) != 1) {
            at++;
        }
        for (int i = 1; i < count; i++) {
            System.arraycopy(bytes, at, bytes, at + 16 * i, 16);
        }
        expected.put(Files.write(file, bytes), "found a structure of more than");
    }

    /** Honest ones of 256 MiB in little more than a thousandth of that, and headers that promise more than there is. */
    private void addBlocks() throws IOException {
        String extent = "0 1023 0 1023 0 255";
        ByteArrayOutputStream zlib = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(zlib, new Deflater(9))) {
            zeros(out);
        }
        add("zlib.vti", BlockFile.of("vtkZLibDataCompressor", extent, zlib.toByteArray(), 1, 1 << 28, 0), "");
        ByteArrayOutputStream xz = new ByteArrayOutputStream();
        try (OutputStream out = new XZOutputStream(xz, new LZMA2Options(0))) {
            zeros(out);
        }
        add("xz.vti", BlockFile.of("vtkLZMADataCompressor", extent, xz.toByteArray(), 1, 1 << 28, 0), "");
        byte[] few = {0, 1, 2, 3};
        for (String compressor : List.of("vtkZLibDataCompressor", "vtkLZ4DataCompressor", "vtkLZMADataCompressor")) {
            add(compressor + "1.vti", BlockFile.of(compressor, extent, few, 1, 1 << 28, 0), "block 0 of 1");
            add(compressor + "2.vti", BlockFile.of(compressor, extent, few, 1L << 40, 1L << 40, 0), "found");
            add(
                    compressor + "3.vti",
                    BlockFile.of(compressor, extent, few, Long.MAX_VALUE, 1, Long.MAX_VALUE),
                    "found");
        }
    }

    private static void zeros(OutputStream out) throws IOException {
        byte[] zeros = new byte[1 << 20];
        for (int i = 0; i < 1 << 8; i++) {
            out.write(zeros);
        }
    }

    private void addXml() throws IOException {
        String start = "<VTKFile type='ImageData'><ImageData WholeExtent='0 0 0 0 0 0'>";
        String laughs = "<!DOCTYPE VTKFile [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>";
        add("laughs.vti", laughs + start, "a document type declaration");
        add("declared.vti", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>" + start, "a document type declaration");
        add("undeclared.vti", start + "&a;", "is not a VTK XML file");
        addLong("depth.vti", start, "<a>", LARGE, "", "is not a VTK XML file");
        addLong("attribute.vti", start + "<Piece a='", "a", LARGE, "'/>", "is not a VTK XML file");
        add("attributes.vti", start + "<Piece " + manyAttributes(), "is not a VTK XML file");
        addLong("name.vti", start + "<", "a", HUGE, "/>", "XML that takes more memory than there is");
        addLong("comment.vti", start + "<!--", "a", HUGE, "-->", "is not a VTK XML file");
        addLong("instruction.vti", start + "<?a ", "a", HUGE, "?>", "is not a VTK XML file");
        addLong("text.vti", start, "a ", HUGE, "", "is not a VTK XML file");
        addLong("cdata.vti", start + "<![CDATA[", "a ", HUGE, "", "is not a VTK XML file");
        addLong(
                "arrays.vti",
                start + "<FieldData>",
                "<Array type='String' Name='a'/>",
                LARGE,
                "",
                "more than 10000 arrays");
        addLong("elements.vti", start, "<a/>", LARGE, "", "is not a VTK XML file");
    }

    private static String manyAttributes() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            attributes.append("a").append(i).append("='' ");
        }
        return attributes.toString();
    }

    private void addLegacy() throws IOException {
        addLong("version.vtk", "# vtk DataFile Version 3.0", "0", HUGE, "", "found");
        addLong("title.vtk", "# vtk DataFile Version 3.0\n", "0", HUGE, "", "found");
        addLong("line.vtk", LEGACY, "0", HUGE, "", "found");
        addLong("name.vtk", LEGACY + "DIMENSIONS 1 1 1\nSPACING 1 1 1\nORIGIN 0 0 0\nFIELD ", "a", HUGE, "", "found");
        add(
                "fields.vtk",
                LEGACY + "DIMENSIONS 1 1 1\nSPACING 1 1 1\nORIGIN 0 0 0\nFIELD f 2147483647\na 1 1 int 1\n",
                "found");
        add(
                "tuples.vtk",
                LEGACY + "DIMENSIONS 1 1 1\nSPACING 1 1 1\nORIGIN 0 0 0\nFIELD f 1\na 2147483647 2147483647 int 1\n",
                "found");
        add(
                "dimensions.vtk",
                LEGACY + "DIMENSIONS 2147483647 2147483647 2147483647\nPOINT_DATA 1\nSCALARS a int 1\n",
                "found");
    }
}
