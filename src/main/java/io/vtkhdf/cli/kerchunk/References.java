package io.vtkhdf.cli.kerchunk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vtkhdf.cli.text.Json;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.format.ImageArray;
import io.vtkhdf.format.ImageContents;
import io.vtkhdf.format.ImageHeader;
import io.vtkhdf.format.Steps;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.read.StoredFile;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.UnreadableArray;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Prints a file as kerchunk's references of version 1: the keys of a zarr store of version 2, and of each what stands
 * there, or where in which file.
 *
 * <pre>
 * {"version": 1,
 *  "refs": {
 *    ".zgroup": TEXT,
 *    "VTKHDF/.zgroup": TEXT, "VTKHDF/.zattrs": TEXT,
 *    "VTKHDF/PointData/.zgroup": TEXT,
 *    "VTKHDF/PointData/NAME/.zarray": TEXT, "VTKHDF/PointData/NAME/.zattrs": TEXT,
 *    "VTKHDF/PointData/NAME/0.0.0": [URL, OFFSET, LENGTH],
 *    …}}
 * </pre>
 *
 * <p>A TEXT is JSON as a string. Cell and field arrays likewise, and the tables of the steps of a series, which say
 * what is where along the arrays' first axis. Nothing is held but the table of one array's chunks.
 *
 * @see <a href="https://fsspec.github.io/kerchunk/spec.html">The references' form</a>
 */
final class References {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;
    private final String url;
    private final StoredFile file;
    private final Consumer<FileContentException> leftOut;

    /**
     * @param file what stands in others is left out
     * @param leftOut is told why a dataset is
     */
    References(JsonGenerator json, String url, StoredFile file, Consumer<FileContentException> leftOut) {
        this.json = json;
        this.url = url;
        this.file = file;
        this.leftOut = leftOut;
    }

    void print(ImageContents image) throws IOException {
        json.writeStartObject();
        json.writeNumberField("version", 1);
        json.writeObjectFieldStart("refs");
        group("");
        group(ImageHeader.GROUP + "/");
        text(ImageHeader.GROUP + "/.zattrs", attributes -> attributes(attributes, image.header()));
        for (UnreadableArray array : image.arrays().unreadable()) {
            if (array.association() != Association.FIELD) {
                leftOut.accept(array.reason());
            }
        }
        images(image, Association.POINT);
        images(image, Association.CELL);
        StoredLinks links = StoredLinks.of(image.group());
        tables(links, ImageHeader.GROUP + "/", Association.FIELD.groupName(), 0);
        if (image.header().steps().isTimeSeries()) {
            steps(links, image);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void steps(StoredLinks links, ImageContents image) throws IOException {
        String path = ImageHeader.GROUP + "/" + ImageHeader.STEPS + "/";
        int count = image.header().steps().count();
        tables(links, ImageHeader.GROUP + "/", ImageHeader.STEPS, count);
        text(path + ".zattrs", attributes -> {
            attributes.writeStartObject();
            attributes.writeNumberField(Steps.COUNT, count);
            attributes.writeEndObject();
        });
        StoredLinks steps = StoredLinks.of(links.get(ImageHeader.STEPS).orElseThrow());
        for (Association association : Association.values()) {
            tables(steps, path, association.groupName() + Steps.OFFSETS, count);
        }
        tables(steps, path, Association.FIELD.groupName() + Steps.SIZES, count);
    }

    private void images(ImageContents image, Association association) throws IOException {
        String path = ImageHeader.GROUP + "/" + association.groupName() + "/";
        group(path);
        for (ImageArray array : image.arrays().arrays()) {
            if (array.spec().association() == association) {
                dataset(
                        path,
                        array.spec().name(),
                        array.dataset(),
                        AxisNames.ofImage(array, image.times().count()));
            }
        }
    }

    /**
     * The datasets of a group, which are not images, if there is one of that name.
     *
     * @param steps that their rows are of; 0 if they are of none
     */
    private void tables(StoredLinks parent, String place, String name, int steps) throws IOException {
        Optional<StoredObject> group = parent.get(name);
        if (group.isEmpty() || group.get().isDataset()) {
            return;
        }
        group(place + name + "/");
        StoredLinks links = StoredLinks.of(group.get());
        for (String link : links.names()) {
            try {
                Optional<StoredObject> object = links.get(link);
                if (object.isPresent() && object.get().isDataset()) {
                    StoredDataset dataset = StoredDataset.of(object.get());
                    dataset(place + name + "/", link, dataset, AxisNames.ofTable(dataset.shape(), steps));
                }
            } catch (FileContentException e) {
                leftOut.accept(e);
            }
        }
    }

    private void dataset(String place, String name, StoredDataset dataset, List<String> axes) throws IOException {
        ZarrArray array;
        try {
            requireReachable(place, name, dataset);
            array = ZarrArray.of(dataset);
        } catch (FileContentException e) {
            leftOut.accept(e);
            return;
        }
        text(place + name + "/.zarray", array::print);
        text(place + name + "/.zattrs", attributes -> {
            attributes.writeStartObject();
            Json.strings(attributes, "_ARRAY_DIMENSIONS", axes);
            attributes.writeEndObject();
        });
        array.chunks().forEach((key, offset, length) -> {
            json.writeArrayFieldStart(place + name + "/" + key);
            json.writeString(url);
            json.writeNumber(offset);
            json.writeNumber(length);
            json.writeEndArray();
        });
    }

    /** Names that zarr takes for paths lead to no array, nor are there addresses in two files. */
    private void requireReachable(String place, String name, StoredDataset dataset) throws FileContentException {
        if (name.indexOf('\\') >= 0 || name.equals(".") || name.equals("..")) {
            throw file.unsupported(
                    "/" + place + name, "a name that zarr takes for a path", "one without \\, and not ..");
        } else if (dataset.file() != file) {
            throw file.unsupported(
                    "/" + place + name,
                    "a link to " + dataset.file().name(),
                    "a dataset of this file, whose address is told");
        }
    }

    private static void attributes(JsonGenerator json, ImageHeader header) throws IOException {
        ImageGeometry geometry = header.geometry();
        json.writeStartObject();
        json.writeArrayFieldStart(ImageHeader.VERSION);
        for (String number : header.version().split("\\.")) {
            json.writeNumber(number);
        }
        json.writeEndArray();
        json.writeStringField(ImageHeader.TYPE, ImageHeader.IMAGE);
        int[] extent = geometry.extent().toArray();
        json.writeFieldName(ImageHeader.EXTENT);
        json.writeArray(extent, 0, extent.length);
        numbers(json, ImageHeader.ORIGIN, geometry.origin().toArray());
        numbers(json, ImageHeader.SPACING, geometry.spacing().toArray());
        numbers(json, ImageHeader.DIRECTION, geometry.direction().toArray());
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, String name, double[] values) throws IOException {
        json.writeFieldName(name);
        json.writeArray(values, 0, values.length);
    }

    private void group(String place) throws IOException {
        text(place + ".zgroup", group -> {
            group.writeStartObject();
            group.writeNumberField("zarr_format", 2);
            group.writeEndObject();
        });
    }

    private void text(String key, Json.Value value) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator inner = FACTORY.createGenerator(text)) {
            value.write(inner);
        }
        json.writeStringField(key, text.toString());
    }
}
