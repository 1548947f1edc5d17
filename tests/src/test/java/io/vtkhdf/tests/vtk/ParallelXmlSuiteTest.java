package io.vtkhdf.tests.vtk;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.tests.RandomImage;
import io.vtkhdf.tests.Seeds;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vtk.vtkFieldData;
import vtk.vtkImageData;
import vtk.vtkStringArray;

/** .pvti files whose pieces VTK writes, against what VTK's own reader says of them. */
class ParallelXmlSuiteTest extends VtkSuite {

    static LongStream seeds() {
        return Seeds.of(40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsPiecesAsVtkDoes(long seed) {
        RandomImage image = RandomImage.of(seed, RandomImage.Profile.values()[0]);
        Seeds.run(image, () -> judge(image, new Random(seed)));
    }

    /** The pieces overlap, and have different values where they do. */
    private void judge(RandomImage random, Random choice) throws IOException {
        List<XmlMode> modes = XmlMode.all().toList();
        XmlMode mode = modes.get(choice.nextInt(modes.size()));
        vtkImageData image = VtkImages.image(random, mode);
        // VTK 9.1 puts bits together wrongly.
        image.GetPointData().RemoveArray("odd bits");
        image.GetCellData().RemoveArray("odd bits");
        dropStrings(image.GetFieldData());
        int[] whole = image.GetExtent();
        List<int[]> boxes = boxes(whole, choice);
        for (int i = 0; i < boxes.size(); i++) {
            vtkImageData piece = new vtkImageData();
            piece.DeepCopy(image);
            disturb(piece, i);
            VtkImages.write(piece, boxes.get(i), mode, scratch.resolve("piece " + i + ".vti"));
        }
        // A byte a character: the names in it are copied as they are.
        Charset bytes = StandardCharsets.ISO_8859_1;
        String first = Files.readString(scratch.resolve("piece 0.vti"), bytes);
        Path file = Files.writeString(scratch.resolve("image.pvti"), pvti(whole, boxes, first), bytes);
        vtkImageData expected = VtkFiles.readParallelXml(file);
        ImageGeometry read = VtkFiles.geometry(expected);
        try (ImageSource source = ImageSources.open(file)) {
            ImageGeometry geometry = new ImageGeometry(
                    read.extent(),
                    read.origin(),
                    read.spacing(),
                    source.geometry().direction());
            new SourceJudge(expected, UnaryOperator.identity()).judge(geometry, source);
        }
    }

    /** VTK 9.1 does not take them from pieces. */
    private static void dropStrings(vtkFieldData fields) {
        for (int i = fields.GetNumberOfArrays() - 1; i >= 0; i--) {
            if (fields.GetAbstractArray(i) instanceof vtkStringArray) {
                fields.RemoveArray(i);
            }
        }
    }

    private static void disturb(vtkImageData piece, int i) {
        var ids = piece.GetPointData().GetArray("odd ids");
        var cells = piece.GetCellData().GetArray("odd ids");
        for (var array : List.of(ids, cells)) {
            for (long t = 0; t < array.GetNumberOfTuples(); t++) {
                array.SetComponent(t, 0, array.GetComponent(t, 0) + 1000 * i);
            }
        }
    }

    /** Boxes that cover the image: a grid, of which some grow into their neighbours. */
    private static List<int[]> boxes(int[] whole, Random choice) {
        List<int[]> boxes = new ArrayList<>(List.of(whole.clone()));
        for (int axis = 0; axis < 3; axis++) {
            int min = 2 * axis;
            int max = min + 1;
            if (whole[max] - whole[min] < 2 || choice.nextInt(4) == 0) {
                continue;
            }
            int at = whole[min] + 1 + choice.nextInt(whole[max] - whole[min] - 1);
            List<int[]> cut = new ArrayList<>();
            for (int[] box : boxes) {
                int[] low = box.clone();
                int[] high = box.clone();
                low[max] = Math.min(at + choice.nextInt(2), whole[max]);
                high[min] = Math.max(at - choice.nextInt(2), whole[min]);
                cut.add(low);
                cut.add(high);
            }
            boxes = cut;
        }
        Collections.shuffle(boxes, choice);
        return boxes;
    }

    private static String pvti(int[] whole, List<int[]> boxes, String piece) {
        StringBuilder text = new StringBuilder("<VTKFile type='PImageData' version='1.0'>\n<PImageData WholeExtent='");
        text.append(numbers(whole)).append("' GhostLevel='1' Origin='1 2 3' Spacing='.5 .25 2'>\n");
        for (String group : List.of("PointData", "CellData")) {
            Matcher found = Pattern.compile("(?s)<" + group + "([^>]*)>(.*?)</" + group + ">")
                    .matcher(piece);
            if (found.find()) {
                text.append("<P" + group + found.group(1) + ">\n");
                Pattern.compile("<DataArray([^>]*?)/?>")
                        .matcher(found.group(2))
                        .results()
                        .forEach(array -> text.append("<PDataArray"
                                + array.group(1).replaceAll("(format|offset|Range...)=\"[^\"]*\"", "") + "/>\n"));
                text.append("</P" + group + ">\n");
            }
        }
        IntStream.range(0, boxes.size())
                .forEach(i ->
                        text.append("<Piece Extent='" + numbers(boxes.get(i)) + "' Source='piece " + i + ".vti'/>\n"));
        return text + "</PImageData>\n</VTKFile>\n";
    }

    private static String numbers(int[] extent) {
        return new Extent(extent[0], extent[1], extent[2], extent[3], extent[4], extent[5])
                .toString()
                .replace("..", " ");
    }
}
