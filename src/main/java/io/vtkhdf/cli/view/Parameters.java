package io.vtkhdf.cli.view;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What stands behind the {@code ?} of an address. Immutable. A wrong one is an {@link IllegalArgumentException}. */
final class Parameters {

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /** @param query as it was sent; may be null */
    static Parameters of(String query) {
        Map<String, String> values = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new Parameters(values);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    String text(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("found no " + name + ", expected one"));
    }

    int integer(String name) {
        return number(name, text(name), Integer::valueOf);
    }

    /** May be followed by a percent sign. */
    Optional<Double> findNumber(String name) {
        return find(name)
                .map(text -> number(
                        name, text.endsWith("%") ? text.substring(0, text.length() - 1) : text, Double::valueOf));
    }

    private static <T> T number(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("found " + name + " " + text + ", expected a number", e);
        }
    }

    <T extends Enum<T>> T choice(String name, Class<T> type) {
        String text = text(name);
        for (T constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("found " + name + " " + text + ", expected another one");
    }
}
