package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vtkhdf.ActiveArray;
import io.vtkhdf.ActiveAttribute;
import io.vtkhdf.ArrayReader;
import io.vtkhdf.ArraySpec;
import io.vtkhdf.Association;
import io.vtkhdf.Dimensions;
import io.vtkhdf.Direction;
import io.vtkhdf.Extent;
import io.vtkhdf.FieldArray;
import io.vtkhdf.ImageGeometry;
import io.vtkhdf.Order;
import io.vtkhdf.ScalarType;
import io.vtkhdf.UnsupportedFileException;
import io.vtkhdf.Vector3;
import io.vtkhdf.VtkhdfException;
import io.vtkhdf.VtkhdfReader;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files that h5py wrote, in every way that HDF5 allows ({@code make_foreign.py}), read by us. */
@Tag("h5py")
class ForeignFilesTest {

    @TempDir
    static Path scratch;

    @TestFactory
    Stream<DynamicTest> readsWhatH5pyWrote() throws IOException, InterruptedException {
        Tool.run(
                scratch,
                List.of(Tool.python(), Tool.pythonScript("make_foreign.py").toString(), scratch.toString()));
        JsonNode manifest =
                new ObjectMapper().readTree(scratch.resolve("manifest.json").toFile());
        return elements(manifest)
                .map(account -> dynamicTest(account.get("title").asText(), () -> judge(account)));
    }

    private static void judge(JsonNode account) throws Exception {
        Path file = Path.of(account.get("file").asText());
        switch (account.get("expect").asText()) {
            case "same" -> requireSame(account, file);
            case "unsupported" -> assertThrows(UnsupportedFileException.class, () -> readAll(file));
            default -> assertThrows(VtkhdfException.class, () -> readAll(file));
        }
    }

    private static void readAll(Path file) throws IOException {
        try (VtkhdfReader reader = VtkhdfReader.open(file)) {
            for (ArrayReader array : reader.arrays()) {
                array.read(Order.X_FASTEST);
            }
            reader.fields();
        }
    }

    private static void requireSame(JsonNode account, Path file) throws IOException {
        Random random = new Random(1);
        try (VtkhdfReader reader = VtkhdfReader.open(file)) {
            OwnReaderJudge.requireSame(geometry(account), reader.geometry());
            Set<String> names = new TreeSet<>();
            for (JsonNode node : account.get("arrays")) {
                RandomArray array = array(node);
                names.add(array.spec().association() + " " + array.spec().name());
                ArrayReader found = array.spec().association() == Association.POINT
                        ? reader.pointArray(array.spec().name())
                        : reader.cellArray(array.spec().name());
                OwnReaderJudge.judge(array, array.spec(), found, random);
            }
            assertEquals(names, names(reader), "arrays");
            for (JsonNode name : account.path("unsupported")) {
                assertThrows(UnsupportedFileException.class, () -> reader.pointArray(name.asText()), name.asText());
            }
            assertEquals(
                    account.path("unsupported").size(),
                    reader.unsupportedArrays().size(),
                    "unsupported arrays");
            OwnReaderJudge.requireSame(fields(account), reader.fields(), UnaryOperator.identity());
            assertEquals(active(account), Set.copyOf(reader.activeArrays()), "active arrays");
        }
    }

    private static Set<String> names(VtkhdfReader reader) {
        return reader.arrays().stream()
                .map(a -> a.spec().association() + " " + a.spec().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static ImageGeometry geometry(JsonNode account) {
        double[] e = numbers(account.get("extent"));
        double[] origin = numbers(account.get("origin"));
        double[] spacing = numbers(account.get("spacing"));
        return new ImageGeometry(
                new Extent((int) e[0], (int) e[1], (int) e[2], (int) e[3], (int) e[4], (int) e[5]),
                new Vector3(origin[0], origin[1], origin[2]),
                new Vector3(spacing[0], spacing[1], spacing[2]),
                Direction.of(numbers(account.get("direction"))));
    }

    private static RandomArray array(JsonNode node) throws IOException {
        ArraySpec spec = new ArraySpec(
                Association.valueOf(node.get("association").asText()),
                node.get("name").asText(),
                type(node),
                node.get("components").asInt());
        double[] d = numbers(node.get("dimensions"));
        byte[] values = Files.readAllBytes(Path.of(node.get("bin").asText()));
        return new RandomArray(spec, new Dimensions((int) d[0], (int) d[1], (int) d[2]), StorageCase.RAW, values);
    }

    private static List<FieldArray> fields(JsonNode account) {
        List<FieldArray> fields = new ArrayList<>();
        for (JsonNode node : account.get("fields")) {
            String name = node.get("name").asText();
            if (node.has("strings")) {
                List<String> strings =
                        elements(node.get("strings")).map(JsonNode::asText).toList();
                fields.add(FieldArray.ofStrings(name, strings));
            } else {
                ScalarType type = type(node);
                byte[] bytes = HexFormat.of().parseHex(node.get("hex").asText());
                Object values = Bits.values(bytes, type.carrier(), type.size());
                fields.add(
                        FieldArray.ofNumbers(name, type, node.get("components").asInt(), values));
            }
        }
        return fields;
    }

    private static Set<ActiveArray> active(JsonNode account) {
        return elements(account.path("active"))
                .map(a -> new ActiveArray(
                        Association.valueOf(a.get(0).asText()),
                        ActiveAttribute.valueOf(a.get(1).asText()),
                        a.get(2).asText()))
                .collect(Collectors.toSet());
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
