package io.vtkhdf.legacy;

import io.vtkhdf.image.Association;
import java.io.IOException;

/**
 * Reads the arrays of point, cell and field data.
 *
 * <pre>
 * SCALARS name type [components]
 * LOOKUP_TABLE table
 * COLOR_SCALARS name components
 * TEXTURE_COORDINATES name components type
 * VECTORS name type                             NORMALS, TENSORS, TENSORS6, GLOBAL_IDS, PEDIGREE_IDS, EDGE_FLAGS
 * LOOKUP_TABLE table size
 * FIELD name arrays
 * name components tuples type                   or NULL_ARRAY
 * </pre>
 *
 * Each but NULL_ARRAY is followed by its values.
 */
final class LegacyAttributes {

    private static final int MAX_COMPONENTS = Integer.MAX_VALUE / Long.BYTES;
    private static final int RGBA = 4;

    private final LegacyScanner scanner;
    private final LegacyArrays arrays;
    private final LegacyContents contents;

    LegacyAttributes(LegacyScanner scanner, LegacyArrays arrays, LegacyContents contents) {
        this.scanner = scanner;
        this.arrays = arrays;
        this.contents = contents;
    }

    /** Reads what follows a keyword in lower case. */
    void read(String keyword, LegacySection section) throws IOException {
        if (keyword.equals("field")) {
            readField(section);
        } else if (keyword.equals("lookup_table")) {
            readLookupTable(section.association());
        } else {
            LegacyAttribute attribute = LegacyAttribute.of(keyword)
                    .orElseThrow(() -> scanner.corrupt(
                            LegacyScanner.quoted(keyword), "SCALARS, VECTORS, FIELD or another kind of array"));
            LegacyArray array = arrays.read(declaration(attribute, section));
            contents.add(array, section.tuplesOfImage());
            attribute.role().ifPresent(role -> contents.activate(array, role));
        }
    }

    private LegacyDeclaration declaration(LegacyAttribute attribute, LegacySection section) throws IOException {
        Association association = section.association();
        long tuples = section.tuples();
        String name = name();
        if (attribute == LegacyAttribute.COLOR_SCALARS) {
            return new LegacyDeclaration(association, name, LegacyType.COLOR, components(1), tuples);
        } else if (attribute == LegacyAttribute.TEXTURE_COORDINATES) {
            int components = components(1);
            return declaration(association, name, typeName(), components, tuples);
        }
        String type = typeName();
        int components = attribute == LegacyAttribute.SCALARS ? scalarComponents() : attribute.components();
        return declaration(association, name, type, components, tuples);
    }

    private int scalarComponents() throws IOException {
        String expected = "the number of components, or LOOKUP_TABLE";
        String word = scanner.word(expected);
        int components = 1;
        if (!word.equalsIgnoreCase("LOOKUP_TABLE")) {
            scanner.pushBack(word);
            components = components(1);
            word = scanner.word("LOOKUP_TABLE");
        }
        if (!word.equalsIgnoreCase("LOOKUP_TABLE")) {
            throw scanner.corrupt(LegacyScanner.quoted(word), "LOOKUP_TABLE");
        }
        scanner.word("the name of a lookup table");
        return components;
    }

    private void readLookupTable(Association association) throws IOException {
        String name = name();
        long size = scanner.size("the size of a lookup table");
        arrays.skip(new LegacyDeclaration(association, name, LegacyType.COLOR, RGBA, size));
        contents.leaveOutLookupTable(association, name);
    }

    private void readField(LegacySection section) throws IOException {
        scanner.word("the name of a field");
        long count = scanner.size("the number of arrays");
        for (long i = 0; i < count; i++) {
            String word = scanner.word("the name of an array");
            if (!word.equals("NULL_ARRAY")) {
                scanner.pushBack(word);
                contents.add(arrays.read(declaration(section.association())), section.tuplesOfImage());
            }
        }
    }

    private LegacyDeclaration declaration(Association association) throws IOException {
        String name = name();
        int components = components(0);
        long tuples = scanner.size("the number of tuples");
        // An array without values has one component in VTK.
        return declaration(association, name, typeName(), Math.max(components, 1), components == 0 ? 0 : tuples);
    }

    private String name() throws IOException {
        String name = LegacyNames.decode(scanner.word("the name of an array"));
        if (name.isEmpty()) {
            throw scanner.corrupt("an empty name", "one that is not");
        }
        return name;
    }

    private int components(int least) throws IOException {
        int components = scanner.int32("the number of components");
        if (components < least || components > MAX_COMPONENTS) {
            throw scanner.corrupt(components + " components", least + " to " + MAX_COMPONENTS);
        }
        return components;
    }

    private String typeName() throws IOException {
        return scanner.word("a type");
    }

    private LegacyDeclaration declaration(
            Association association, String name, String typeName, int components, long tuples) throws IOException {
        LegacyType type = LegacyType.of(typeName).orElse(LegacyType.UNKNOWN);
        LegacyDeclaration declaration = new LegacyDeclaration(association, name, type, typeName, components, tuples);
        if (type == LegacyType.UNKNOWN && !arrays.canSkip(declaration)) {
            throw scanner.corrupt(LegacyScanner.quoted(typeName), LegacyType.EXAMPLES);
        }
        return declaration;
    }
}
