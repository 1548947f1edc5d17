package io.vtkhdf.volume.meta;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.volume.HeaderLines;
import io.vtkhdf.volume.HeaderValue;
import io.vtkhdf.volume.NumberedFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of a header, {@code Key = value} each, of which {@value #DATA_FILE} is the last.
 *
 * @param start of the data, if they stand in the same file
 * @param listed the names behind {@code ElementDataFile = LIST}
 * @see <a href="https://github.com/Kitware/MetaIO">MetaIO's format</a>
 */
record MetaHeader(InputFile file, Map<String, HeaderValue> fields, long start, List<String> listed) {

    static final String DATA_FILE = "ElementDataFile";
    private static final int MAX_FIELDS = 1000;

    static MetaHeader read(InputFile file) throws IOException {
        HeaderLines lines = new HeaderLines(file);
        Map<String, HeaderValue> fields = new HashMap<>();
        while (!fields.containsKey(DATA_FILE)) {
            String line = lines.next()
                    .orElseThrow(() -> lines.corrupt("the end of the file", "the field '" + DATA_FILE + "'"));
            if (!line.isBlank()) {
                add(lines, line, fields);
            }
        }
        long start = lines.position();
        boolean isList = fields.get(DATA_FILE).text().matches("LIST(\\s+\\S+)?");
        return new MetaHeader(file, fields, start, isList ? names(lines) : List.of());
    }

    private static void add(HeaderLines lines, String line, Map<String, HeaderValue> fields) throws IOException {
        int equals = line.indexOf('=') >= 0 ? line.indexOf('=') : line.indexOf(':');
        if (equals < 0) {
            throw lines.corrupt(HeaderLines.quoted(line), "'Key = value'");
        } else if (fields.size() == MAX_FIELDS) {
            throw lines.unsupported("more than " + MAX_FIELDS + " fields", "at most these");
        }
        String key = line.substring(0, equals).strip();
        String text = line.substring(equals + 1).strip();
        fields.put(key, new HeaderValue(lines.file(), lines.place(), key, text));
    }

    private static List<String> names(HeaderLines lines) throws IOException {
        List<String> names = new ArrayList<>();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!line.get().isBlank()) {
                names.add(line.get().strip());
            }
            if (names.size() > NumberedFiles.MAX_FILES) {
                throw lines.unsupported("more than " + NumberedFiles.MAX_FILES + " files", "at most so many");
            }
        }
        return names;
    }

    /** The first that there is of several keys that mean the same. */
    Optional<HeaderValue> field(String... keys) {
        for (String key : keys) {
            if (fields.containsKey(key)) {
                return Optional.of(fields.get(key));
            }
        }
        return Optional.empty();
    }

    HeaderValue required(String key) throws CorruptFileException {
        return field(key).orElseThrow(() -> file.corrupt("header", "no field '" + key + "'", "one"));
    }

    /** @param absent what it is if no key is there */
    boolean isTrue(boolean absent, String... keys) throws CorruptFileException {
        Optional<HeaderValue> field = field(keys);
        if (field.isEmpty()) {
            return absent;
        }
        return switch (field.get().lowerCase()) {
            case "true", "t", "1", "yes", "y" -> true;
            case "false", "f", "0", "no", "n" -> false;
            default -> throw field.get().corrupt(HeaderLines.quoted(field.get().text()), "True or False");
        };
    }
}
