package io.vtkhdf.vti.write;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.source.ImageSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The XML of an image: its arrays in their order, the fields first, then those of the points and those of the cells,
 * and what stands around them.
 */
final class VtiMarkup {

    /** What every file begins with. */
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<VTKFile type=\"ImageData\"";

    private final ImageSource image;
    private final List<ArraySpec> arrays = new ArrayList<>();
    private final List<VtiEntry> entries = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    VtiMarkup(ImageSource image, VtiForm form) {
        this.image = image;
        open(form);
        for (FieldArray field : image.fields()) {
            entries.add(VtiEntry.of(taken(), field));
        }
        text.append(image.fields().isEmpty() ? "" : "    </FieldData>\n");
        String extent = attribute("Extent", numbers(image.geometry().extent().toArray()));
        text.append("    <Piece").append(extent).append(">\n");
        addArrays(Association.POINT);
        addArrays(Association.CELL);
        text.append("    </Piece>\n  </ImageData>\n");
    }

    private void open(VtiForm form) {
        ImageGeometry geometry = image.geometry();
        text.append(HEAD)
                .append(" version=\"1.0\" byte_order=\"LittleEndian\"")
                .append(" header_type=\"UInt64\"")
                .append(compressor(form))
                .append(">\n  <ImageData")
                .append(attribute("WholeExtent", numbers(geometry.extent().toArray())))
                .append(attribute("Origin", numbers(geometry.origin().toArray())))
                .append(attribute("Spacing", numbers(geometry.spacing().toArray())))
                .append(attribute("Direction", numbers(geometry.direction().toArray())))
                .append(">\n")
                .append(image.fields().isEmpty() ? "" : "    <FieldData>\n");
    }

    private static String compressor(VtiForm form) {
        return switch (form.encoding()) {
            case ZLIB -> attribute("compressor", "vtkZLibDataCompressor");
            case LZ4 -> attribute("compressor", "vtkLZ4DataCompressor");
            case RAW, ASCII -> "";
        };
    }

    private void addArrays(Association association) {
        text.append("      <").append(association.groupName());
        for (ActiveArray active : image.activeArrays()) {
            if (active.association() == association) {
                text.append(attribute(active.role().vtkName(), active.arrayName()));
            }
        }
        text.append(">\n");
        for (ArraySpec array : image.arrays()) {
            if (array.association() == association) {
                entries.add(VtiEntry.of(
                        taken(), array, image.geometry().dimensions(association).count()));
                arrays.add(array);
            }
        }
        text.append("      </").append(association.groupName()).append(">\n");
    }

    /** The text since the last array. */
    private String taken() {
        String before = text.toString();
        text.setLength(0);
        return before;
    }

    /** All arrays, the fields first. */
    List<VtiEntry> entries() {
        return entries;
    }

    /** The point and the cell arrays, in their order in the file. */
    List<ArraySpec> arrays() {
        return arrays;
    }

    /** What follows the last array, up to the end of the image. */
    String end() {
        return text.toString();
    }

    private static String numbers(int... values) {
        return Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    }

    private static String numbers(double... values) {
        return Arrays.stream(values).mapToObj(VtiDecimalEncoder::spell).collect(Collectors.joining(" "));
    }

    static String attribute(String name, Object value) {
        return " " + name + "=\"" + VtiNames.escaped(value.toString()) + "\"";
    }
}
