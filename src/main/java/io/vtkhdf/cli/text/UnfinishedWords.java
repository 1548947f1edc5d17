package io.vtkhdf.cli.text;

import com.fasterxml.jackson.core.JsonGenerator;
import io.vtkhdf.image.Unfinished;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** What is said of files whose writing has not ended. */
public final class UnfinishedWords {

    private UnfinishedWords() {}

    public static String state(Unfinished found) {
        return "unfinished: " + found + (found.arrays().isEmpty() ? " are there yet" : " are there");
    }

    /** Names the file; empty if it is finished. */
    public static Optional<String> warning(String file, ImageSource image) {
        return image.unfinished().map(found -> warning(file, found));
    }

    public static String warning(String file, Unfinished found) {
        return file + ": " + state(found) + (found.arrays().isEmpty() ? "" : "; what is missing reads as NaN or 0");
    }

    /** The field {@code unfinished}, and {@code slices} if it is true. */
    public static void print(JsonGenerator json, Optional<Unfinished> unfinished) throws IOException {
        json.writeBooleanField("unfinished", unfinished.isPresent());
        if (unfinished.isPresent()) {
            json.writeArrayFieldStart("slices");
            for (Unfinished.Slices array : unfinished.get().arrays()) {
                json.writeStartObject();
                json.writeStringField("association", array.association().name().toLowerCase(Locale.ROOT));
                json.writeStringField("name", array.name());
                json.writeNumberField("stored", array.stored());
                json.writeNumberField("total", array.total());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
