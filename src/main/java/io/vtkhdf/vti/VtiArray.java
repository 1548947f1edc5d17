package io.vtkhdf.vti;

import io.vtkhdf.Association;
import io.vtkhdf.ScalarType;
import io.vtkhdf.UnsupportedFileException;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputRange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A {@code DataArray} or {@code Array} element: what it holds and where its values stand.
 *
 * @param type empty for strings
 */
record VtiArray(VtiElement element, String name, Optional<ScalarType> type, int components, Payload payload) {

    sealed interface Payload {}

    /** Numbers as text; several ranges where comments interrupt it. */
    record Ascii(List<InputRange> text) implements Payload {}

    /** Base64 text within the element. */
    record Base64(List<InputRange> text) implements Payload {}

    /** So many bytes after the start of the appended data. */
    record Appended(long offset) implements Payload {}

    private static final int MAX_COMPONENTS = Integer.MAX_VALUE / Long.BYTES;

    /**
     * Reads the element that was gone into last, and goes out of it.
     *
     * @throws UnsupportedFileException if the array is of a kind that is not read; its element has been gone out of
     */
    static VtiArray read(VtiXml xml, Association association) throws IOException {
        String name = xml.element().required("Name");
        VtiElement element = xml.element(association.groupName() + " '" + name + "'");
        if (name.isEmpty()) {
            throw element.corrupt("an empty Name", "one that is not");
        }
        List<InputRange> text = xml.skipText();
        Optional<ScalarType> type = type(element);
        if (type.isEmpty() && association != Association.FIELD) {
            throw element.unsupported("an array of type String", "strings in field data only");
        }
        return new VtiArray(element, name, type, components(element), payload(element, text));
    }

    private static Optional<ScalarType> type(VtiElement element) throws IOException {
        String type = element.required("type");
        if (type.equals("String")) {
            return Optional.empty();
        }
        if (type.equals("Bit")) {
            throw element.unsupported("an array of type Bit", "another type");
        }
        return Optional.of(ScalarType.ofVtkName(type)
                .orElseThrow(() -> element.wrong("type", "one of Int8 to UInt64, Float32, Float64 and String")));
    }

    private static int components(VtiElement element) throws IOException {
        if (element.attribute("NumberOfComponents").isEmpty()) {
            return 1;
        }
        long components = element.size("NumberOfComponents");
        if (components < 1 || components > MAX_COMPONENTS) {
            throw element.wrong("NumberOfComponents", "1 to " + MAX_COMPONENTS);
        }
        return (int) components;
    }

    private static Payload payload(VtiElement element, List<InputRange> text) throws IOException {
        if (element.attribute("offset").isPresent()) {
            return new Appended(element.size("offset"));
        }
        String format = element.attribute("format").orElse("ascii");
        return switch (format) {
            case "binary" -> new Base64(text);
            case "appended" -> throw element.corrupt("format 'appended' without an offset", "an offset");
            default -> new Ascii(text);
        };
    }

    InputPlace place() {
        return new InputPlace(element.file(), element.place());
    }
}
