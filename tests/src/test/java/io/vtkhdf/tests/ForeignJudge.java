package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Vector3;
import io.vtkhdf.read.ArrayReader;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.validate.Finding;
import io.vtkhdf.validate.ImageValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/**
 * Holds what our reader makes of files that others wrote against their manifest, whose form {@code make_foreign.py}
 * tells.
 */
final class ForeignJudge {

    private final Path folder;
    private final JsonNode account;
    private boolean told;

    private ForeignJudge(Path folder, JsonNode account) {
        this.folder = folder;
        this.account = account;
    }

    /** A test a file of the folder. */
    static Stream<DynamicTest> tests(Path folder) throws IOException {
        JsonNode manifest =
                new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
        return elements(manifest)
                .map(account -> dynamicTest(
                        account.get("family").asText() + ": "
                                + account.get("title").asText(),
                        () -> new ForeignJudge(folder, account).judge()));
    }

    private void judge() throws Exception {
        Path file = folder.resolve(account.get("file").asText());
        requireFaults(file);
        switch (account.get("expect").asText()) {
            case "same" -> requireSame(file);
            case "unsupported" -> assertThrows(UnsupportedFileException.class, () -> readAll(file));
            case "refused" -> assertThrows(FileContentException.class, () -> readAll(file));
            default -> {
                // Ours to choose.
            }
        }
    }

    private void requireFaults(Path file) throws IOException {
        List<String> places =
                elements(account.path("faults")).map(JsonNode::asText).toList();
        if (!places.isEmpty()) {
            List<Finding> findings = ImageValidator.validate(file).findings();
            for (String place : places) {
                String[] fault = place.split("\\|", 2);
                assertTrue(
                        findings.stream()
                                .filter(finding -> finding.severity() != Finding.Severity.NOTE)
                                .filter(finding -> finding.path().equals("/VTKHDF" + fault[0]))
                                .anyMatch(finding ->
                                        fault.length == 1 || finding.found().contains(fault[1])),
                        () -> place + ": " + findings);
            }
        } else if (account.has("faults") && account.get("judged").asBoolean() && isTimeSeries()) {
            assertEquals(List.of(), ImageValidator.validate(file).findings());
        }
    }

    private boolean isTimeSeries() {
        return account.path("steps").size() > 1;
    }

