package io.vtkhdf.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Volumes on the command line: bare values, stacks, what is written, and what is refused. */
class VolumeCommandsTest {

    /** 4 x 3 x 2 values. */
    private static final short[] VALUES = new short[24];

    static {
        for (int i = 0; i < VALUES.length; i++) {
            VALUES[i] = (short) (1000 * i - 7);
        }
    }

    @TempDir
    private Path folder;

    private static byte[] bytes(ByteOrder order, int front) {
        ByteBuffer bytes = ByteBuffer.allocate(front + 2 * VALUES.length).order(order);
        bytes.position(front).asShortBuffer().put(VALUES);
        return bytes.array();
    }

    private Path raw(ByteOrder order, int front) throws IOException {
        return Files.write(folder.resolve("a.raw"), bytes(order, front));
    }

    private CliRun done(Object... args) {
        CliRun run = CliRun.of(args);
        assertEquals(0, run.exitCode(), run.err());
        return run;
    }

    @Test
    void bareValuesBecomeAnImage() throws IOException {
        Path vtkhdf = folder.resolve("a.vtkhdf");
        done("convert", raw(ByteOrder.LITTLE_ENDIAN, 0), vtkhdf, "--dimensions", "4,3,2", "--raw-type", "int16");
        Path big = Files.write(folder.resolve("b.raw"), bytes(ByteOrder.BIG_ENDIAN, 10));
        Path npy = folder.resolve("b.npy");
        done(
                "convert",
                big,
                npy,
                "--dimensions",
                "4,3,2",
                "--raw-type",
                "Int16",
                "--endian",
                "big",
                "--header-bytes",
                10);
        done("diff", vtkhdf, npy);
        byte[] file = Files.readAllBytes(npy);
        assertArrayEquals(bytes(ByteOrder.LITTLE_ENDIAN, 0), Arrays.copyOfRange(file, file.length - 48, file.length));
        Path vectors = folder.resolve("v.npy");
        done(
                "convert",
                big,
                vectors,
                "--dimensions",
                "2,3,2",
                "--raw-type",
                "int16",
                "--endian",
                "big",
                "--header-bytes",
                10,
                "--components",
                2);
        assertTrue(
                new String(Files.readAllBytes(vectors), StandardCharsets.ISO_8859_1).contains("'shape': (2, 3, 2, 2)"));
        assertTrue(done("info", big, "--dimensions", "4,3,2", "--raw-type", "int16", "--header-bytes", 10)
                .out()
                .contains("4 x 3 x 2 points"));
    }

    @Test
    void bareValuesAreCut() throws IOException {
        Path big = raw(ByteOrder.BIG_ENDIAN, 10);
        List<Object> layout =
                List.of("--dimensions", "4,3,2", "--raw-type", "int16", "--endian", "big", "--header-bytes", 10);
        CliRun csv = done(with(layout, "slice", big, "--array", "values", "--axis", "z", "--index", 1));
        assertEquals("11993,12993,13993,14993", csv.out().lines().findFirst().orElse(""));
    }

    private static Object[] with(List<Object> options, Object... args) {
        return Stream.concat(Arrays.stream(args), options.stream()).toArray();
    }

    @Test
    void bareValuesOfAnotherSizeAreRefused() throws IOException {
        Path file = raw(ByteOrder.LITTLE_ENDIAN, 10);
        assertRefused(
                3,
                file
                        + ": file: found 58 bytes, expected 4 x 3 x 2 points of Int16, 48 bytes; if the rest stands in front, the header has 10 bytes",
                "info",
                file,
                "--dimensions",
                "4,3,2",
                "--raw-type",
                "int16");
        assertRefused(
                3,
                file
                        + ": file: found 48 bytes behind the header of 10, expected 4 x 3 x 2 points x 3 components of Int16, 144 bytes",
                "info",
                file,
                "--dimensions",
                "4,3,2",
                "--raw-type",
                "int16",
                "--header-bytes",
                10,
                "--components",
                3);
        assertRefused(
                4,
                file
                        + ": beginning of the file: found no format that tells what its values are, expected --dimensions X,Y,Z and --raw-type TYPE beside it, if it is of bare values",
                "info",
                file);
    }

