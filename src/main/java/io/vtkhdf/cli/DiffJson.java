package io.vtkhdf.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vtkhdf.cli.text.Json;
import io.vtkhdf.compare.ImageDifference;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Prints an {@link ImageDifference} as one JSON object. */
final class DiffJson {

    private final JsonGenerator json;

    private DiffJson(JsonGenerator json) {
        this.json = json;
    }

    static void print(ImageDifference difference, PrintWriter out) throws IOException {
        Json.print(out, json -> new DiffJson(json).image(difference));
    }

    private void image(ImageDifference difference) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("same", difference.isSame());
        json.writeBooleanField("samePoints", difference.samePoints());
        properties("geometry", difference.geometry());
        json.writeArrayFieldStart("arrays");
        for (ImageDifference.OfArray array : difference.arrays()) {
            array(array);
        }
        json.writeEndArray();
        properties("active", difference.active());
        json.writeEndObject();
    }

    private void properties(String name, List<ImageDifference.Property> properties) throws IOException {
        json.writeArrayFieldStart(name);
        for (ImageDifference.Property property : properties) {
            json.writeStartObject();
            json.writeStringField("name", property.name());
            json.writeStringField("a", property.a());
            json.writeStringField("b", property.b());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void array(ImageDifference.OfArray array) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", array.name());
        if (!array.nameInB().equals(array.name())) {
            json.writeStringField("nameInB", array.nameInB());
        }
        json.writeStringField("association", array.association().name().toLowerCase(Locale.ROOT));
        json.writeBooleanField("same", array.isSame());
        json.writeBooleanField("inA", array.presence() != ImageDifference.Presence.ONLY_B);
        json.writeBooleanField("inB", array.presence() != ImageDifference.Presence.ONLY_A);
        properties("properties", array.properties());
        if (array.values().isPresent()) {
            values(array.values().get());
        }
        json.writeEndObject();
    }

    private void values(ImageDifference.OfValues values) throws IOException {
        json.writeNumberField("values", values.count());
        json.writeNumberField("differing", values.differing());
        json.writeNumberField("oneNaN", values.oneNan());
        if (values.worst().isPresent()) {
            json.writeFieldName("largestRelative");
            Json.number(json, values.relative());
            json.writeObjectFieldStart("largest");
            worst(values.worst().get());
            json.writeEndObject();
        }
    }

    private void worst(ImageDifference.Worst worst) throws IOException {
        json.writeFieldName("difference");
        Json.number(json, worst.difference().orElse(Double.NaN));
        json.writeNumberField("component", worst.component());
        json.writeArrayFieldStart("index");
        for (long index : worst.index()) {
            json.writeNumber(index);
        }
        json.writeEndArray();
        json.writeStringField("a", worst.a());
        json.writeStringField("b", worst.b());
    }
}
