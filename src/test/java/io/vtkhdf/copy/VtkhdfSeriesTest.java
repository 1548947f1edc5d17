package io.vtkhdf.copy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.read.SeriesFiles;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VtkhdfSeriesTest {

    private static ImageSeries series(String name) throws IOException {
        return new VtkhdfSeries(SeriesFiles.path(name), SeriesFiles.open(name));
    }

    /** The values of an array at a step, as the series offers them. */
    private static ByteBuffer values(ImageSource source, ArraySpec spec) throws IOException {
        int slices = source.geometry().dimensions(spec.association()).z();
        ByteBuffer bytes = ByteBuffer.allocate(CheckedReading.sliceSize(source, spec) * slices);
        try (SlabReader slabs = source.open(spec)) {
            for (int slice = 0; slice < slices; slice++) {
                slabs.read(1, bytes);
            }
        }
        return bytes.flip();
    }

    @Test
    void severalStepsMayBeOpenAtOnceAndCloseNothingElse() throws IOException {
        try (ImageSeries series = series("slabs");
                ImageSource last = series.open(3)) {
            assertArrayEquals(new double[] {-1, -0.5, 0, 0.5}, series.times());
            for (int step = 0; step < 4; step++) {
                ImageSource source = series.open(step);
                for (SeriesFiles.Known known : SeriesFiles.arrays()) {
                    if (known.file().equals("slabs")) {
                        ArraySpec spec =
                                new ArraySpec(known.association(), known.name(), known.type(), known.components());
                        ByteBuffer values = values(source, spec);
                        assertEquals(known.value(step, 0, 0, 0, 0), first(known.type(), values), known.name());
                    }
                }
                source.close();
                source.close();
            }
            assertEquals(
                    3 * 503,
                    values(last, ArraySpec.point("own", ScalarType.FLOAT32)).getFloat(0));
            series.requireUnchanged();
        }
    }

    private static double first(ScalarType type, ByteBuffer values) {
        return type.doubleAt(type.toArray(values), 0);
    }

    @Test
    void whatIsStoredOnceIsToldByItsFirstStep() throws IOException {
        try (ImageSeries series = series("slabs")) {
            assertEquals(List.of(0, 0, 2, 0), sameAs(series, ArraySpec.point("again", ScalarType.FLOAT32)));
            assertEquals(List.of(0, 0, 0, 0), sameAs(series, ArraySpec.point("constant", ScalarType.FLOAT32)));
            assertEquals(List.of(0, 1, 2, 3), sameAs(series, ArraySpec.point("own", ScalarType.FLOAT32)));
            assertEquals(List.of(0, 0, 2, 3), sameAs(series, ArraySpec.cell("cells", ScalarType.INT16)));
            assertEquals(List.of(0, 1, 2, 3), sameAs(series, ArraySpec.cell("nothing", ScalarType.INT16)));
        }
    }

    private static List<Integer> sameAs(ImageSeries series, ArraySpec array) {
        return IntStream.range(0, series.times().length)
                .mapToObj(step -> series.sameAs(array, step))
                .toList();
    }

    @Test
    void whatCannotBeReadAtAStepIsLeftOutOfThatStep() throws IOException {
        try (ImageSeries series = series("flaws");
                ImageSource first = series.open(0);
                ImageSource second = series.open(1)) {
            assertEquals(4, first.arrays().size());
            assertEquals(2, second.arrays().size());
            List<String> more = second.unreadable().stream()
                    .map(UnreadableArray::name)
                    .filter(name -> first.unreadable().stream()
                            .noneMatch(array -> array.name().equals(name)))
                    .toList();
            assertEquals(List.of("far beyond", "once beyond"), more);
        }
    }

    @Test
    void aStepThatIsNotThere() throws IOException {
        try (ImageSeries series = series("slabs")) {
            assertThrows(IllegalArgumentException.class, () -> series.open(4));
            assertThrows(IllegalArgumentException.class, () -> series.open(-1));
        }
    }

    @Test
    void aFileThatWasChangedIsToldOfBySeriesAndSteps(@TempDir Path directory) throws IOException {
        Path file = Files.copy(SeriesFiles.path("slabs"), directory.resolve("series.vtkhdf"));
        try (ImageSeries series = new VtkhdfSeries(file, ImageDataReader.open(file));
                ImageSource source = series.open(2)) {
            Files.write(file, new byte[1], StandardOpenOption.APPEND);
            assertThrows(FileSystemException.class, series::requireUnchanged);
            assertThrows(FileSystemException.class, source::requireUnchanged);
        }
    }
}
