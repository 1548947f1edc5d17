package io.vtkhdf.vti;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.runtime.DecodingThreads;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PvtiSourceTest {

    private static final Extent WHOLE = new Extent(-1, 4, 0, 3, 2, 7);
    private static final ArraySpec POINTS = ArraySpec.point("a", ScalarType.FLOAT32);
    private static final ArraySpec CELLS = ArraySpec.cell("b", ScalarType.INT16).withComponents(2);
    private static final String PVTI = """
            <VTKFile type="PImageData" version="0.1"><PImageData WholeExtent="-1 4 0 3 2 7" GhostLevel="0"
             Origin="0.5 -1 2e-3" Spacing="0.1 0.2 0.3">
            <PPointData Scalars="a"><PDataArray type="Float32" Name="a"/></PPointData>
            <PCellData><PDataArray type="Int16" Name="b" NumberOfComponents="2"/></PCellData>
            <Piece Extent="-1 4 0 3 4 7" Source="pieces/high.vti"/>
            <Piece Extent="-1 4 0 3 2 4" Source="low.vti"/>
            </PImageData></VTKFile>
            """;

    @TempDir
    Path folder;

    private final VtiBuilder builder = builder();

    private static VtiBuilder builder() {
        return new VtiBuilder(WHOLE).array(POINTS).array(CELLS).field(FieldArray.of("TimeValue", 2.5));
    }

    /** The piece as a file of its own, with the values that it has in the whole. */
    private static byte[] piece(Extent extent, UnaryOperator<String> change) {
        return builder()
                .encoding(VtiBuilder.Encoding.BASE64)
                .pieces(extent)
                .xml(xml -> change.apply(
                        xml.replaceFirst("WholeExtent=\"[^\"]*\"", "WholeExtent=\"" + numbers(extent) + "\"")))
                .build();
    }

    private static String numbers(Extent extent) {
        return extent.toString().replace("..", " ");
    }

    private void write(UnaryOperator<String> change) throws IOException {
        Files.createDirectories(folder.resolve("pieces"));
        Files.write(folder.resolve("pieces/high.vti"), piece(new Extent(-1, 4, 0, 3, 4, 7), change));
        Files.write(folder.resolve("low.vti"), piece(new Extent(-1, 4, 0, 3, 2, 4), change));
    }

    @BeforeEach
    void writePieces() throws IOException {
        write(xml -> xml);
    }

    private ImageSource open(String pvti) throws IOException {
        return ImageSources.open(Files.writeString(folder.resolve("image.pvti"), pvti));
    }

    private void assertFails(Class<? extends FileContentException> type, String pvti, String... parts) {
        FileContentException e = assertThrows(type, () -> {
            try (ImageSource source = open(pvti)) {
                VtiTesting.drain(source);
            }
        });
        for (String part : parts) {
            assertTrue(e.getMessage().contains(part), () -> "'" + part + "' in " + e.getMessage());
        }
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    }

    @AfterEach
    void noThreadIsLeft() throws InterruptedException {
        DecodingThreads.assertEnded();
    }

    @Test
    void piecesMakeOneImage() throws IOException {
        try (ImageSource source = open(PVTI)) {
            assertEquals(List.of(POINTS, CELLS), source.arrays());
            assertEquals(WHOLE, source.geometry().extent());
            assertEquals("TimeValue", source.fields().get(0).name());
            assertEquals("a", source.activeArrays().get(0).arrayName());
            VtiTesting.assertValues(builder, source, POINTS);
            VtiTesting.assertValues(builder, source, CELLS);
        }
    }

    @Test
    void ofOverlappingPiecesTheLargerCounts() throws IOException {
        Files.write(
                folder.resolve("small.vti"),
                piece(new Extent(0, 3, 0, 3, 2, 4), xml -> xml.replaceAll("(?m)^([^<\n]*)E([^<\n]*)$", "$1F$2")));
        String small = "<Piece Extent='0 3 0 3 2 4' Source='small.vti'/>";
        for (String pvti : List.of(
                PVTI.replaceFirst("<Piece", small + "<Piece"),
                PVTI.replace("</PImageData>", small + "</PImageData>"),
                PVTI.replace("Source", "GhostLevel='1' Source"))) {
            try (ImageSource source = open(pvti)) {
                VtiTesting.assertValues(builder, source, POINTS);
                VtiTesting.assertValues(builder, source, CELLS);
            }
        }
    }

    @Test
    void aPieceMayBeLargerThanDeclared() throws IOException {
        Files.write(folder.resolve("low.vti"), builder().build());
        Files.write(folder.resolve("pieces/high.vti"), builder().zlib(7).build());
        try (ImageSource source = open(PVTI)) {
            VtiTesting.assertValues(builder, source, POINTS);
            VtiTesting.assertValues(builder, source, CELLS);
        }
        assertFails(
                CorruptFileException.class,
                PVTI.replace("2 4\" Source", "2 5\" Source").replace("low.vti", "pieces/../small.vti"),
                "no file");
    }

    /** As flow solvers write them: each file is a part of the whole image, some with layers of its neighbours. */
    @ParameterizedTest
    @EnumSource(VtiBuilder.Encoding.class)
    void aPieceMayNameTheWholeImage(VtiBuilder.Encoding encoding) throws IOException {
        for (int axis = 0; axis < 3; axis++) {
            for (int ghosts = 0; ghosts <= 1; ghosts++) {
                int[] e = WHOLE.toArray();
                int cut = e[2 * axis] + 1;
                Extent low = withEnd(e, 2 * axis + 1, cut);
                Extent high = withEnd(e, 2 * axis, cut);
                writeOfWhole("low.vti", withEnd(e, 2 * axis + 1, cut + ghosts), encoding);
                writeOfWhole("pieces/high.vti", withEnd(e, 2 * axis, cut - ghosts), encoding);
                String pvti = PVTI.replace("-1 4 0 3 4 7\" S", numbers(high) + "\" S")
                        .replace("-1 4 0 3 2 4\" S", numbers(low) + "\" S");
                try (ImageSource source = open(pvti)) {
                    VtiTesting.assertValues(builder, source, POINTS);
                    VtiTesting.assertValues(builder, source, CELLS);
                }
            }
        }
    }

    private static Extent withEnd(int[] whole, int index, int value) {
        int[] e = whole.clone();
        e[index] = value;
        return VtiBoxes.of(e);
    }

    private void writeOfWhole(String name, Extent box, VtiBuilder.Encoding encoding) throws IOException {
        Files.write(
                folder.resolve(name), builder().encoding(encoding).pieces(box).build());
    }

    @Test
    void aPieceMustHoldWhatIsAskedOfIt() throws IOException {
        writeOfWhole("low.vti", new Extent(-1, 4, 0, 3, 2, 3), VtiBuilder.Encoding.ASCII);
        assertFails(CorruptFileException.class, PVTI, "low.vti", "no piece with the PointData of -1..4 0..3 4..4");
        Files.writeString(
                folder.resolve("low.vti"),
                "<VTKFile type='ImageData'><ImageData WholeExtent='-1 4 0 3 2 7'/></VTKFile>");
        assertFails(CorruptFileException.class, PVTI, "low.vti", "no piece with the PointData");
    }

    @Test
    void whatPiecesSayOfTheirFieldsIsPassedOn() throws IOException {
        write(xml -> xml.replace(" NumberOfTuples=\"1\"", ""));
        try (ImageSource source = open(PVTI)) {
            assertEquals(List.of(), source.fields());
            assertEquals(1, source.notes().size(), () -> "" + source.notes());
            assertTrue(source.notes().get(0).message().contains("FieldData 'TimeValue': left out"));
        }
    }

    @Test
    void theDirectionIsThatOfThePieces() throws IOException {
        String turned = "<ImageData Direction='0 1 0 -1 0 0 0 0 1'";
        write(xml -> xml.replace("<ImageData", turned));
        try (ImageSource source = open(PVTI)) {
            assertEquals(
                    Direction.of(0, 1, 0, -1, 0, 0, 0, 0, 1), source.geometry().direction());
            assertEquals(List.of(), source.notes());
        }
        Files.write(folder.resolve("low.vti"), piece(new Extent(-1, 4, 0, 3, 2, 4), xml -> xml));
        try (ImageSource source = open(PVTI)) {
            assertEquals(Direction.IDENTITY, source.geometry().direction());
            assertTrue(source.notes().get(0).message().contains("directions of the pieces differ"));
        }
    }

    @Test
    void arraysThatNothingDeclaresAreNamed() throws IOException {
        try (ImageSource source = open(PVTI.replaceAll("<PCellData>.*</PCellData>", ""))) {
            assertEquals(List.of(POINTS), source.arrays());
            assertEquals(1, source.notes().size(), source.notes().toString());
            assertTrue(source.notes().get(0).message().contains("image.pvti: CellData 'b': left out"));
        }
    }

    @Test
    void fieldsThatPiecesHaveButCannotBeReadAreNamedOnce() throws IOException {
        write(xml -> xml.replace(" NumberOfTuples=\"1\"", " NumberOfTuples='999999999999'"));
        try (ImageSource source = open(PVTI)) {
            assertEquals(List.of(), source.fields());
            assertEquals(1, source.unreadable().size(), () -> "" + source.unreadable());
            assertTrue(source.unreadable().get(0).message().contains("FieldData 'TimeValue'"));
        }
        String field =
                "<FieldData><DataArray type='Int8' Name='TimeValue' NumberOfTuples='1'>7</DataArray></FieldData>";
        try (ImageSource source = open(PVTI.replace("<PPointData", field + "<PPointData"))) {
            assertEquals("TimeValue", source.fields().get(0).name());
            assertEquals(List.of(), source.unreadable());
        }
    }

    @Test
    void linksThatLeadOutsideAreRefused(@TempDir Path elsewhere) throws IOException {
        Path outside = Files.move(folder.resolve("low.vti"), elsewhere.resolve("low.vti"));
        Files.createSymbolicLink(folder.resolve("low.vti"), outside);
        assertFails(UnsupportedFileException.class, PVTI, "'low.vti'", "in the folder of the .pvti file or below");
        Files.delete(folder.resolve("low.vti"));
        Files.move(outside, folder.resolve("pieces/other.vti"));
        Files.createSymbolicLink(folder.resolve("low.vti"), Path.of("pieces/other.vti"));
        try (ImageSource source = open(PVTI)) {
            VtiTesting.assertValues(builder, source, POINTS);
        }
    }

    @Test
    void missingPiecesAreNamed() throws IOException {
        Files.delete(folder.resolve("low.vti"));
        assertFails(CorruptFileException.class, PVTI, "image.pvti: Piece, line 6", "no file 'low.vti'");
        assertFails(CorruptFileException.class, PVTI.replace("Source=\"low.vti\"", ""), "no attribute Source");
    }

    @Test
    void filesElsewhereAreRefused() throws IOException {
        for (String source : List.of(
                "../low.vti", "pieces/../../low.vti", folder.resolve("low.vti").toString())) {
            assertFails(
                    UnsupportedFileException.class,
                    PVTI.replace("low.vti", source),
                    "image.pvti: Piece, line 6",
                    "'" + source + "'",
                    "in the folder of the .pvti file or below; --allow-outside allows others");
        }
        try (ImageSource source = open(PVTI.replace("low.vti", "./pieces/../low.vti"))) {
            VtiTesting.assertValues(builder, source, POINTS);
        }
    }

    @ParameterizedTest
    @EnumSource(InputReach.class)
    void addressesAreRefused(InputReach reach) throws IOException {
        for (String source : List.of("https://example.org/low.vti", "file:///low.vti", " ", "")) {
            Path file = Files.writeString(folder.resolve("image.pvti"), PVTI.replace("low.vti", source));
            UnsupportedFileException e =
                    assertThrows(UnsupportedFileException.class, () -> ImageSources.open(file, reach));
            assertTrue(e.getMessage().contains("image.pvti: Piece, line 6: found the piece '" + source + "'"));
        }
    }

    @Test
    void filesElsewhereAreReadIfThatIsAllowed(@TempDir Path elsewhere) throws IOException {
        Path outside = Files.move(folder.resolve("low.vti"), elsewhere.resolve("low.vti"));
        Path link = Files.createSymbolicLink(folder.resolve("link.vti"), outside);
        Path below = Files.createDirectories(folder.resolve("below"));
        Files.copy(outside, folder.resolve("beside.vti"));
        for (String source : List.of(outside.toString(), "../beside.vti", "../pieces/../beside.vti", "../link.vti")) {
            String pvti = PVTI.replace("low.vti", source).replace("pieces/high", "../pieces/high");
            Path file = Files.writeString(below.resolve("image.pvti"), pvti);
            assertThrows(UnsupportedFileException.class, () -> ImageSources.open(file), source);
            try (ImageSource read = ImageSources.open(file, InputReach.ANYWHERE)) {
                VtiTesting.assertValues(builder, read, POINTS);
                assertEquals(2, read.otherFiles().size());
            }
        }
        assertTrue(Files.isSymbolicLink(link));
        Path missing = Files.writeString(below.resolve("image.pvti"), PVTI.replace("low.vti", "../none.vti"));
        CorruptFileException e =
                assertThrows(CorruptFileException.class, () -> ImageSources.open(missing, InputReach.ANYWHERE));
        assertTrue(e.getMessage().contains("no file"), e.getMessage());
    }

    /** Only these are left out. */
    private void assertLeavesOut(String pvti, ArraySpec left, String... parts) throws IOException {
        try (ImageSource source = open(pvti)) {
            assertEquals(List.of(left), source.arrays());
            assertEquals(1, source.unreadable().size(), () -> "" + source.unreadable());
            for (String part : parts) {
                assertTrue(source.unreadable().get(0).message().contains(part), () -> "" + source.unreadable());
            }
            VtiTesting.assertValues(builder, source, left);
            assertTrue(source.activeArrays().stream()
                    .allMatch(active -> active.arrayName().equals(left.name())));
        }
    }

    @Test
    void anArrayThatAPieceLacksOrHasOtherwiseIsLeftOut() throws IOException {
        assertLeavesOut(PVTI.replace("Float32", "Float64"), CELLS, "1 x Float32", "1 x Float64, as declared");
        assertLeavesOut(PVTI.replace("Components=\"2\"", "Components=\"3\""), POINTS, "3 x Int16, as declared");
        assertLeavesOut(PVTI.replace("Name=\"a\"", "Name='c'"), CELLS, "no PointData 'c'", "high.vti");
        assertLeavesOut(PVTI.replace("\"Int16\"", "\"Int17\""), POINTS, "image.pvti: CellData 'b'", "'Int17'");
        Path low = folder.resolve("low.vti");
        Files.write(low, piece(new Extent(-1, 4, 0, 3, 2, 4), xml -> xml.replace("Int16", "half")));
        assertLeavesOut(PVTI, POINTS, "low.vti: CellData 'b'", "'half'");
        assertFails(CorruptFileException.class, PVTI.replace("Name=\"a\"", "Name='c'"), "no PointData 'c'");
    }

    @Test
    void piecesThatDoNotFitAreCorrupt() throws IOException {
        assertFails(CorruptFileException.class, PVTI.replace("3 2 4\"", "3 2 3\""), "no piece with -1..4 0..3 3..4");
        assertFails(
                CorruptFileException.class, PVTI.replace("-1 4 0 3 2 4\"", "-1 4 0 3 2 5\""), "'low.vti'", "all of");
        assertFails(CorruptFileException.class, PVTI.replaceAll("<Piece.*>", ""), "no piece with");
        Files.copy(folder.resolve("image.pvti"), folder.resolve("nested.vti"));
        assertFails(UnsupportedFileException.class, PVTI.replace("low", "nested"), "nested.vti", "'PImageData'");
    }

    @Test
    void aPieceThatShrinksMeanwhileIsNamed() throws IOException {
        try (ImageSource source = open(PVTI);
                SlabReader reader = source.open(POINTS)) {
            Files.write(folder.resolve("low.vti"), new byte[100]);
            FileSystemException e =
                    assertThrows(FileSystemException.class, () -> reader.read(1, ByteBuffer.allocate(10_000)));
            assertTrue(e.getMessage().endsWith("low.vti: has become shorter while it was read"), e.getMessage());
        }
    }

    @Test
    void manyPiecesInAnyOrderReadBack() throws IOException {
        StringBuilder pieces = new StringBuilder();
        for (int i = 59; i >= 0; i--) {
            int x = i % 5 - 1;
            int y = i / 5 % 3;
            int z = (i / 15 * 7 % 4) + 2;
            Extent extent = new Extent(x, x + 1, y, y + 1, z, z == 5 ? 7 : z + 1);
            Files.write(folder.resolve(i + ".vti"), piece(extent, xml -> xml));
            pieces.append("<Piece Extent='" + numbers(extent) + "' Source='" + i + ".vti'/>");
        }
        String all = PVTI.replaceAll("<Piece.*>", "").replace("</PImageData>", pieces + "</PImageData>");
        try (ImageSource source = open(all)) {
            assertArrayEquals(
                    builder.expected(CELLS, ByteOrder.BIG_ENDIAN),
                    VtiTesting.read(source, CELLS, 2, ByteOrder.BIG_ENDIAN));
            VtiTesting.assertValues(builder, source, POINTS);
        }
    }
}