    private static void readAll(Path file) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            for (int step = 0; step < reader.steps(); step++) {
                readAll(file, reader.atStep(step));
            }
        }
    }

    private static void readAll(Path file, ImageDataReader reader) throws IOException {
        for (ArrayReader array : reader.arrays()) {
            array.read(Order.X_FASTEST);
        }
        reader.fields();
        if (!reader.unreadable().isEmpty()) {
            throw new UnsupportedFileException(
                    file.toString(), "/VTKHDF", reader.unreadable().toString(), "none");
        }
    }

    private void requireSame(Path file) throws IOException {
        Random random = new Random(1);
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            OwnReaderJudge.requireSame(geometry(), reader.geometry());
            List<JsonNode> steps =
                    account.has("steps") ? elements(account.get("steps")).toList() : List.of(account);
            assertEquals(steps.size(), reader.steps(), "steps");
            if (account.has("times")) {
                assertArrayEquals(numbers(account.get("times")), reader.times(), "times");
            }
            for (int step = 0; step < steps.size(); step++) {
                requireSame(steps.get(step), reader.atStep(step), random);
            }
            assertEquals(account.has("lacking"), told, "missing parts are told");
        }
    }

    /** @param image the account of it, or of one step */
    private void requireSame(JsonNode image, ImageDataReader reader, Random random) throws IOException {
        Set<String> names = new TreeSet<>();
        Set<String> unsupported =
                elements(account.path("unsupported")).map(JsonNode::asText).collect(Collectors.toSet());
        for (JsonNode node : image.get("arrays")) {
            if (unsupported.contains(node.get("name").asText())) {
                continue;
            }
            RandomArray array = array(node);
            names.add(array.spec().association() + " " + array.spec().name());
            ArrayReader found = array.spec().association() == Association.POINT
                    ? reader.pointArray(array.spec().name())
                    : reader.cellArray(array.spec().name());
            if (!isLacking(found)) {
                OwnReaderJudge.judge(array, array.spec(), found, random);
            }
        }
        assertEquals(names, names(reader), "arrays");
        for (String name : unsupported) {
            assertThrows(UnsupportedFileException.class, () -> reader.pointArray(name), name);
        }
        assertEquals(unsupported.size(), reader.unreadable().size(), "unsupported arrays");
        OwnReaderJudge.requireSame(fields(image), reader.fields(), UnaryOperator.identity());
        assertEquals(active(), Set.copyOf(reader.activeArrays()), "active arrays");
    }

    /** Whether we tell that parts of an array are missing, or cannot be read. */
    private boolean isLacking(ArrayReader array) throws IOException {
        if (elements(account.path("lacking"))
                .noneMatch(name -> name.asText().equals(array.spec().name()))) {
            assertEquals(List.of(), array.missingParts());
            return false;
        }
        boolean isTold;
        try {
            isTold = !array.missingParts().isEmpty();
        } catch (CorruptFileException e) {
            isTold = true;
        }
        told |= isTold;
        return isTold;
    }

    private static Set<String> names(ImageDataReader reader) {
        return reader.arrays().stream()
                .map(a -> a.spec().association() + " " + a.spec().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ImageGeometry geometry() {
        double[] e = numbers(account.get("extent"));
        double[] origin = numbers(account.get("origin"));
        double[] spacing = numbers(account.get("spacing"));
        return new ImageGeometry(
                new Extent((int) e[0], (int) e[1], (int) e[2], (int) e[3], (int) e[4], (int) e[5]),
                new Vector3(origin[0], origin[1], origin[2]),
                new Vector3(spacing[0], spacing[1], spacing[2]),
                Direction.of(numbers(account.get("direction"))));
    }

    private RandomArray array(JsonNode node) throws IOException {
        ArraySpec spec = new ArraySpec(
                Association.valueOf(node.get("association").asText()),
                node.get("name").asText(),
                type(node),
                node.get("components").asInt());
        double[] d = numbers(node.get("dimensions"));
        byte[] values = node.has("hex")
                ? hex(node)
                : Files.readAllBytes(folder.resolve(node.get("bin").asText()));
        return new RandomArray(spec, new Dimensions((int) d[0], (int) d[1], (int) d[2]), StorageCase.RAW, values);
    }

    private List<FieldArray> fields(JsonNode image) {
        List<FieldArray> fields = new ArrayList<>();
        for (JsonNode node : image.get("fields")) {
            String name = node.get("name").asText();
            if (node.has("strings")) {
                List<String> strings =
                        elements(node.get("strings")).map(JsonNode::asText).toList();
                fields.add(FieldArray.ofStrings(name, strings));
            } else {
                ScalarType type = type(node);
                byte[] bytes = hex(node);
                Object values = Bits.values(bytes, type.carrier(), type.size());
                fields.add(
                        FieldArray.ofNumbers(name, type, node.get("components").asInt(), values));
            }
        }
        return fields;
    }

    private Set<ActiveArray> active() {
        return elements(account.path("active"))
                .map(a -> new ActiveArray(
                        Association.valueOf(a.get(0).asText()),
                        ArrayRole.valueOf(a.get(1).asText()),
                        a.get(2).asText()))
                .collect(Collectors.toSet());
    }

    private static byte[] hex(JsonNode node) {
        return HexFormat.of().parseHex(node.get("hex").asText());
    }

    private static ScalarType type(JsonNode node) {
        return ScalarType.ofVtkName(node.get("type").asText()).orElseThrow();
    }

    private static double[] numbers(JsonNode list) {
        return elements(list).mapToDouble(JsonNode::asDouble).toArray();
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
