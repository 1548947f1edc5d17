package io.vtkhdf.cli.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vtkhdf.compat.Reading;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** What the commands' JSON has in common. */
public final class Json {

    /** Something that writes one value. */
    public interface Value {
        void write(JsonGenerator json) throws IOException;
    }

    private Json() {}

    /**
     * With all characters escaped that a terminal would obey, of which JSON asks that for some only. What fails in the
     * middle is not ended, so that nobody takes it for the whole.
     */
    public static void print(PrintWriter out, Value value) throws IOException {
        JsonGenerator json =
                new JsonFactory().createGenerator(new ShownLines(out)).useDefaultPrettyPrinter();
        value.write(json);
        json.close();
    }

    /** The field {@code readers}. */
    public static void readers(JsonGenerator json, List<Reading> readings) throws IOException {
        json.writeArrayFieldStart("readers");
        for (Reading reading : readings) {
            json.writeStartObject();
            json.writeStringField("vtk", reading.release().version());
            strings(json, "paraview", reading.release().paraview());
            json.writeStringField("verdict", reading.verdict().name().toLowerCase(Locale.ROOT));
            strings(json, "reasons", reading.reasons());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A number, or null if it is not finite. */
    public static void number(JsonGenerator json, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    /** A number; an integer exactly, and null if it is not finite. */
    public static void number(JsonGenerator json, Number value) throws IOException {
        if (value instanceof BigInteger integer) {
            json.writeNumber(integer);
        } else if (value instanceof Long integer) {
            json.writeNumber(integer);
        } else {
            number(json, value.doubleValue());
        }
    }

    public static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
