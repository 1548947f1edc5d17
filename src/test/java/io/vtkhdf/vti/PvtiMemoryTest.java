package io.vtkhdf.vti;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.vti.block.VtiCompression;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of many pieces that cross each slab, those that find no room in memory are read again from where they were left. */
@Tag("once")
class PvtiMemoryTest {

    private static final int COLUMNS = 3;
    private static final Extent WHOLE = new Extent(0, 3 * COLUMNS, 0, 3 * COLUMNS, 0, 5);
    private static final List<ArraySpec> ARRAYS = List.of(
            ArraySpec.point("a", ScalarType.FLOAT64),
            ArraySpec.point("b", ScalarType.UINT8).withComponents(3),
            ArraySpec.cell("c", ScalarType.INT16));

    @TempDir
    Path folder;

    static List<Arguments> files() {
        List<Arguments> files = new ArrayList<>();
        for (VtiBuilder.Encoding encoding : VtiBuilder.Encoding.values()) {
            for (VtiCompression compression : VtiCompression.values()) {
                for (int block : new int[] {8, 200, (1 << 20) + 8}) {
                    for (long memory : new long[] {0, 200_000}) {
                        files.add(Arguments.of(encoding, compression, block, memory));
                    }
                }
            }
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("files")
    void columnsReadBack(VtiBuilder.Encoding encoding, VtiCompression compression, int block, long memory)
            throws IOException {
        VtiBuilder builder = builder(WHOLE, encoding, compression, block);
        StringBuilder pieces = new StringBuilder();
        for (int i = 0; i < COLUMNS * COLUMNS; i++) {
            int x = i % COLUMNS * 3;
            int y = i / COLUMNS * 3;
            Extent extent = new Extent(x, x + 3, y, y + 3, 0, 5);
            Files.write(
                    folder.resolve(i + ".vti"),
                    builder(WHOLE, encoding, compression, block)
                            .pieces(extent)
                            .xml(xml -> xml.replaceFirst("WholeExtent=\"[^\"]*\"", extent("WholeExtent", extent)))
                            .build());
            pieces.append("<Piece " + extent("Extent", extent) + " Source='" + i + ".vti'/>");
        }
        Path file = Files.writeString(
                folder.resolve("image.pvti"),
                "<VTKFile type='PImageData'><PImageData " + extent("WholeExtent", WHOLE) + " Origin='0.5 -1 2e-3'"
                        + " Spacing='.1 .2 .3'><PPointData><PDataArray type='Float64' Name='a'/>"
                        + "<PDataArray type='UInt8' Name='b' NumberOfComponents='3'/></PPointData>"
                        + "<PCellData><PDataArray type='Int16' Name='c'/></PCellData>" + pieces
                        + "</PImageData></VTKFile>");
        try (ImageSource source = PvtiSource.open(file, new VtiResources(new VtiMemory(memory)), InputReach.FOLDER)) {
            for (ArraySpec array : ARRAYS) {
                VtiTesting.assertValues(builder, source, array);
            }
        }
    }

    private static VtiBuilder builder(
            Extent whole, VtiBuilder.Encoding encoding, VtiCompression compression, int block) {
        VtiBuilder builder = new VtiBuilder(whole)
                .encoding(encoding)
                .compression(compression, block)
                .payloadText(PvtiMemoryTest::interrupted);
        ARRAYS.forEach(builder.bits("b")::array);
        return builder;
    }

    /** With comments, where there is room for them. */
    private static String interrupted(String text) {
        return text.length() < 300
                ? text
                : text.substring(0, 100) + "<!-- -->" + text.substring(100, 200) + "<!-- x -->" + text.substring(200);
    }

    private static String extent(String attribute, Extent extent) {
        return attribute + "='" + extent.toString().replace("..", " ") + "'";
    }
}
