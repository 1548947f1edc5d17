package io.vtkhdf.cli.diff;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vtkhdf.cli.text.Json;
import io.vtkhdf.compare.ImageDifference;
import io.vtkhdf.compare.SeriesComparison;
import io.vtkhdf.compare.SeriesDifference;
import io.vtkhdf.compare.StepDifference;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** Prints how two images, or series, differ, as one JSON object. */
final class DiffJson {

    private final JsonGenerator json;

    private DiffJson(JsonGenerator json) {
        this.json = json;
    }

    static void print(ImageDifference difference, PrintWriter out) throws IOException {
        Json.print(out, json -> new DiffJson(json).image(difference));
    }

    /** Compares series, and prints those of their steps that differ, as they come. */
    static SeriesDifference print(SeriesComparison comparison, PrintWriter out) throws IOException {
        AtomicReference<SeriesDifference> result = new AtomicReference<>();
        Json.print(out, json -> result.set(new DiffJson(json).series(comparison)));
        return result.get();
    }

    private SeriesDifference series(SeriesComparison comparison) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("steps");
        SeriesDifference difference = comparison.run(this::step);
        json.writeEndArray();
        json.writeNumberField("stepsInA", difference.stepsA());
        json.writeNumberField("stepsInB", difference.stepsB());
        json.writeNumberField("stepsCompared", difference.compared());
        json.writeNumberField("stepsDiffering", difference.differing());
        json.writeBooleanField("same", difference.isSame());
        json.writeEndObject();
        return difference;
    }

    private void step(StepDifference step) throws IOException {
        if (step.isSame()) {
            return;
        }
        json.writeStartObject();
        json.writeNumberField("step", step.step());
        json.writeFieldName("timeInA");
        Json.number(json, step.timeA());
        json.writeFieldName("timeInB");
        Json.number(json, step.timeB());
        json.writeBooleanField("sameTime", step.time().isEmpty());
        content(step.image());
        json.writeEndObject();
    }

    private void image(ImageDifference difference) throws IOException {
        json.writeStartObject();
        json.writeBooleanField("same", difference.isSame());
        content(difference);
        json.writeEndObject();
    }

    private void content(ImageDifference difference) throws IOException {
        json.writeBooleanField("samePoints", difference.samePoints());
        properties("geometry", difference.geometry());
        json.writeArrayFieldStart("arrays");
        for (ImageDifference.OfArray array : difference.arrays()) {
            array(array);
        }
        json.writeEndArray();
        properties("active", difference.active());
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
        json.writeFieldName("largestDifference");
        Json.number(json, values.distance().largest());
        json.writeFieldName("rootMeanSquare");
        Json.number(json, values.distance().rootMeanSquare());
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
