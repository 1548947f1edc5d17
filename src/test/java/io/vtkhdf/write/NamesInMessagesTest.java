package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Order;
import io.vtkhdf.image.Region;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.ImageDataReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a user calls an array, the message about it is one line that a terminal only shows, and names it. */
class NamesInMessagesTest {

    private static final ImageGeometry IMAGE = ImageGeometry.of(2, 2, 1);
    private static final ScalarType TYPE = ScalarType.UINT8;
    private static final WriteOptions OPTIONS = WriteOptions.defaults().withOverwrite(true);

    /** What HDF5 cannot hold. */
    private static final List<String> UNSTORABLE = List.of("\u0000", "\ud800", "\udbff", "\udc00", "\udfff");

    /** What a terminal obeys, cannot show, or turns around; the ends of each range. */
    private static final List<String> STORABLE = List.of(
            "\u0001", "\u0007", "\n", "\r", "\u001b", "\u001f", "\u007f", "\u0080", "\u009b", "\u009f", "\u061c",
            "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069", "\ufffe", "\uffff");

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> whateverTheNameIs() {
        return Stream.concat(UNSTORABLE.stream(), STORABLE.stream())
                .flatMap(odd -> tests(odd, refusals("a" + odd + "b")));
    }

    @TestFactory
    Stream<DynamicTest> whereTheNameIsWritten() {
        return STORABLE.stream().flatMap(odd -> tests(odd, refusalsOfAFile("a" + odd + "b")));
    }

    @TestFactory
    Stream<DynamicTest> whereItCannotBeWritten() {
        return UNSTORABLE.stream().flatMap(odd -> tests(odd, refusalsOfAName("a" + odd + "b")));
    }

