package io.vtkhdf.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.cli.CliRun;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code convert} makes of an image is what VTK and numpy make of it. */
@Tag("once")
class ShapedFilesTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("io.vtkhdf.shape.ShapedCase#all")
    void fromXmlToVtkhdf(ShapedCase shaped) throws IOException {
        Path output = directory.resolve("out.vtkhdf");
        convert(shaped.source(), output, shaped.options());
        requireSame(shaped, output);
    }

    /** Whose regions are read without the rest. */
    @ParameterizedTest
    @MethodSource("io.vtkhdf.shape.ShapedCase#all")
    void fromBricksOfVtkhdfToXml(ShapedCase shaped) throws IOException {
        Path input = directory.resolve("in.vtkhdf");
        Path output = directory.resolve("out.vti");
        convert(shaped.source(), input, List.of("--chunk=3,2,4", "--compress=fast", "--keep-extent"));
        convert(
                input,
                output,
                shaped.options().stream()
                        .filter(option -> !option.equals("--keep-extent"))
                        .toList());
        requireSame(shaped, output);
    }

    private static void convert(Path input, Path output, List<String> options) {
        List<Object> args = new ArrayList<>(List.of("convert", input, output));
        args.addAll(options);
        CliRun run = CliRun.of(args.toArray());
        assertEquals(0, run.exitCode(), run.err());
    }

    private static void requireSame(ShapedCase shaped, Path output) throws IOException {
        try (ImageSource found = ImageSources.open(output)) {
            ImageGeometry geometry = found.geometry();
            int[] expected = shaped.dimensions();
            assertEquals(new Dimensions(expected[0], expected[1], expected[2]), geometry.dimensions());
            Extent extent = geometry.extent();
            assertArrayEquals(
                    shaped.first(),
                    geometry.positionOf(extent.xMin(), extent.yMin(), extent.zMin())
                            .toArray(),
                    1e-12);
            assertArrayEquals(shaped.spacing(), geometry.spacing().toArray(), 1e-12);
            assertEquals(
                    shaped.options().contains("--keep-extent")
                            || output.toString().endsWith(".vti") && isRegion(shaped),
                    !extent.startsAtZero());
            assertEquals(shaped.arrays().keySet(), Set.copyOf(found.arrays()));
            for (Map.Entry<ArraySpec, ByteBuffer> array : shaped.arrays().entrySet()) {
                requireSame(array.getKey(), array.getValue(), values(found, array.getKey()), shaped.areMeans());
            }
        }
    }

    /** Every n-th point has an extent of its own. */
    private static boolean isRegion(ShapedCase shaped) {
        return !shaped.options().contains("--every");
    }

    private static ByteBuffer values(ImageSource image, ArraySpec array) throws IOException {
        Dimensions size = image.geometry().dimensions(array.association());
        ByteBuffer values =
                ByteBuffer.allocate((int) size.count() * array.tupleSize()).order(ByteOrder.LITTLE_ENDIAN);
        try (SlabReader reader = image.open(array)) {
            reader.read(size.z(), values);
        }
        return values.flip();
    }

    /** @param areMeans of which the last digit is that of the order in which they are added */
    private static void requireSame(ArraySpec array, ByteBuffer expected, ByteBuffer found, boolean areMeans) {
        if (areMeans && array.type().isFloating()) {
            double ulps = array.type() == ScalarType.FLOAT32 ? 2 * Math.ulp(1f) : 16 * Math.ulp(1.0);
            Object one = array.type().toArray(expected);
            Object other = array.type().toArray(found);
            assertEquals(expected.remaining(), found.remaining());
            for (int i = 0; i < expected.remaining() / array.type().size(); i++) {
                double value = array.type().doubleAt(one, i);
                // Of numbers up to 200 that may add up to nearly nothing.
                assertEquals(value, array.type().doubleAt(other, i), ulps * Math.max(Math.abs(value), 200));
            }
            return;
        }
        assertTrue(expected.equals(found), () -> array + " differs at byte " + expected.mismatch(found));
    }
}