    @Test
    void optionsOfBareValuesGoTogether() throws IOException {
        Path file = raw(ByteOrder.LITTLE_ENDIAN, 0);
        assertUsage("found --dimensions alone, expected both", "info", file, "--dimensions", "4,3,2");
        assertUsage("found --raw-type alone, expected both", "info", file, "--raw-type", "int8");
        assertUsage("--endian, --header-bytes and --components go with", "info", file, "--endian", "big");
        assertUsage(
                "--dimensions: found '4,3', expected three", "info", file, "--dimensions", "4,3", "--raw-type", "int8");
        assertUsage(
                "--dimensions: found '4,3,0', expected three",
                "info",
                file,
                "--dimensions",
                "4,3,0",
                "--raw-type",
                "int8");
        assertUsage(
                "--raw-type: found 'int', expected int8", "info", file, "--dimensions", "4,3,2", "--raw-type", "int");
        assertUsage(
                "found --stack and --dimensions, expected one of them",
                "convert",
                file,
                file,
                folder.resolve("o.npy"),
                "--dimensions",
                "4,3,2",
                "--raw-type",
                "int8",
                "--stack");
        assertUsage(
                "--series goes with files that tell",
                "convert",
                file,
                folder.resolve("o.npy"),
                "--dimensions",
                "4,3,2",
                "--raw-type",
                "int8",
                "--series");
        assertUsage("--stack makes one OUTPUT", "convert", file, file, "--stack", "--output-dir", folder);
    }

    private static void assertUsage(String part, Object... args) {
        CliRun run = CliRun.of(args);
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(run.err().contains(part), run.err());
    }

    private static void assertRefused(int exitCode, String message, Object... args) {
        CliRun run = CliRun.of(args);
        assertEquals("vtkhdf: " + message + "\n", run.err());
        assertEquals(exitCode, run.exitCode());
    }

    @Test
    void picturesAreSlicesInTheOrderOfTheirNumbers() throws IOException {
        Path slices = Files.createDirectory(folder.resolve("slices"));
        List<Path> files = List.of(slices.resolve("s9.png"), slices.resolve("s10.png"), slices.resolve("s11.png"));
        for (int z = 0; z < 3; z++) {
            BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
            for (int i = 0; i < 6; i++) {
                picture.getRaster().setSample(i % 3, i / 3, 0, 40 * z + i);
            }
            ImageIO.write(picture, "png", files.get(z).toFile());
        }
        byte[] expected = new byte[18];
        for (int i = 0; i < 18; i++) {
            expected[i] = (byte) (40 * (i / 6) + i % 6);
        }
        Path one = folder.resolve("one.npy");
        done("convert", slices, one);
        Path other = folder.resolve("other.npy");
        done("convert", files.get(2), files.get(1), files.get(0), other, "--stack");
        for (Path npy : List.of(one, other)) {
            byte[] file = Files.readAllBytes(npy);
            assertArrayEquals(expected, Arrays.copyOfRange(file, file.length - 18, file.length));
        }
        ImageIO.write(
                new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                files.get(1).toFile());
        assertRefused(
                3,
                files.get(1)
                        + ": page 1: found 3 x 1 values of UInt8, expected 3 x 2 values of UInt8, as the first page of the stack",
                "convert",
                slices,
                folder.resolve("x.npy"));
        assertFalse(Files.exists(folder.resolve("x.npy")));
    }

