package io.vtkhdf.convert;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.read.SeriesFiles;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesOfFilesTest {

    @TempDir
    private Path folder;

    private Path image(String timeValue) throws IOException {
        String field = timeValue.isEmpty() ? "" : "<FieldData>" + timeValue + "</FieldData>";
        return Files.writeString(
                folder.resolve("one.vti"),
                "<VTKFile type=\"ImageData\" version=\"0.1\"><ImageData WholeExtent=\"0 1 0 1 0 0\" Origin=\"0 0 0\""
                        + " Spacing=\"1 1 1\">" + field + "<Piece Extent=\"0 1 0 1 0 0\"><PointData>"
                        + "<DataArray type=\"UInt8\" Name=\"n\" format=\"ascii\">1 2 3 4</DataArray>"
                        + "</PointData></Piece></ImageData></VTKFile>");
    }

    private static String array(String type, String name, int tuples, String values) {
        return "<DataArray type=\"" + type + "\" Name=\"" + name + "\" NumberOfTuples=\"" + tuples
                + "\" format=\"ascii\">" + values + "</DataArray>";
    }

    @ParameterizedTest
    @CsvSource({
        "Float64, TimeValue, 1, 2.5, 2.5",
        "Int32, TimeValue, 1, -3, -3",
        "Float64, TimeValue, 2, 2.5 3.5, 0",
        "Float64, Time, 1, 2.5, 0",
        "Float64, TimeValue, 1, nan, 0",
        "Float64, TimeValue, 1, inf, 0",
    })
    void aSingleImageIsOneStep(String type, String name, int tuples, String values, double time) throws IOException {
        Path file = image(array(type, name, tuples, values));
        try (ImageSeries series = ImageSources.openSeries(file)) {
            assertArrayEquals(new double[] {time}, series.times());
            assertThrows(IllegalArgumentException.class, () -> series.open(1));
            for (int i = 0; i < 2; i++) {
                try (ImageSource source = series.open(0)) {
                    assertEquals(ImageGeometry.of(2, 2, 1), source.geometry());
                    assertEquals(0, series.sameAs(source.arrays().get(0), 0));
                    source.requireUnchanged();
                }
            }
            assertEquals(List.of(), series.otherFiles());
            series.requireUnchanged();
        }
    }

    @Test
    void anImageWithoutATimeIsAtZero() throws IOException {
        try (ImageSeries series = ImageSources.openSeries(image(""))) {
            assertArrayEquals(new double[] {0}, series.times());
        }
    }

    @Test
    void aVtkhdfFileHasItsSteps() throws IOException {
        try (ImageSeries series = ImageSources.openSeries(SeriesFiles.path("slabs"), InputReach.FOLDER)) {
            assertArrayEquals(new double[] {-1, -0.5, 0, 0.5}, series.times());
            try (ImageSource first = ImageSources.open(SeriesFiles.path("slabs"));
                    ImageSource opened = series.open(0)) {
                assertEquals(first.arrays(), opened.arrays());
            }
        }
        try (ImageSeries series = ImageSources.openSeries(SeriesFiles.path("single-missing"))) {
            assertArrayEquals(new double[] {0.75}, series.times());
        }
    }

    @Test
    void whatIsBrokenIsNotOpened() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.vti"), "<VTKFile type=\"ImageData\">");
        assertThrows(CorruptFileException.class, () -> ImageSources.openSeries(file));
        assertThrows(CorruptFileException.class, () -> ImageSources.openSeries(SeriesFiles.path("refused-longer")));
    }
}
