package io.vtkhdf.tests;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** What is in the files of a folder: {@code manifest.json}, in the form of {@code make_foreign.py}. */
final class MatrixManifest implements Closeable {

    private final Path folder;
    private final JsonGenerator json;
    private String family = "";
    private int files;
    private int values;

    MatrixManifest(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.json = new JsonFactory()
                .createGenerator(folder.resolve("manifest.json").toFile(), JsonEncoding.UTF8);
        json.writeStartArray();
    }

    /** What the next files have in common. */
    void family(String name) {
        family = name;
    }

    Path nextFile() {
        return folder.resolve(files++ + ".vtkhdf");
    }

    /** A file of the folder that is none of those. */
    Path scratch() {
        return folder.resolve("scratch.vtkhdf");
    }

    void add(String title, Path file, ImageGeometry geometry, List<RandomArray> arrays, List<FieldArray> fields)
            throws IOException {
        head(title, file, geometry);
        content(arrays, fields);
        json.writeEndObject();
    }

    void addSeries(String title, Path file, ImageGeometry geometry, List<MatrixSeries.Step> steps) throws IOException {
        head(title, file, geometry);
        numbers("times", steps.stream().mapToDouble(MatrixSeries.Step::time).toArray());
        json.writeArrayFieldStart("steps");
        for (MatrixSeries.Step step : steps) {
            json.writeStartObject();
            content(step.arrays(), step.fields());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void head(String title, Path file, ImageGeometry geometry) throws IOException {
        json.writeStartObject();
        json.writeStringField("family", family);
        json.writeStringField("title", title);
        json.writeStringField("file", file.toString());
        json.writeStringField("expect", "same");
        Extent e = geometry.extent();
        json.writeFieldName("extent");
        json.writeArray(new int[] {e.xMin(), e.xMax(), e.yMin(), e.yMax(), e.zMin(), e.zMax()}, 0, 6);
        numbers("origin", geometry.origin().toArray());
        numbers("spacing", geometry.spacing().toArray());
        numbers("direction", geometry.direction().toArray());
    }

    private void content(List<RandomArray> arrays, List<FieldArray> fields) throws IOException {
        json.writeArrayFieldStart("arrays");
        for (RandomArray array : arrays) {
            array(array);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("fields");
        for (FieldArray field : fields) {
            field(field);
        }
        json.writeEndArray();
    }

    private void numbers(String name, double[] numbers) throws IOException {
        json.writeFieldName(name);
        json.writeArray(numbers, 0, numbers.length);
    }

    private void array(RandomArray array) throws IOException {
        Path bin = folder.resolve(values++ + ".bin");
        Files.write(bin, array.bytes());
        json.writeStartObject();
        json.writeStringField("association", array.spec().association().name());
        json.writeStringField("name", array.storedName());
        json.writeStringField("type", array.spec().type().vtkName());
        Dimensions d = array.dimensions();
        json.writeFieldName("dimensions");
        json.writeArray(new int[] {d.x(), d.y(), d.z()}, 0, 3);
        json.writeNumberField("components", array.spec().components());
        json.writeStringField("bin", bin.toString());
        json.writeEndObject();
    }

    private void field(FieldArray field) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", RandomArray.storedName(field.name()));
        if (field.isStrings()) {
            json.writeArrayFieldStart("strings");
            for (String string : field.asStrings().values()) {
                json.writeString(string);
            }
            json.writeEndArray();
        } else {
            json.writeStringField("type", field.asNumbers().type().vtkName());
            json.writeNumberField("components", field.components());
            json.writeStringField(
                    "hex", HexFormat.of().formatHex(Bits.of(field.asNumbers().values())));
        }
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.close();
    }
}
