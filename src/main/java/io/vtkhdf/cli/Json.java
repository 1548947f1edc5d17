package io.vtkhdf.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.PrintWriter;

/** What the commands' JSON has in common. */
final class Json {

    /** Something that writes one value. */
    interface Value {
        void write(JsonGenerator json) throws IOException;
    }

    private Json() {}

    static void print(PrintWriter out, Value value) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(out).useDefaultPrettyPrinter()) {
            value.write(json);
        }
        out.println();
    }

    /** A number, or null if it is not finite. */
    static void number(JsonGenerator json, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }
}
