package io.vtkhdf.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.vtkhdf.error.ShownText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Plans and receipts as JSON, in which each is an object whose {@code format} says what it is. */
final class PlanJson {

    private static final String FORMAT = "format";
    private static final String PLAN = "vtkhdf-plan-1";
    private static final String RECEIPT = "vtkhdf-receipt-1";

    private PlanJson() {}

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static String object(String format, Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField(FORMAT, format);
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Nothing is written but a text.
        }
        return text.toString();
    }

    static String text(SlabReceipt receipt) {
        return object(RECEIPT, json -> {
            json.writeStringField("plan", receipt.planId());
            json.writeNumberField("slab", receipt.slab());
            json.writeNumberField("bytes", receipt.bytes());
            strings(json, "crc32c", receipt.crc32c().stream().map(Receipts::hex).toList());
            if (!receipt.part().isEmpty()) {
                json.writeStringField("part", receipt.part());
                json.writeNumberField("partBytes", receipt.partBytes());
            }
        });
    }

    static SlabReceipt receipt(String text) {
        Fields fields = parse(text, RECEIPT, "a receipt");
        return new SlabReceipt(
                fields.text("plan"),
                fields.number("slab").intValue(),
                fields.number("bytes").longValue(),
                fields.list("crc32c", PlanJson::crc),
                fields.textOr("part", ""),
                fields.has("part") ? fields.number("partBytes").longValue() : 0);
    }

    private static int crc(Object hex) {
        if (hex instanceof String text && text.matches("[0-9a-fA-F]{8}")) {
            return Integer.parseUnsignedInt(text, 16);
        }
        throw new IllegalArgumentException("found the CRC32C " + shown(hex) + ", expected eight hexadecimal digits");
    }

    static String text(PlanForm plan) {
        return object(PLAN, json -> {
            json.writeStringField("id", plan.id());
            json.writeStringField("output", plan.output());
            json.writeBooleanField("overwrite", plan.overwrites());
            json.writeNumberField("slabs", plan.slabs());
            json.writeNumberField("unit", plan.unit());
            json.writeNumberField("units", plan.units());
            json.writeNumberField("steps", plan.steps());
            numbers(json, "extent", plan.geometry().extent());
            numbers(json, "origin", plan.geometry().origin());
            numbers(json, "spacing", plan.geometry().spacing());
            numbers(json, "direction", plan.geometry().direction());
            json.writeArrayFieldStart("arrays");
            for (int i = 0; i < plan.arrays().size(); i++) {
                array(json, plan.arrays().get(i), plan.places().addresses(), i);
            }
            json.writeEndArray();
            if (!plan.fields().isEmpty()) {
                strings(json, "fields", plan.fields());
            }
            json.writeArrayFieldStart("active");
            for (PlanForm.RoleForm role : plan.active()) {
                json.writeStartObject();
                json.writeStringField("association", role.association());
                json.writeStringField("role", role.role());
                json.writeStringField("array", role.array());
                json.writeEndObject();
            }
            json.writeEndArray();
            PlanForm.StorageForm storage = plan.storage();
            if (storage.chunk().isEmpty()) {
                json.writeNumberField("root", plan.places().root());
                json.writeNumberField("end", plan.places().end());
            } else {
                numbers(json, "chunk", storage.chunk());
                json.writeNumberField("gzip", storage.gzip());
                json.writeBooleanField("shuffle", storage.shuffle());
                json.writeBooleanField("checksum", storage.checksum());
            }
        });
    }

    private static void array(JsonGenerator json, PlanForm.ArrayForm array, List<Long> addresses, int number)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("name", array.name());
        json.writeStringField("association", array.association());
        json.writeStringField("type", array.type());
        json.writeNumberField("components", array.components());
        if (!array.componentNames().isEmpty()) {
            strings(json, "componentNames", array.componentNames());
        }
        if (!addresses.isEmpty()) {
            json.writeNumberField("address", addresses.get(number));
        }
        json.writeEndObject();
    }

    static PlanForm plan(String text) {
        Fields fields = parse(text, PLAN, "a plan");
        List<Fields> arrays = fields.list("arrays", Fields::of);
        boolean isShared = !fields.has("chunk");
        return new PlanForm(
                fields.text("id"),
                fields.text("output"),
                fields.flag("overwrite"),
                new PlanForm.GeometryForm(
                        fields.list("extent", value -> number(value).intValue()),
                        fields.list("origin", value -> number(value).doubleValue()),
                        fields.list("spacing", value -> number(value).doubleValue()),
                        fields.list("direction", value -> number(value).doubleValue())),
                arrays.stream().map(PlanJson::arrayOf).toList(),
                fields.has("fields") ? fields.list("fields", PlanJson::text) : List.of(),
                fields.list("active", Fields::of).stream()
                        .map(role ->
                                new PlanForm.RoleForm(role.text("association"), role.text("role"), role.text("array")))
                        .toList(),
                isShared
                        ? new PlanForm.StorageForm(0, false, false, List.of())
                        : new PlanForm.StorageForm(
                                fields.number("gzip").intValue(),
                                fields.flag("shuffle"),
                                fields.flag("checksum"),
                                fields.list("chunk", value -> number(value).intValue())),
                fields.number("steps").intValue(),
                fields.number("unit").intValue(),
                fields.number("units").intValue(),
                fields.number("slabs").intValue(),
                isShared
                        ? new PlanForm.Places(
                                arrays.stream()
                                        .map(array -> array.number("address").longValue())
                                        .toList(),
                                fields.number("root").longValue(),
                                fields.number("end").longValue())
                        : PlanForm.Places.NONE);
    }

    private static PlanForm.ArrayForm arrayOf(Fields array) {
        return new PlanForm.ArrayForm(
                array.text("association"),
                array.text("name"),
                array.text("type"),
                array.number("components").intValue(),
                array.has("componentNames") ? array.list("componentNames", PlanJson::text) : List.of());
    }

    private static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private static void numbers(JsonGenerator json, String name, List<? extends Number> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (Number value : values) {
            if (value instanceof Integer integer) {
                json.writeNumber(integer);
            } else {
                json.writeNumber(value.doubleValue());
            }
        }
        json.writeEndArray();
    }

    private static Fields parse(String text, String format, String what) {
        Object found;
        try (JsonParser json = new JsonFactory().createParser(text)) {
            json.nextToken();
            found = value(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "is not JSON: " + ShownText.of(String.valueOf(e.getOriginalMessage()), 300), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Nothing is read but a text.
        }
        Fields fields = Fields.of(found);
        if (!format.equals(fields.values.get(FORMAT))) {
            throw new IllegalArgumentException(
                    "found the format " + shown(fields.values.get(FORMAT)) + ", expected '" + format + "', " + what);
        }
        return fields;
    }

    private static Object value(JsonParser json) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> fields = new LinkedHashMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                fields.put(name, value(json));
            }
            return fields;
        } else if (token == JsonToken.START_ARRAY) {
            List<Object> values = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                values.add(value(json));
            }
            return values;
        } else if (token == null || token == JsonToken.VALUE_NULL) {
            return null;
        } else if (token.isNumeric()) {
            return json.getNumberValue();
        }
        return token.isBoolean() ? (Object) json.getBooleanValue() : json.getText();
    }

    private static Number number(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("found " + shown(value) + ", expected a number");
    }

    private static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("found " + shown(value) + ", expected a text");
    }

    private static String shown(Object value) {
        return value == null ? "nothing" : ShownText.quoted(value.toString());
    }

    /** The fields of an object, by their names. */
    private record Fields(Map<?, ?> values) {

        static Fields of(Object value) {
            if (value instanceof Map<?, ?> map) {
                return new Fields(map);
            }
            throw new IllegalArgumentException("found " + shown(value) + ", expected a JSON object");
        }

        boolean has(String name) {
            return values.get(name) != null;
        }

        private <T> T get(String name, Function<Object, T> as) {
            try {
                return as.apply(values.get(name));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
            }
        }

        String text(String name) {
            return get(name, PlanJson::text);
        }

        String textOr(String name, String otherwise) {
            return has(name) ? text(name) : otherwise;
        }

        Number number(String name) {
            return get(name, PlanJson::number);
        }

        boolean flag(String name) {
            return Boolean.TRUE.equals(values.get(name));
        }

        <T> List<T> list(String name, Function<Object, T> as) {
            return get(name, value -> {
                if (value instanceof List<?> list) {
                    return list.stream().map(each -> as.apply(each)).toList();
                }
                throw new IllegalArgumentException("found " + shown(value) + ", expected a list");
            });
        }
    }
}
