package io.vtkhdf.cli.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.vtkhdf.cli.text.Json;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.file.RegularFile;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.plan.SlabReceipt;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plans and receipts in files. That of a plan is the plan's own JSON, and what its slabs are read from in the key
 * {@code input}; several receipts may stand in one file, one behind the other.
 */
public record PlanFile(SlabPlan plan, Source source) {

    private static final String INPUT = "input";
    private static final long MOST_BYTES = 64 << 20;

    /**
     * What slabs are read from.
     *
     * @param file absolute
     * @param step of a series; empty if all of its steps are planned
     * @param arrays as {@code --array} names them; all if none is named
     * @param mark the state of the files when they were planned
     */
    public record Source(String file, Optional<Integer> step, List<String> arrays, Optional<String> mark) {

        Source withMark(String state) {
            return new Source(file, step, arrays, Optional.of(state));
        }
    }

    void print(PrintWriter out) throws IOException {
        Json.print(out, json -> {
            json.writeStartObject();
            try (JsonParser own = new JsonFactory().createParser(plan.toJson())) {
                own.nextToken();
                while (own.nextToken() == JsonToken.FIELD_NAME) {
                    json.copyCurrentStructure(own);
                }
            }
            json.writeObjectFieldStart(INPUT);
            json.writeStringField("file", source.file());
            if (source.step().isPresent()) {
                json.writeNumberField("step", source.step().get());
            }
            Json.strings(json, "arrays", source.arrays());
            if (source.mark().isPresent()) {
                json.writeStringField("state", source.mark().get());
            }
            json.writeEndObject();
            json.writeEndObject();
        });
        out.println();
    }

    /** @throws CorruptFileException if it holds no plan */
    static SlabPlan plan(Path file) throws IOException {
        return parsed(file, "plan", () -> SlabPlan.fromJson(text(file)));
    }

    /** @throws CorruptFileException if it holds no plan, or one that does not say what its slabs are read from */
    static PlanFile of(Path file) throws IOException {
        return parsed(file, "plan", () -> {
            String text = text(file);
            return new PlanFile(SlabPlan.fromJson(text), source(text));
        });
    }

    /** @throws CorruptFileException if it holds something else */
    static List<SlabReceipt> receipts(Path file) throws IOException {
        return parsed(file, "receipt", () -> {
            List<SlabReceipt> receipts = new ArrayList<>();
            try (JsonParser json = new JsonFactory().createParser(text(file))) {
                while (json.nextToken() != null) {
                    receipts.add(SlabReceipt.fromJson(copy(json)));
                }
            }
            if (receipts.isEmpty()) {
                throw new IllegalArgumentException("found nothing, expected a receipt, as 'vtkhdf slab' prints it");
            }
            return receipts;
        });
    }

    private static String copy(JsonParser json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = new JsonFactory().createGenerator(text)) {
            copy.copyCurrentStructure(json);
        }
        return text.toString();
    }

    private interface Parsing<T> {
        T run() throws IOException;
    }

    private static <T> T parsed(Path file, String place, Parsing<T> parsing) throws IOException {
        try {
            return parsing.run();
        } catch (JsonProcessingException e) {
            String problem = "is not JSON: " + ShownText.of(String.valueOf(e.getOriginalMessage()), 300);
            throw new CorruptFileException(file.toString(), place, problem, e);
        } catch (IllegalArgumentException e) {
            throw new CorruptFileException(file.toString(), place, e.getMessage(), e);
        }
    }

    private static String text(Path file) throws IOException {
        RegularFile.require(file);
        if (Files.size(file) > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "found " + Files.size(file) + " bytes, expected at most " + MOST_BYTES + " of JSON");
        }
        return Files.readString(file);
    }

    private static Source source(String text) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean isInput = json.currentName().equals(INPUT);
                if (json.nextToken() == JsonToken.START_OBJECT && isInput) {
                    return source(json);
                }
                json.skipChildren();
            }
        }
        throw new IllegalArgumentException(
                "found no key " + INPUT + ", expected what slabs are read from, as 'vtkhdf plan' prints it");
    }

    private static Source source(JsonParser json) throws IOException {
        Optional<String> file = Optional.empty();
        Optional<Integer> step = Optional.empty();
        Optional<String> mark = Optional.empty();
        List<String> arrays = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("file") && value == JsonToken.VALUE_STRING) {
                file = Optional.of(json.getText());
            } else if (name.equals("state") && value == JsonToken.VALUE_STRING) {
                mark = Optional.of(json.getText());
            } else if (name.equals("step") && value == JsonToken.VALUE_NUMBER_INT) {
                step = Optional.of(json.getIntValue());
            } else if (name.equals("arrays") && value == JsonToken.START_ARRAY) {
                while (json.nextToken() == JsonToken.VALUE_STRING) {
                    arrays.add(json.getText());
                }
            } else {
                json.skipChildren();
            }
        }
        String named = file.orElseThrow(
                () -> new IllegalArgumentException("found no file in " + INPUT + ", expected the name of one"));
        return new Source(named, step, List.copyOf(arrays), mark);
    }
}
