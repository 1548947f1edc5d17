package io.vtkhdf.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with volumes, told with place, what was found and what was expected. */
class VolumeErrorsTest {

    private static final String NRRD =
            "NRRD0004\ntype: short\ndimension: 3\nsizes: 3 2 2\nendian: little\nencoding: raw\n";
    private static final String META = "ObjectType = Image\nNDims = 3\nDimSize = 3 2 2\nElementType = MET_SHORT\n";

    @TempDir
    private Path folder;

    @Test
    void numpy() throws IOException {
        assertNpy(
                "'<f8', 'fortran_order': False, 'shape': (2, 3), ",
                40,
                true,
                "byte 128: found 40 bytes up to the end of the file, expected the values of the shape (2, 3), of 8 bytes"
                        + " each");
        assertNpy(
                "'<c16', 'fortran_order': False, 'shape': (2, 3), ",
                96,
                false,
                "header: found values of type '<c16', expected booleans, integers of 1 to 8 bytes, or numbers with a"
                        + " point of 2, 4 or 8");
        assertNpy(
                "[('x', '<f8')], 'fortran_order': False, 'shape': (2, 3), ",
                96,
                false,
                "header: found values of type '[('x', '<f8')]', expected booleans, integers of 1 to 8 bytes, or numbers"
                        + " with a point of 2, 4 or 8");
        assertNpy(
                "'<f8', 'fortran_order': False, 'shape': (), ",
                8,
                false,
                "header: found an array of 0 axes, expected 2 to 4: (y, x), (z, y, x) or (z, y, x, components);"
                        + " numpy.reshape makes them");
        assertNpy(
                "'<f8', 'fortran_order': False, 'shape': (7,), ",
                56,
                false,
                "header: found an array of 1 axes, expected 2 to 4: (y, x), (z, y, x) or (z, y, x, components);"
                        + " numpy.reshape makes them");
        assertNpy(
                "'<f8', 'fortran_order': False, 'shape': (7, 0), ",
                56,
                false,
                "header: found the shape (7, 0), expected lengths from 1 to 2147483646");
        assertNpy(
                "'<f8', 'fortran_order': Maybe, 'shape': (7, 1), ",
                56,
                true,
                "header: found '{'descr': '<f8', 'fortran_order': Maybe, 'shape': (7, 1), }', expected a dictionary with"
                        + " descr, fortran_order and shape, as NumPy writes it");
        Path short1 = write("short.npy", new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0, '{'});
        assertRefused(short1, true, "header, byte 10: found a header of 118 bytes, expected at most the 1 left");
    }

    private void assertNpy(String dictionary, int values, boolean isCorrupt, String message) throws IOException {
        String header = "{'descr': " + dictionary + "}";
        byte[] padded = (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(10 + padded.length + values);
        file.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) padded.length, 0})
                .put(padded);
        assertRefused(write("a.npy", file.array()), isCorrupt, message);
    }

    @Test
    void nrrd() throws IOException {
        assertNrrd(NRRD + "\n", 23, true, "data, byte 77: found 23 bytes, expected 24 bytes, as the header says");
        assertNrrd(
                NRRD,
                0,
                true,
                "after line 6: found the end of the file, expected an empty line and the data, or the"
                        + " field 'data file'");
        assertNrrd(
                NRRD.replace("raw", "bzip2") + "\n",
                24,
                false,
                "line 6, encoding: found 'bzip2', expected raw, gzip or ascii; 'unu save -e gzip' writes these");
        assertNrrd(
                NRRD.replace("short", "block") + "\n",
                24,
                false,
                "line 2, type: found 'block', expected a type of C's, such as uint8, short or float");
        assertNrrd(
                NRRD.replace("3 2 2", "3 2") + "\n",
                24,
                true,
                "line 4, sizes: found 2 words, '3 2', expected 3 of them");
        assertNrrd(
                NRRD.replace("3 2 2", "3 2 0") + "\n",
                24,
                true,
                "line 4, sizes: found '0', expected an integer of at least 1");
        assertNrrd(
                NRRD.replace("3 2 2", "2147483646 2147483646 2147483646") + "\n",
                24,
                true,
                "header: found 2147483646 x 2147483646 x 2147483646 points of 2 bytes, expected fewer than 2^63 bytes");
        assertNrrd(
                NRRD.replace("endian: little\n", "") + "\n", 24, true, "header: found no field 'endian', expected one");
        assertNrrd(
                NRRD + "space: left-posterior-superior-time\n\n",
                24,
                false,
                "line 7, space: found 'left-posterior-superior-time', expected left-posterior-superior,"
                        + " right-anterior-superior, left-anterior-superior, scanner-xyz, 3D-right-handed or"
                        + " 3D-left-handed, without time");
        assertNrrd(
                NRRD + "kinds: domain domain time\n\n",
                24,
                false,
                "line 7, kinds: found 2 steps of time, expected one image; 'unu slice' makes a file of each step");
        assertNrrd(
                NRRD + "kinds: domain vector domain\n\n",
                24,
                false,
                "line 4, sizes: found components along axis 1 of 3, expected along the first or the last; 'unu permute'"
                        + " moves an axis");
        assertNrrd(
                NRRD + "space directions: (1,0,0) (0,0,0) (0,0,1)\n\n",
                24,
                true,
                "line 7, spacedirections: found (0,0,0) along axis 1, expected a vector that has a length");
        assertNrrd(NRRD + "type: short\n\n", 24, true, "line 7: found the field 'type' again, expected each once");
        assertNrrd("NRRD0006\n", 24, false, "line 1: found 'NRRD0006', expected at most 'NRRD0005'");
    }

    private void assertNrrd(String header, int values, boolean isCorrupt, String message) throws IOException {
        assertRefused(write("a.nrrd", bytes(header, new byte[values])), isCorrupt, message);
    }

    @Test
    void metaImage() throws IOException {
        assertMeta(
                META + "ElementDataFile = LOCAL\n",
                23,
                true,
                "data, byte 93: found 23 bytes, expected 24 bytes, as the header says");
        assertMeta(META, 0, true, "after line 4: found the end of the file, expected the field 'ElementDataFile'");
        assertMeta(
                META.replace("MET_SHORT", "MET_STRING") + "ElementDataFile = LOCAL\n",
                24,
                false,
                "line 4, ElementType: found 'MET_STRING', expected a type of numbers, such as MET_UCHAR or MET_FLOAT");
        assertMeta(
                META.replace("Image", "Image\nObjectType = Tube") + "ElementDataFile = LOCAL\n",
                24,
                false,
                "line 2, ObjectType: found 'Tube', expected Image");
        assertMeta(
                META.replace("3\nDimSize = 3 2 2", "4\nDimSize = 3 2 1 2") + "ElementDataFile = LOCAL\n",
                24,
                false,
                "line 3, DimSize: found 4 axes, expected at most three of more than one point; steps of time need a file"
                        + " each");
        assertMeta(
                META + "CompressedData = True\nCompressedDataSize = 25\nElementDataFile = LOCAL\n",
                24,
                true,
                "line 6, CompressedDataSize: found 25 bytes, expected at most the 24 that are left of "
                        + folder.resolve("a.mha"));
        assertMeta(
                META + "HeaderSize = 25\nElementDataFile = LOCAL\n",
                24,
                true,
                "line 5, HeaderSize: found 25, expected at most the 24 bytes of " + folder.resolve("a.mha"));
        assertMeta(
                META + "ElementDataFile = a%02d.raw 1 3 1\n",
                0,
                true,
                "line 5: found no file 'a01.raw', expected one, in " + folder);
        assertMeta(
                META + "ElementDataFile = ../b.raw\n",
                0,
                false,
                "line 5: found the data file '../b.raw', expected a file in the folder of the .mhd file or below;"
                        + " --allow-outside allows others");
    }

    private void assertMeta(String header, int values, boolean isCorrupt, String message) throws IOException {
        assertRefused(write("a.mha", bytes(header, new byte[values])), isCorrupt, message);
    }

    @Test
    void dataOutsideAreReadIfThatIsAllowed() throws IOException {
        Path below = Files.createDirectory(folder.resolve("below"));
        Files.write(folder.resolve("b.raw"), new byte[24]);
        Path file = below.resolve("a.mhd");
        Files.writeString(file, META + "ElementDataFile = ../b.raw\n");
        assertThrows(UnsupportedFileException.class, () -> ImageSources.open(file));
        try (ImageSource source = ImageSources.open(file, InputReach.ANYWHERE)) {
            assertEquals(below.resolve("../b.raw"), source.otherFiles().get(0));
        }
    }

    @Test
    void deflatedDataThatEndEarlyOrLate() throws IOException {
        byte[] values = new byte[24];
        for (int length : new int[] {0, 23, 25}) {
            byte[] gzip = gzip(new byte[length]);
            String found = length < 24
                    ? "the end of the compressed data after " + length + " bytes, expected 24 bytes"
                    : "more than 24 bytes of compressed data, expected no more than these";
            assertBroken("a.nrrd", NRRD.replace("raw", "gzip") + "\n", gzip, found);
            assertBroken(
                    "a.mha", META + "CompressedData = True\nElementDataFile = LOCAL\n", zlib(new byte[length]), found);
        }
        byte[] whole = gzip(values);
        whole[whole.length - 8] ^= 1;
        assertBroken("a.nrrd", NRRD.replace("raw", "gzip") + "\n", whole, "found the checksum ");
        byte[] cut = Arrays.copyOf(gzip(values), 13);
        assertBroken(
                "a.nrrd", NRRD.replace("raw", "gzip") + "\n", cut, "the end of the compressed data, which is cut off");
        assertBroken("a.nrrd", NRRD.replace("raw", "gzip") + "\n", new byte[30], "the compressed data are broken: ");
    }

    /** So that nobody makes room for what cannot come. */
    @Test
    void moreThanDeflateCanHoldIsRefusedAtOnce() throws IOException {
        String header = NRRD.replace("raw", "gzip").replace("3 2 2", "100000 100000 1000") + "\n";
        assertRefused(
                write("a.nrrd", bytes(header, gzip(new byte[24]))),
                true,
                "data, byte 91: found "
                        + gzip(new byte[24]).length
                        + " compressed bytes, expected 20000000000000 bytes, for which they cannot suffice, as the header says");
    }

    private void assertBroken(String name, String header, byte[] data, String part) throws IOException {
        Path file = write(name, bytes(header, data));
        try (ImageSource source = ImageSources.open(file)) {
            ArraySpec array = source.arrays().get(0);
            try (SlabReader reader = source.open(array)) {
                CorruptFileException e =
                        assertThrows(CorruptFileException.class, () -> reader.read(2, ByteBuffer.allocate(24)));
                assertTrue(e.getMessage().contains(part), e.getMessage());
                assertTrue(e.getMessage().startsWith(file + ": data, "), e.getMessage());
            }
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] zlib(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(out)) {
            zlib.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String header, byte[] data) {
        byte[] front = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(front.length + data.length)
                .put(front)
                .put(data)
                .array();
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static void assertRefused(Path file, boolean isCorrupt, String message) {
        FileContentException e = assertThrows(
                FileContentException.class, () -> ImageSources.open(file).close());
        assertEquals(file + ": " + message, e.getMessage());
        assertEquals(isCorrupt, e instanceof CorruptFileException, e.getMessage());
    }
}
