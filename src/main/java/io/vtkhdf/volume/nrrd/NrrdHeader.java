package io.vtkhdf.volume.nrrd;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.volume.HeaderLines;
import io.vtkhdf.volume.HeaderValue;
import io.vtkhdf.volume.NumberedFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of a header.
 *
 * <pre>
 * NRRD0004                     magic, with the version
 * # a comment
 * field: what it says          names of fields in any case, with or without the spaces in them
 * key:=value                   whatever the writer wants to tell
 *                              an empty line, behind which the data stand, unless they have files of their own
 * </pre>
 *
 * @param start of the data, if they stand in the same file
 * @param listed the names behind {@code data file: LIST}
 * @param pairs how many keys with values there are
 * @see <a href="https://teem.sourceforge.net/nrrd/format.html">NRRD's format</a>
 */
record NrrdHeader(InputFile file, Map<String, HeaderValue> fields, long start, List<String> listed, int pairs) {

    private static final String MAGIC = "NRRD";
    private static final int MAX_FIELDS = 1000;

    static NrrdHeader read(InputFile file) throws IOException {
        HeaderLines lines = new HeaderLines(file);
        String magic = lines.next().orElse("");
        if (!magic.matches(MAGIC + "\\d{4}")) {
            throw file.corrupt("line 1", HeaderLines.quoted(magic), "'" + MAGIC + "0001' to '" + MAGIC + "0005'");
        } else if (Integer.parseInt(magic.substring(MAGIC.length())) > 5) {
            throw file.unsupported("line 1", HeaderLines.quoted(magic), "at most '" + MAGIC + "0005'");
        }
        return new Reading(lines).read();
    }

    /** A field by its name without spaces, such as {@code datafile}. */
    Optional<HeaderValue> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    HeaderValue required(String name) throws CorruptFileException {
        HeaderValue value = fields.get(name);
        if (value == null) {
            throw file.corrupt("header", "no field '" + name + "'", "one");
        }
        return value;
    }

    private static final class Reading {
        private final HeaderLines lines;
        private final Map<String, HeaderValue> fields = new HashMap<>();
        private final List<String> listed = new ArrayList<>();
        private int pairs;

        Reading(HeaderLines lines) {
            this.lines = lines;
        }

        NrrdHeader read() throws IOException {
            Optional<String> line = lines.next();
            while (line.isPresent() && !line.get().isEmpty()) {
                read(line.get());
                if (isList()) {
                    readList();
                    break;
                }
                line = lines.next();
            }
            if (line.isEmpty() && !fields.containsKey("datafile")) {
                throw lines.corrupt("the end of the file", "an empty line and the data, or the field 'data file'");
            }
            return new NrrdHeader(lines.file(), fields, lines.position(), listed, pairs);
        }

        private void read(String line) throws IOException {
            if (line.startsWith("#")) {
                return;
            }
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw lines.corrupt(HeaderLines.quoted(line), "'field: …', 'key:=value' or '# comment'");
            } else if (line.startsWith(":=", colon)) {
                pairs++;
                return;
            }
            String name =
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT).replace(" ", "");
            // Of American and older writers.
            String known = name.equals("centerings") ? "centers" : name;
            if (fields.size() == MAX_FIELDS) {
                throw lines.unsupported("more than " + MAX_FIELDS + " fields", "at most these");
            }
            HeaderValue value = new HeaderValue(
                    lines.file(), lines.place(), name, line.substring(colon + 1).strip());
            if (fields.put(known, value) != null) {
                throw lines.corrupt("the field " + HeaderLines.quoted(name) + " again", "each once");
            }
        }

        private boolean isList() {
            HeaderValue data = fields.get("datafile");
            return data != null && data.text().matches("LIST(\\s+\\d+)?");
        }

        private void readList() throws IOException {
            for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
                if (!line.get().isBlank()) {
                    listed.add(line.get().strip());
                }
                if (listed.size() > NumberedFiles.MAX_FILES) {
                    throw lines.unsupported("more than " + NumberedFiles.MAX_FILES + " files", "at most so many");
                }
            }
        }
    }
}
