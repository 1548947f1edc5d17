package io.vtkhdf.vti.write;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ScalarType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An array of a file that is written.
 *
 * @param before what stands in the file between the array before and this one's element
 * @param tag the start of the element's tag: its name and its attributes, but not where the values are
 * @param type of the values; strings are stored as bytes
 * @param bytes the size of the values
 */
record VtiEntry(String before, String tag, ScalarType type, long bytes) {

    static VtiEntry of(String before, ArraySpec array, long tuples) {
        String tag = dataArray(array.type(), array.name(), array.components(), array.componentNames());
        return new VtiEntry(before, tag, array.type(), Math.multiplyExact(tuples, (long) array.tupleSize()));
    }

    static VtiEntry of(String before, FieldArray field) {
        String tuples = VtiMarkup.attribute("NumberOfTuples", field.tuples());
        if (field.isStrings()) {
            String tag = "<Array" + VtiMarkup.attribute("type", "String") + VtiMarkup.attribute("Name", field.name());
            return new VtiEntry(
                    before, tag + tuples, ScalarType.INT8, bytes(field).remaining());
        }
        ScalarType type = field.asNumbers().type();
        String tag = dataArray(type, field.name(), field.components(), field.componentNames()) + tuples;
        return new VtiEntry(before, tag, type, (long) field.tuples() * field.components() * type.size());
    }

    private static String dataArray(ScalarType type, String name, int components, List<String> componentNames) {
        StringBuilder tag = new StringBuilder("<DataArray")
                .append(VtiMarkup.attribute("type", type.vtkName()))
                .append(VtiMarkup.attribute("Name", name))
                .append(components == 1 ? "" : VtiMarkup.attribute("NumberOfComponents", components));
        for (int i = 0; i < componentNames.size(); i++) {
            String componentName = componentNames.get(i);
            tag.append(componentName.isEmpty() ? "" : VtiMarkup.attribute("ComponentName" + i, componentName));
        }
        return tag.toString();
    }

    /** The values of a field: numbers, or strings, each ended by a 0. */
    static ByteBuffer bytes(FieldArray field) {
        if (!field.isStrings()) {
            return field.asNumbers().type().toBytes(field.asNumbers().values());
        }
        StringBuilder text = new StringBuilder();
        for (String string : field.asStrings().values()) {
            if (string.indexOf('\0') >= 0) {
                throw new UnsupportedOperationException(
                        Association.FIELD.groupName() + " " + ShownText.quoted(field.name())
                                + ": found a string with the character 0, expected none: it ends a string in .vti");
            }
            text.append(string).append('\0');
        }
        return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The name of the element. */
    String element() {
        return tag.substring(1, tag.indexOf(' '));
    }
}
