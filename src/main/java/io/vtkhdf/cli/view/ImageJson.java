package io.vtkhdf.cli.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.vtkhdf.cli.text.Json;
import io.vtkhdf.cli.text.UnfinishedWords;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.image.UnreadableArray;
import io.vtkhdf.image.Vector3;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the page is told, as JSON. */
final class ImageJson {

    /** A header has no other letters. */
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private ImageJson() {}

    /** Everything but values. */
    static byte[] image(Path file, OpenedImage opened, List<String> colourMaps) throws IOException {
        return bytes(json -> {
            ImageGeometry geometry = opened.image().geometry();
            json.writeStartObject();
            json.writeStringField("file", file.toString());
            json.writeNumberField("state", opened.state());
            json.writeNumberField("step", opened.step());
            if (opened.isTimed()) {
                numbers(json, "times", opened.times());
            }
            dimensions(json, geometry.dimensions());
            integers(json, "extent", geometry.extent().toArray());
            numbers(json, "origin", geometry.origin().toArray());
            numbers(json, "spacing", geometry.spacing().toArray());
            numbers(json, "direction", geometry.direction().toArray());
            numbers(json, "bounds", geometry.bounds().toArray());
            json.writeArrayFieldStart("arrays");
            for (ArraySpec array : opened.image().arrays()) {
                array(json, array, geometry, opened.isRandom());
            }
            json.writeEndArray();
            unreadable(json, opened.image().unreadable());
            Json.strings(
                    json,
                    "notes",
                    opened.image().notes().stream().map(SourceNote::message).toList());
            if (opened.image().unfinished().isPresent()) {
                json.writeStringField(
                        "unfinished",
                        UnfinishedWords.state(opened.image().unfinished().get()));
            }
            Json.strings(json, "colourMaps", colourMaps);
            json.writeEndObject();
        });
    }

    private static void array(JsonGenerator json, ArraySpec array, ImageGeometry geometry, boolean isRandom)
            throws IOException {
        Dimensions all = geometry.dimensions(array.association());
        json.writeStartObject();
        name(json, array.association(), array.name());
        json.writeStringField("type", array.type().vtkName());
        json.writeNumberField("components", array.components());
        Json.strings(json, "componentNames", array.componentNames());
        dimensions(json, all);
        // What a plane across x or y costs.
        json.writeNumberField("wholeBytes", isRandom ? 0 : (double) all.x() * all.y() * all.z() * array.tupleSize());
        json.writeEndObject();
    }

    private static void name(JsonGenerator json, Association association, String name) throws IOException {
        json.writeStringField("association", association.name().toLowerCase(Locale.ROOT));
        json.writeStringField("name", name);
    }

    private static void unreadable(JsonGenerator json, List<UnreadableArray> arrays) throws IOException {
        json.writeArrayFieldStart("unreadable");
        for (UnreadableArray array : arrays) {
            json.writeStartObject();
            name(json, array.association(), array.name());
            json.writeStringField("reason", array.message());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static byte[] colours(List<Integer> colours) throws IOException {
        return bytes(json -> {
            json.writeStartArray();
            for (int colour : colours) {
                json.writeNumber(colour);
            }
            json.writeEndArray();
        });
    }

    /** @param error why there is no newer state; empty if nothing is wrong */
    static byte[] state(Path file, int state, String error) throws IOException {
        return bytes(json -> {
            json.writeStartObject();
            json.writeStringField("file", file.toString());
            json.writeNumberField("state", state);
            json.writeStringField("error", error);
            json.writeEndObject();
        });
    }

    /** @param position in the world; of a cell that of its centre */
    static byte[] tuple(TupleText values, Vector3 position) throws IOException {
        return bytes(json -> {
            json.writeStartObject();
            Json.strings(json, "values", values.components());
            numbers(json, "position", position.toArray());
            json.writeEndObject();
        });
    }

    /** In one line. */
    static String picture(PlanePicture picture) throws IOException {
        return new String(
                bytes(json -> {
                    json.writeStartObject();
                    if (picture.range().isPresent()) {
                        json.writeNumberField("min", picture.range().get().min());
                        json.writeNumberField("max", picture.range().get().max());
                    }
                    json.writeStringField("note", picture.note());
                    json.writeEndObject();
                }),
                StandardCharsets.US_ASCII);
    }

    private static void dimensions(JsonGenerator json, Dimensions dimensions) throws IOException {
        integers(json, "dimensions", dimensions.x(), dimensions.y(), dimensions.z());
    }

    private static void integers(JsonGenerator json, String name, int... values) throws IOException {
        json.writeFieldName(name);
        json.writeArray(values, 0, values.length);
    }

    private static void numbers(JsonGenerator json, String name, double... values) throws IOException {
        json.writeArrayFieldStart(name);
        for (double value : values) {
            Json.number(json, value);
        }
        json.writeEndArray();
    }

    private static byte[] bytes(Json.Value value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            value.write(json);
        }
        return bytes.toByteArray();
    }
}
