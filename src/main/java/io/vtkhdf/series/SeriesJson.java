package io.vtkhdf.series;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.input.FileLocator;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputFiles;
import io.vtkhdf.input.OptionalLibrary;
import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.source.ImageSeries;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * ParaView's other file of steps, {@code NAME.vti.series} and the like:
 *
 * <pre>{@literal
 * {"file-series-version": "1.0", "files": [{"name": "a.vti", "time": 0.5}]}
 * }</pre>
 *
 * <p>What writes such files by hand leaves commas behind the last entry, comments and keys of its own, which mean
 * nothing here.
 */
public final class SeriesJson {

    private final Path path;
    private final JsonParser json;

    private SeriesJson(Path path, JsonParser json) {
        this.path = path;
        this.json = json;
    }

    /**
     * @param reach where the files may lie that it names
     * @throws CorruptFileException if it is broken, or two steps have one time
     * @throws io.vtkhdf.error.UnsupportedFileException if a file is out of reach
     */
    public static ImageSeries open(Path path, InputReach reach, ImageOpener opener) throws IOException {
        List<NamedStep> steps;
        try (InputFile file = new InputFiles().open(path)) {
            OptionalLibrary.JSON.require(file, "beginning of the file", "JSON");
            steps = parse(path, bytes(file));
        }
        return new FileSeries(List.of(path), NamedStep.located(steps, new FileLocator(path, ".series", reach)), opener);
    }

    private static byte[] bytes(InputFile file) throws IOException {
        long most = MemoryBudget.STRUCTURE.bytes() / Byte.SIZE;
        if (file.size() > most) {
            throw file.unsupported(
                    "file", file.size() + " bytes of JSON", "at most " + most + " in a heap (-Xmx) of this size");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
        while (bytes.hasRemaining() && file.read(bytes.position(), bytes) > 0) {
            // read on
        }
        return bytes.array();
    }

    private static List<NamedStep> parse(Path path, byte[] bytes) throws IOException {
        try (JsonParser json = Lenient.FACTORY.createParser(bytes)) {
            return new SeriesJson(path, json).files();
        } catch (JsonProcessingException e) {
            String place =
                    e.getLocation() == null ? "JSON" : "line " + e.getLocation().getLineNr();
            throw new CorruptFileException(
                    path.toString(), place, "is not JSON: " + ShownText.of(e.getOriginalMessage(), 300), e);
        }
    }

    /** Loaded only where there is something to parse: the library may not be there. */
    private static final class Lenient {
        static final JsonFactory FACTORY = JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
                .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
                .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
                .enable(JsonReadFeature.ALLOW_LEADING_PLUS_SIGN_FOR_NUMBERS)
                .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
                .enable(JsonReadFeature.ALLOW_TRAILING_DECIMAL_POINT_FOR_NUMBERS)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
    }

    private List<NamedStep> files() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw corrupt(place(), "no JSON object", "one with the key files");
        }
        List<NamedStep> steps = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean isFiles = json.currentName().equals("files");
            JsonToken value = json.nextToken();
            if (isFiles && value != JsonToken.START_ARRAY) {
                throw corrupt(place(), "files that are no list", "a list");
            } else if (isFiles) {
                steps = steps();
            } else {
                json.skipChildren();
            }
        }
        if (steps == null) {
            throw corrupt("JSON", "no key files", "one, with a list of files");
        }
        return steps;
    }

    private List<NamedStep> steps() throws IOException {
        List<NamedStep> steps = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            steps.add(step());
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw corrupt(place(), "an entry of files that is no object", "one with name and time");
        }
        return steps;
    }

    private NamedStep step() throws IOException {
        String place = place();
        Optional<String> name = Optional.empty();
        Optional<Double> time = Optional.empty();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            if (key.equals("name") && value == JsonToken.VALUE_STRING) {
                name = Optional.of(json.getText());
            } else if (key.equals("time") && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                time = Optional.of(number());
            } else {
                json.skipChildren();
            }
        }
        String file = name.orElseThrow(() -> corrupt(place, "no name of a file", "one"));
        return new NamedStep(place, time, file);
    }

    private double number() throws IOException {
        try {
            return Double.parseDouble(json.getText().strip());
        } catch (NumberFormatException e) {
            throw corrupt(place(), "time '" + ShownText.of(json.getText(), 100) + "'", "a number");
        }
    }

    private String place() {
        return "line " + json.currentTokenLocation().getLineNr();
    }

    private CorruptFileException corrupt(String place, String found, String expected) {
        return new CorruptFileException(path.toString(), place, found, expected);
    }
}
