package io.vtkhdf.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Plans and receipts as JSON, in which each is an object whose {@code format} says what it is. */
final class PlanJson {

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
            json.writeStringField(JsonFields.FORMAT, format);
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
        JsonFields fields = JsonFields.parse(text, RECEIPT, "a receipt");
        return new SlabReceipt(
                fields.text("plan"),
                fields.integer("slab"),
                fields.count("bytes"),
                fields.list("crc32c", PlanJson::crc),
                fields.textOr("part", ""),
                fields.has("part") ? fields.count("partBytes") : 0);
    }

    private static int crc(Object hex) {
        if (hex instanceof String text && text.matches("[0-9a-fA-F]{8}")) {
            return Integer.parseUnsignedInt(text, 16);
        }
        throw new IllegalArgumentException(
                "found the CRC32C " + JsonFields.shown(hex) + ", expected eight hexadecimal digits");
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
        JsonFields fields = JsonFields.parse(text, PLAN, "a plan");
        List<JsonFields> arrays = fields.list("arrays", JsonFields::of);
        boolean isShared = !fields.has("chunk");
        return new PlanForm(
                fields.text("id"),
                fields.text("output"),
                fields.flag("overwrite"),
                new PlanForm.GeometryForm(
                        fields.list("extent", JsonFields::integer),
                        fields.list("origin", value -> JsonFields.number(value).doubleValue()),
                        fields.list("spacing", value -> JsonFields.number(value).doubleValue()),
                        fields.list(
                                "direction", value -> JsonFields.number(value).doubleValue())),
                arrays.stream().map(PlanJson::arrayOf).toList(),
                fields.has("fields") ? fields.list("fields", JsonFields::text) : List.of(),
                fields.list("active", JsonFields::of).stream()
                        .map(role ->
                                new PlanForm.RoleForm(role.text("association"), role.text("role"), role.text("array")))
                        .toList(),
                isShared
                        ? new PlanForm.StorageForm(0, false, false, List.of())
                        : new PlanForm.StorageForm(
                                fields.integer("gzip"),
                                fields.flag("shuffle"),
                                fields.flag("checksum"),
                                fields.list("chunk", JsonFields::integer)),
                fields.integer("steps"),
                fields.integer("unit"),
                fields.integer("units"),
                fields.integer("slabs"),
                isShared
                        ? new PlanForm.Places(
                                arrays.stream()
                                        .map(array -> array.count("address"))
                                        .toList(),
                                fields.count("root"),
                                fields.count("end"))
                        : PlanForm.Places.NONE);
    }

    private static PlanForm.ArrayForm arrayOf(JsonFields array) {
        return new PlanForm.ArrayForm(
                array.text("association"),
                array.text("name"),
                array.text("type"),
                array.integer("components"),
                array.has("componentNames") ? array.list("componentNames", JsonFields::text) : List.of());
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
}
