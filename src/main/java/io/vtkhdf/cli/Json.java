package io.vtkhdf.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.PrintWriter;

/** JSON as all commands print it. */
final class Json {

    /** Writes the content. */
    interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private Json() {}

    /** Prints one value on lines of its own. */
    static void print(PrintWriter out, Content content) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator json = factory.createGenerator(out).useDefaultPrettyPrinter()) {
            content.writeTo(json);
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
