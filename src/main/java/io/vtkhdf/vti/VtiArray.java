package io.vtkhdf.vti;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.input.ArrayChanges;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputRange;
import io.vtkhdf.vti.xml.VtiElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A {@code DataArray} or {@code Array} element: what it holds and where its values stand.
 *
 * @param steps that it holds for
 * @param type that the values are offered in; empty for strings
 * @param componentNames one a component, empty where it has none
 * @param informationKeys the names of what is said of the array beyond its values, which is not offered
 */
record VtiArray(
        VtiElement element,
        String name,
        VtiSteps steps,
        Form form,
        Optional<ScalarType> type,
        int components,
        List<String> componentNames,
        Payload payload,
        List<String> informationKeys) {

    enum Form {
        NUMBERS,
        /** Offered as bytes of 0 and 1. */
        BITS,
        STRINGS
    }

    sealed interface Payload {}

    /** Numbers as text; several ranges where comments interrupt it. */
    record Ascii(List<InputRange> text) implements Payload {}

    /** Base64 text within the element. */
    record Base64(List<InputRange> text) implements Payload {}

    /** So many bytes after the start of the appended data. */
    record Appended(long offset) implements Payload {}

    private static final String COMPONENT_NAME = "ComponentName";
    /** Of an array with names: what a few names make is told by how many there are. */
    private static final int MAX_UNNAMED = 256;

    private static final int MAX_COMPONENTS = Integer.MAX_VALUE / Long.BYTES;

    /**
     * @param text of the element
     * @param keys the names of what is said of the array beyond its values
     * @throws FileContentException if the array cannot be read
     */
    static VtiArray of(
            VtiElement element, Association association, VtiSteps steps, List<InputRange> text, List<String> keys)
            throws FileContentException {
        String name = element.required("Name");
        if (name.isEmpty()) {
            throw element.corrupt("an empty Name", "one that is not");
        }
        Form form = form(element);
        if (form == Form.STRINGS && association != Association.FIELD) {
            throw element.unsupported("an array of type String", "strings in field data only");
        }
        int components = components(element);
        return new VtiArray(
                element,
                name,
                steps,
                form,
                type(element, form),
                components,
                componentNames(element, components),
                payload(element, text),
                List.copyOf(keys));
    }

    /** What the writers of VTK call information: {@code <InformationKey name="UNITS_LABEL" location="...">}. */
    static Optional<String> lostKey(VtiElement child) {
        return child.attribute("name")
                .filter(key -> child.name().equals("InformationKey") && ArrayChanges.isLostKey(key));
    }

    private static Form form(VtiElement element) throws FileContentException {
        return switch (element.required("type")) {
            case "String" -> Form.STRINGS;
            case "Bit" -> Form.BITS;
            default -> Form.NUMBERS;
        };
    }

    private static Optional<ScalarType> type(VtiElement element, Form form) throws FileContentException {
        return switch (form) {
            case STRINGS -> Optional.empty();
            case BITS -> Optional.of(ScalarType.UINT8);
            case NUMBERS ->
                Optional.of(ScalarType.ofVtkName(element.required("type"))
                        .orElseThrow(() ->
                                element.wrong("type", "one of Int8 to UInt64, Float32, Float64, Bit and String")));
        };
    }

    private static List<String> componentNames(VtiElement element, int components) throws FileContentException {
        long named = element.attributes().keySet().stream()
                .filter(key -> key.startsWith(COMPONENT_NAME))
                .count();
        if (named == 0) {
            return List.of();
        }
        if (components - named > MAX_UNNAMED) {
            throw element.unsupported(
                    named + " names for " + components + " components", "at most " + MAX_UNNAMED + " without a name");
        }
        return IntStream.range(0, components)
                .mapToObj(i -> element.attribute(COMPONENT_NAME + i).orElse(""))
                .toList();
    }

    /** What is not offered as VTK has it. */
    List<SourceNote> notes(Association association) {
        List<SourceNote> notes = new ArrayList<>();
        boolean isId = element.attribute("IdType").filter("1"::equals).isPresent();
        if (form == Form.BITS) {
            notes.add(ArrayChanges.note(place(), association, name, ArrayChanges.BITS));
        } else if (isId && type.equals(Optional.of(ScalarType.INT64))) {
            notes.add(ArrayChanges.note(place(), association, name, ArrayChanges.IDS));
        }
        informationKeys.forEach(key -> notes.add(ArrayChanges.keyLeftOut(place(), association, name, key)));
        return notes;
    }

    private static int components(VtiElement element) throws FileContentException {
        if (element.attribute("NumberOfComponents").isEmpty()) {
            return 1;
        }
        long components = element.size("NumberOfComponents");
        if (components < 1 || components > MAX_COMPONENTS) {
            throw element.wrong("NumberOfComponents", "1 to " + MAX_COMPONENTS);
        }
        return (int) components;
    }

    private static Payload payload(VtiElement element, List<InputRange> text) throws FileContentException {
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
