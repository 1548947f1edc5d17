package io.vtkhdf.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ScalarType;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An image, options that shape it, and what VTK or numpy make of it: see {@code make_shaped.py}.
 *
 * @param first the place of the first point
 * @param dimensions of the points
 * @param arrays with their values, little-endian
 */
record ShapedCase(
        Path source,
        List<String> options,
        double[] first,
        double[] spacing,
        int[] dimensions,
        Map<ArraySpec, ByteBuffer> arrays) {

    private static final int COUNT = 32;

    static List<ShapedCase> all() throws IOException {
        Path folder = folder();
        ByteBuffer values = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("values.bin")));
        List<ShapedCase> cases = new ArrayList<>();
        for (JsonNode one :
                new ObjectMapper().readTree(folder.resolve("cases.json").toFile())) {
            List<String> options = new ArrayList<>();
            one.get("options").forEach(option -> options.add(option.asText()));
            Map<ArraySpec, ByteBuffer> arrays = new LinkedHashMap<>();
            for (JsonNode array : one.get("arrays")) {
                int bytes = array.get("bytes").asInt();
                arrays.put(spec(array), values.slice(values.position(), bytes).order(ByteOrder.LITTLE_ENDIAN));
                values.position(values.position() + bytes);
            }
            cases.add(new ShapedCase(
                    folder.resolve(one.get("source").asText()),
                    options,
                    numbers(one.get("origin")),
                    numbers(one.get("spacing")),
                    Arrays.stream(numbers(one.get("dimensions")))
                            .mapToInt(n -> (int) n)
                            .toArray(),
                    arrays));
        }
        if (cases.size() != COUNT || values.hasRemaining()) {
            throw new IllegalStateException(cases.size() + " cases, " + values.remaining() + " bytes too many");
        }
        return cases;
    }

    private static Path folder() {
        try {
            return Path.of(ShapedCase.class.getResource("/shape").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ArraySpec spec(JsonNode array) {
        return new ArraySpec(
                Association.valueOf(array.get("association").asText().toUpperCase(Locale.ROOT)),
                array.get("name").asText(),
                ScalarType.ofVtkName(array.get("type").asText()).orElseThrow(),
                array.get("components").asInt());
    }

    private static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = list.get(i).asDouble();
        }
        return numbers;
    }

    boolean areMeans() {
        return options.contains("mean");
    }

    @Override
    public String toString() {
        return source.getFileName() + " " + String.join(" ", options);
    }
}
