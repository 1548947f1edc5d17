package io.vtkhdf.vti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VtiPiecesTest {

    private static final Extent WHOLE = new Extent(-2, 3, 1, 5, 10, 14);

    @TempDir
    Path folder;

    private static VtiBuilder builder(Extent... pieces) {
        return new VtiBuilder(WHOLE)
                .pieces(pieces)
                .array(ArraySpec.point("a", ScalarType.FLOAT32).withComponents(3))
                .array(ArraySpec.cell("b", ScalarType.INT16));
    }

    @Test
    void piecesInAnyOrderMakeOneImage() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 12; round++) {
            List<Extent> pieces = new ArrayList<>();
            split(WHOLE, random, pieces);
            Collections.shuffle(pieces, random);
            for (VtiBuilder.Encoding encoding : VtiBuilder.Encoding.values()) {
                VtiTesting.assertValues(
                        folder, builder(pieces.toArray(new Extent[0])).encoding(encoding));
                VtiTesting.assertValues(
                        folder,
                        builder(pieces.toArray(new Extent[0]))
                                .encoding(encoding)
                                .zlib(20));
            }
        }
    }

    @Test
    void anArrayThatIsLeftOutIsNamedOnce() throws IOException {
        VtiBuilder builder = builder(new Extent(-2, 3, 1, 5, 10, 12), new Extent(-2, 3, 1, 5, 12, 14));
        byte[] file = builder.xml(text -> text.replace("Int16", "String")).build();
        try (ImageSource source = VtiTesting.open(folder, file)) {
            assertEquals(
                    List.of(folder.resolve("test.vti")
                            + ": CellData 'b': found an array of type String, expected strings in field data only"),
                    source.unreadable().stream().map(UnreadableArray::message).toList());
            VtiTesting.assertValues(builder, source, source.arrays().get(0));
        }
    }

    /** Cuts a box at random; neighbours share the points between them. */
    private static void split(Extent box, Random random, List<Extent> pieces) {
        int axis = random.nextInt(3);
        int[] low = box.toArray();
        int cells = low[2 * axis + 1] - low[2 * axis];
        if (cells < 2 || random.nextInt(4) == 0) {
            pieces.add(box);
            return;
        }
        int[] high = low.clone();
        low[2 * axis + 1] = high[2 * axis] = low[2 * axis] + 1 + random.nextInt(cells - 1);
        split(extent(low), random, pieces);
        split(extent(high), random, pieces);
    }

    private static Extent extent(int[] e) {
        return new Extent(e[0], e[1], e[2], e[3], e[4], e[5]);
    }

    @Test
    void piecesMayOverlap() throws IOException {
        VtiTesting.assertValues(
                folder, builder(WHOLE, new Extent(-1, 2, 2, 4, 11, 13), new Extent(-2, 3, 1, 5, 12, 14)));
    }

    @Test
    void emptyPiecesAreAllowed() throws IOException {
        VtiTesting.assertValues(
                folder,
                builder(WHOLE).xml(xml -> xml.replaceFirst("<Piece", "<Piece Extent='0 -1 0 -1 0 -1'/><Piece")));
    }

    @Test
    void flatImagesMayBeCutToo() throws IOException {
        VtiTesting.assertValues(
                folder,
                new VtiBuilder(new Extent(0, 4, 2, 2, 0, 4))
                        .pieces(new Extent(2, 4, 2, 2, 0, 4), new Extent(0, 2, 2, 2, 0, 4))
                        .array(ArraySpec.cell("b", ScalarType.INT16)));
    }

    @Test
    void uncoveredPointsAreAnError() {
        assertFails("no piece with the PointData", builder(new Extent(-2, 3, 1, 5, 10, 13)));
        assertFails(
                "no piece with the PointData of 3..3 5..5 14..14",
                builder(
                        new Extent(-2, 2, 1, 5, 10, 14),
                        new Extent(-2, 3, 1, 4, 10, 14),
                        new Extent(-2, 3, 1, 5, 10, 13)));
        assertFails("no piece", builder(WHOLE).xml(xml -> xml.replaceAll("(?s)<Piece.*</Piece>", "")));
    }

    @Test
    void uncoveredCellsAreAnError() {
        assertFails(
                "no piece with the CellData of -2..2 1..4 12..12",
                builder(new Extent(-2, 3, 1, 5, 10, 12), new Extent(-2, 3, 1, 5, 13, 14)));
    }

    @Test
    void piecesBeyondTheImageAreAnError() {
        assertFails("a part of the WholeExtent", builder(WHOLE, new Extent(-2, 4, 1, 5, 10, 14)));
    }

    @Test
    void arraysThatPiecesLackOrHaveOtherwiseAreLeftOut() throws IOException {
        VtiBuilder cut = builder(new Extent(-2, 3, 1, 5, 12, 14), new Extent(-2, 3, 1, 5, 10, 12));
        assertLeftOut("no array 'a' of type Float32", cut.xml(xml -> second(xml, "Name=\"a\"", "Name=\"c\"")));
        assertLeftOut("an array of type String", cut.xml(xml -> second(xml, "Float32", "String")));
        assertLeftOut("pieces that differ", cut.xml(xml -> second(xml, "Float32", "Float64")));
        assertFails("no attribute Extent", cut.xml(xml -> second(xml, "Extent=\"", "extent=\"")));
    }

    private void assertLeftOut(String message, VtiBuilder builder) throws IOException {
        try (ImageSource source = VtiTesting.open(folder, builder.build())) {
            assertEquals(
                    List.of("b"), source.arrays().stream().map(ArraySpec::name).toList());
            assertEquals(1, source.unreadable().size(), source.unreadable().toString());
            assertTrue(
                    source.unreadable().get(0).message().contains(message),
                    source.unreadable().toString());
            VtiTesting.assertValues(builder, source, source.arrays().get(0));
        }
    }

    /** VTK 9.7.2 takes the first of a name, and warns. */
    @Test
    void ofSeveralArraysOfANameTheFirstIsTaken() throws IOException {
        for (VtiBuilder.Encoding encoding : VtiBuilder.Encoding.values()) {
            VtiBuilder twice = new VtiBuilder(WHOLE)
                    .encoding(encoding)
                    .pieces(new Extent(-2, 3, 1, 5, 12, 14), new Extent(-2, 3, 1, 5, 10, 12))
                    .array(ArraySpec.point("a", ScalarType.INT16))
                    .array(ArraySpec.point("later", ScalarType.FLOAT64))
                    .array(ArraySpec.point("c", ScalarType.UINT8))
                    .array(ArraySpec.cell("a", ScalarType.INT8))
                    .xml(xml -> xml.replace("Name=\"later\"", "Name=\"a\""));
            try (ImageSource source = VtiTesting.open(folder, twice.build())) {
                List<ArraySpec> expected = List.of(
                        ArraySpec.point("a", ScalarType.INT16),
                        ArraySpec.point("c", ScalarType.UINT8),
                        ArraySpec.cell("a", ScalarType.INT8));
                assertEquals(expected, source.arrays());
                assertEquals(1, source.notes().size(), source.notes().toString());
                assertTrue(source.notes().get(0).message().contains("PointData 'a': only the first of several"));
                for (ArraySpec array : expected) {
                    VtiTesting.assertValues(twice, source, array);
                }
            }
        }
    }

    private static String second(String text, String from, String to) {
        int first = text.indexOf(from);
        int index = text.indexOf(from, first + 1);
        return text.substring(0, index) + to + text.substring(index + from.length());
    }

    private void assertFails(String message, VtiBuilder builder) {
        CorruptFileException e =
                assertThrows(CorruptFileException.class, () -> VtiTesting.open(folder, builder.build()));
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }
}