    @Test
    void aFolderWithoutPicturesSaysWhatToDo() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        CliRun run = CliRun.of("info", empty);
        assertEquals(3, run.exitCode());
        assertTrue(run.err().contains("found a directory without pictures"), run.err());
    }

    private Path vti(String arrays) throws IOException {
        return Files.writeString(folder.resolve("in.vti"), """
                <VTKFile type="ImageData"><ImageData WholeExtent="1 3 0 1 0 0" Origin="1 2 3" Spacing="0.5 -2 0"
                 Direction="0 -1 0 1 0 0 0 0 1"><Piece Extent="1 3 0 1 0 0">%s</Piece></ImageData></VTKFile>
                """.formatted(arrays));
    }

    private static final String POINTS = """
            <PointData><DataArray type="UInt16" Name="a" format="ascii">1 2 3 4 5 600</DataArray></PointData>
            """;

    private static final byte[] STORED = {1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 88, 2};

    @Test
    void nrrdIsWritten() throws IOException {
        Path nrrd = folder.resolve("o.nrrd");
        done("convert", vti(POINTS), nrrd);
        String header = """
                NRRD0004
                type: uint16
                dimension: 3
                space dimension: 3
                sizes: 3 2 1
                space directions: (0.0,0.5,0.0) (2.0,0.0,0.0) (0.0,0.0,1.0)
                kinds: domain domain domain
                endian: little
                encoding: raw
                space origin: (1.0,2.5,3.0)

                """;
        assertFile(header, STORED, nrrd);
    }

    @Test
    void metaImagesAreWritten() throws IOException {
        Path mha = folder.resolve("o.mha");
        Path mhd = folder.resolve("o.mhd");
        Path input = vti(POINTS);
        done("convert", input, mha);
        done("convert", input, mhd);
        String header = """
                ObjectType = Image
                NDims = 3
                BinaryData = True
                BinaryDataByteOrderMSB = False
                CompressedData = False
                TransformMatrix = 0.0 1.0 0.0 1.0 0.0 0.0 0.0 0.0 1.0
                Offset = 1.0 2.5 3.0
                ElementSpacing = 0.5 2.0 1.0
                DimSize = 3 2 1
                ElementType = MET_USHORT
                ElementDataFile = %s
                """;
        assertFile(header.formatted("LOCAL"), STORED, mha);
        assertFile(header.formatted("o.raw"), new byte[0], mhd);
        assertArrayEquals(STORED, Files.readAllBytes(folder.resolve("o.raw")));
    }

    private static void assertFile(String header, byte[] values, Path file) throws IOException {
        byte[] found = Files.readAllBytes(file);
        assertEquals(header, new String(found, 0, found.length - values.length, StandardCharsets.UTF_8));
        assertArrayEquals(values, Arrays.copyOfRange(found, found.length - values.length, found.length));
    }

    @Test
    void whatIsThereIsNotReplaced() throws IOException {
        Files.writeString(folder.resolve("o.raw"), "precious");
        CliRun run = CliRun.of("convert", vti(POINTS), folder.resolve("o.mhd"));
        assertEquals(3, run.exitCode(), run.err());
        assertTrue(run.err().contains("o.raw: exists already; --overwrite replaces it"), run.err());
        assertFalse(Files.exists(folder.resolve("o.mhd")));
        assertEquals("precious", Files.readString(folder.resolve("o.raw")));
        done("convert", folder.resolve("in.vti"), folder.resolve("o.mhd"), "--overwrite");
        assertUsage(
                "o.mhd: OUTPUT would overwrite " + folder.resolve("o.raw") + ", which is read",
                "convert",
                folder.resolve("o.raw"),
                folder.resolve("o.mhd"),
                "--overwrite",
                "--dimensions",
                "3,2,1",
                "--raw-type",
                "uint16");
    }

    @Test
    void oneArrayAFile() throws IOException {
        Path two = vti(POINTS + """
                <CellData><DataArray type="Int8" Name="c" NumberOfComponents="2" format="ascii">1 2 3 4</DataArray></CellData>
                """);
        CliRun run = CliRun.of("convert", two, folder.resolve("o.nrrd"));
        assertEquals(2, run.exitCode(), run.err());
        assertTrue(
                run.err().contains("found 2 arrays, expected one, as a .nrrd file holds; --array NAME chooses one"),
                run.err());
        Path cells = folder.resolve("o.nrrd");
        String said = done("convert", two, cells, "--array", "c").err();
        assertTrue(said.contains("CellData 'c': the values of cells become samples at the cells' centres"), said);
        String header = Files.readString(cells, StandardCharsets.ISO_8859_1);
        assertTrue(header.contains("sizes: 2 2 1 1\n"), header);
        assertTrue(header.contains("kinds: vector domain domain domain\n"), header);
        // Half a spacing along x and y: (1, 2, 3) + 1.5 * (0, 0.5, 0) + 0.5 * (2, 0, 0).
        assertTrue(header.contains("space origin: (2.0,2.75,3.0)\n"), header);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.dcm | DICOM | SimpleITK",
                "a.nii.gz | NIfTI | sitk.WriteImage",
                "a.npz | an archive (.npz, .zip) | numpy.save",
                "a.vti.gz | a file compressed by gzip | gunzip",
                "a.stl | a surface | Resample To Image",
                "a.czi | a microscope's own format | bfconvert",
                "a.jpg | JPEG | PNG or TIFF",
                "a.nc | netCDF's classic format | numpy.save",
                "a.exo | Exodus | Resample To Image",
            })
    void otherFormatsAreNamedWithAWayOut(String name, String found, String advice) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "whatever stands here");
        CliRun run = CliRun.of("convert", file, folder.resolve("o.vtkhdf"));
        assertEquals(4, run.exitCode(), run.err());
        assertTrue(run.err().contains("found " + found + ", expected"), run.err());
        assertTrue(run.err().contains(advice), run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "UnstructuredGrid,Resample",
        "PolyData,surfaces",
        "vtkMultiBlockDataSet,each by itself",
        "Table,no place"
    })
    void otherDataOfVtkAreNamedWithAWayOut(String type, String advice) throws IOException {
        Path file =
                Files.writeString(folder.resolve("a.vtx"), "<VTKFile type='" + type + "'><" + type + "/></VTKFile>");
        CliRun run = CliRun.of("info", file);
        assertEquals(4, run.exitCode(), run.err());
        assertTrue(run.err().contains("found type '" + type + "', expected ImageData"), run.err());
        assertTrue(run.err().contains(advice), run.err());
    }

    @Test
    void gridsThatAreNoImagesSayWhere() throws IOException {
        Path file = Files.writeString(folder.resolve("g.vtr"), """
                <VTKFile type='RectilinearGrid'><RectilinearGrid WholeExtent='0 4 0 0 0 0'><Piece Extent='0 4 0 0 0 0'>
                <Coordinates><DataArray type='Float64' Name='x' format='ascii'>0 1 2 4 8</DataArray>
                <DataArray type='Float64' Name='y' format='ascii'>0</DataArray>
                <DataArray type='Float64' Name='z' format='ascii'>0</DataArray></Coordinates>
                <PointData><DataArray type='Int8' Name='a' format='ascii'>1 2 3 4 5</DataArray></PointData>
                </Piece></RectilinearGrid></VTKFile>
                """);
        String problem = "found the distance 2.0 along x from point 2 to 3, and 1.0 from point 0 to 1, expected equal"
                + " distances, as an image has; in ParaView the filter 'Resample To Image' makes an image of a grid\n";
        CliRun run = CliRun.of("info", file);
        assertEquals(4, run.exitCode(), run.err());
        assertTrue(run.err().endsWith(problem), run.err());
        Path legacy = Files.writeString(folder.resolve("g.vtk"), """
                # vtk DataFile Version 3.0
                grid
                ASCII
                DATASET RECTILINEAR_GRID
                DIMENSIONS 5 1 1
                X_COORDINATES 5 float
                0 1 2 4 8
                Y_COORDINATES 1 float
                0
                Z_COORDINATES 1 float
                0
                """);
        assertRefused(4, legacy + ": X_COORDINATES: " + problem.strip(), "info", legacy);
        Path even = Files.writeString(
                folder.resolve("e.vtk"), Files.readString(legacy).replace("4 8", "3 4"));
        assertTrue(done("info", even).out().contains("5 x 1 x 1 points"));
    }
}
