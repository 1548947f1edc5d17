package io.vtkhdf.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of files, and what of addresses stands for them. */
final class HttpNames {

    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9._~-]+");

    /** Separators, and control characters, are no part of a name: these stay as they are. */
    private static final Pattern ENCODED = Pattern.compile("(?:%(?!2[fF]|5[cC]|[01]|7[fF])\\p{XDigit}{2})+");

    private HttpNames() {}

    /**
     * The encoded steps of a name as files have it.
     *
     * @throws InvalidPathException if it is an address, or a name as other systems have them
     */
    static List<String> encoded(String name) {
        if (name.contains("://")) {
            throw new InvalidPathException(name, "an address");
        } else if (name.indexOf('\\') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidPathException(name, "a backslash or a control character");
        }
        List<String> steps = new ArrayList<>();
        for (String step : name.split("/")) {
            if (!step.isEmpty()) {
                steps.add(encodedStep(step));
            }
        }
        return steps;
    }

    private static String encodedStep(String step) {
        return NOT_PLAIN.matcher(step).replaceAll(part -> {
            StringBuilder bytes = new StringBuilder();
            for (byte each : part.group().getBytes(StandardCharsets.UTF_8)) {
                bytes.append(String.format("%%%02X", each));
            }
            return bytes.toString();
        });
    }

    static String decoded(String step) {
        return ENCODED.matcher(step)
                .replaceAll(part -> Matcher.quoteReplacement(URLDecoder.decode(part.group(), StandardCharsets.UTF_8)));
    }
}