    private static Stream<DynamicTest> tests(String odd, Map<String, Executable> refusals) {
        String escape = String.format("\\u%04x", (int) odd.charAt(0));
        return refusals.entrySet().stream()
                .map(refusal -> DynamicTest.dynamicTest(refusal.getKey() + escape, () -> {
                    String message = assertThrows(RuntimeException.class, refusal.getValue())
                            .getMessage();
                    assertTrue(message.contains("a" + escape + "b"), message);
                    assertFalse(message.contains(odd), message);
                    assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(message), message);
                }));
    }

    private Map<String, Executable> refusals(String name) {
        Map<String, Executable> refusals = new LinkedHashMap<>();
        refusals.put("no components", () -> new ArraySpec(Association.POINT, name, TYPE, 0));
        refusals.put("a field as array", () -> new ArraySpec(Association.FIELD, name, TYPE, 1));
        refusals.put("names of components", () -> ArraySpec.point(name, TYPE).withComponentNames(List.of("x", "y")));
        refusals.put("field without components", () -> FieldArray.ofNumbers(name, TYPE, 0, new byte[1]));
        refusals.put("field of another type", () -> FieldArray.ofNumbers(name, TYPE, 1, new int[1]));
        refusals.put("field of half a tuple", () -> FieldArray.ofNumbers(name, TYPE, 2, new byte[1]));
        refusals.put("field's names", () -> FieldArray.of(name, 1).withComponentNames(List.of("x", "y")));
        refusals.put("active field", () -> new ActiveArray(Association.FIELD, ArrayRole.SCALARS, name));
        refusals.put(
                "active array that is none",
                () -> writing(writer -> writer.setActive(new ActiveArray(Association.POINT, ArrayRole.SCALARS, name))));
        refusals.put("read array that is none", () -> reading("other", reader -> reader.pointArray(name)));
        return refusals;
    }

    private Map<String, Executable> refusalsOfAName(String name) {
        Map<String, Executable> refusals = new LinkedHashMap<>();
        refusals.put("name", () -> writing(writer -> writer.createPointArray(name, TYPE)));
        refusals.put("field's name", () -> writing(writer -> writer.writeField(FieldArray.of(name, 1))));
        refusals.put(
                "name of a component",
                () -> writing(
                        writer -> writer.createArray(ArraySpec.point("c", TYPE).withComponentNames(List.of(name)))));
        refusals.put("string", () -> writing(writer -> writer.writeField(FieldArray.ofStrings("s", List.of(name)))));
        refusals.put("source", () -> WriteOptions.defaults().withSource(name));
        return refusals;
    }

    private Map<String, Executable> refusalsOfAFile(String name) {
        Map<String, Executable> refusals = new LinkedHashMap<>();
        refusals.put(
                "twice",
                () -> writing(writer -> {
                    writer.createPointArray(name, TYPE);
                    writer.createPointArray(name, TYPE);
                }));
        refusals.put(
                "too large a slice",
                () -> writing(
                        writer -> writer.createArray(ArraySpec.point(name, TYPE).withComponents(Integer.MAX_VALUE))));
        refusals.put("no such slice", () -> array(name, array -> array.writeSlice(1, new byte[4])));
        refusals.put("is written", () -> array(name, array -> array.isWritten(1)));
        refusals.put("other values", () -> array(name, array -> array.writeSlice(0, new int[4])));
        refusals.put("too few values", () -> array(name, array -> array.writeSlice(0, new byte[3])));
        refusals.put(
                "written twice",
                () -> array(name, array -> {
                    array.writeSlice(0, new byte[4]);
                    array.writeSlice(0, new byte[4]);
                }));
        refusals.put(
                "not written",
                () -> writing(writer -> {
                    writer.createPointArray(name, TYPE);
                    writer.finish();
                }));
        refusals.put(
                "half a value",
                () -> writing(writer ->
                        writer.createPointArray(name, ScalarType.INT32).writeSlice(0, ByteBuffer.allocate(7))));
        refusals.put(
                "outside", () -> reading(name, reader -> reader.pointArray(name).readSlice(1)));
        refusals.put("array beside", () -> reading(name, reader -> reader.pointArray("other")));
        refusals.put(
                "no room",
                () -> reading(
                        name,
                        reader -> reader.pointArray(name)
                                .read(Region.all(IMAGE.dimensions()), ByteBuffer.allocate(1), Order.X_FASTEST)));
        refusals.put("another form resumed", () -> resuming(name));
        return refusals;
    }

    @Test
    void whatIsWrongWithAFieldNamesTheField() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> writing(writer -> writer.writeField(FieldArray.ofStrings("units", List.of("m", "\ud800")))));
        assertEquals("'units': found a NUL or half a surrogate pair in '\\ud800'", refused.getMessage());
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        String face = "\ud83d\ude00";
        for (String name : List.of(face.repeat(400), "a" + face.repeat(400))) {
            String shown = ShownText.quoted(name);
            assertTrue(shown.length() < 310, shown);
            assertFalse(shown.contains("\\u"), shown);
            assertTrue(shown.startsWith("'" + name.substring(0, 5)) && shown.endsWith(face + "'"), shown);
        }
    }

    private interface Use<T> {
        void of(T file) throws IOException;
    }

    private void writing(Use<ImageDataWriter> use) throws IOException {
        ImageDataWriter writer = ImageDataWriter.create(directory.resolve("image.vtkhdf"), IMAGE, OPTIONS);
        try {
            use.of(writer);
        } finally {
            writer.abort();
        }
    }

    private void array(String name, Use<ArrayWriter> use) throws IOException {
        writing(writer -> use.of(writer.createPointArray(name, TYPE)));
    }

    private void reading(String name, Use<ImageDataReader> use) throws IOException {
        Path file = directory.resolve("image.vtkhdf");
        writing(writer -> {
            writer.createPointArray(name, TYPE).writeSlice(0, new byte[4]);
            writer.finish();
        });
        try (ImageDataReader reader = ImageDataReader.open(file)) {
            use.of(reader);
        }
    }

    private void resuming(String name) throws IOException {
        Path file = directory.resolve("image.vtkhdf");
        ImageDataWriter begun = ImageDataWriter.create(file, IMAGE, OPTIONS);
        begun.createPointArray(name, TYPE);
        begun.commit();
        begun.abort();
        try (ImageDataWriter writer = ImageDataWriter.create(file, IMAGE, OPTIONS.withResume(true))) {
            writer.createPointArray(name, ScalarType.INT32);
        }
    }
}
