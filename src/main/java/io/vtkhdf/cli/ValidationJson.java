package io.vtkhdf.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vtkhdf.cli.text.Json;
import io.vtkhdf.cli.text.UnfinishedWords;
import io.vtkhdf.validate.Finding;
import io.vtkhdf.validate.SeriesOutline;
import io.vtkhdf.validate.Validation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Prints a {@link Validation} as one JSON object. */
final class ValidationJson {

    private ValidationJson() {}

    static void print(JsonGenerator json, Path file, Validation validation) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file.toString());
        json.writeBooleanField("valid", validation.isValid());
        UnfinishedWords.print(json, validation.unfinished());
        if (validation.series().isPresent()) {
            series(json, validation.series().get());
        }
        json.writeArrayFieldStart("findings");
        for (Finding finding : validation.findings()) {
            finding(json, finding);
        }
        json.writeEndArray();
        Json.readers(json, validation.readings());
        json.writeEndObject();
    }

    private static void series(JsonGenerator json, SeriesOutline series) throws IOException {
        json.writeObjectFieldStart("series");
        json.writeNumberField("steps", series.steps());
        if (series.firstTime().isPresent() && series.lastTime().isPresent()) {
            json.writeFieldName("firstTime");
            Json.number(json, series.firstTime().getAsDouble());
            json.writeFieldName("lastTime");
            Json.number(json, series.lastTime().getAsDouble());
        }
        json.writeArrayFieldStart("shared");
        for (SeriesOutline.Slabs array : series.shared()) {
            json.writeStartObject();
            json.writeStringField("array", array.array());
            json.writeNumberField("used", array.used());
            json.writeNumberField("stored", array.stored());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void finding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("path", finding.path());
        json.writeStringField("found", finding.found());
        json.writeStringField("expected", finding.expected());
        json.writeEndObject();
    }
}
