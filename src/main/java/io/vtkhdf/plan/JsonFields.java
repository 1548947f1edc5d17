package io.vtkhdf.plan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.vtkhdf.error.ShownText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The fields of a JSON object, by their names. What is missing, or of another type than is asked for, is an
 * {@link IllegalArgumentException} that names it.
 */
record JsonFields(Map<?, ?> values) {

    static final String FORMAT = "format";

    /**
     * The object that a text is.
     *
     * @param format what its {@code format} must be
     * @param what that is, for messages
     * @throws IllegalArgumentException if it is none, or something else
     */
    static JsonFields parse(String text, String format, String what) {
        Object found;
        try (JsonParser json = new JsonFactory().createParser(text)) {
            json.nextToken();
            found = value(json);
            if (json.nextToken() != null) {
                throw new IllegalArgumentException("found more behind the first object, expected " + what + " alone");
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "is not JSON: " + ShownText.of(String.valueOf(e.getOriginalMessage()), 300), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // Nothing is read but a text.
        }
        JsonFields fields = JsonFields.of(found);
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

    static Number number(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("found " + shown(value) + ", expected a number");
    }

    /** A whole number of 64 bits: what is none, or larger, is not cut to one. */
    private static long count(Object value) {
        if (value instanceof Long || value instanceof Integer) {
            return ((Number) value).longValue();
        }
        throw new IllegalArgumentException("found " + shown(value) + ", expected a whole number of 64 bits");
    }

    static int integer(Object value) {
        long number = count(value);
        if (number != (int) number) {
            throw new IllegalArgumentException("found " + shown(value) + ", expected a whole number of 32 bits");
        }
        return (int) number;
    }

    private static boolean flag(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException("found " + shown(value) + ", expected true or false");
    }

    static String text(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("found " + shown(value) + ", expected a text");
    }

    static String shown(Object value) {
        return value == null ? "nothing" : ShownText.quoted(value.toString());
    }

    static JsonFields of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new JsonFields(map);
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
        return get(name, JsonFields::text);
    }

    String textOr(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    int integer(String name) {
        return get(name, JsonFields::integer);
    }

    long count(String name) {
        return get(name, JsonFields::count);
    }

    /** False if it is not said. */
    boolean flag(String name) {
        return has(name) && get(name, JsonFields::flag);
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
