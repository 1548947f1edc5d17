package io.vtkhdf.legacy;

import io.vtkhdf.input.ArrayChanges;
import io.vtkhdf.input.InputPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What may follow the values of an array.
 *
 * <pre>
 * METADATA
 * COMPONENT_NAMES
 * a name for each component, a line each
 * INFORMATION n
 * NAME key LOCATION class      \ n times
 * DATA value                   /
 * an empty line
 * </pre>
 *
 * @param componentNames as in {@link io.vtkhdf.image.ArraySpec}
 * @param informationKeys those that tell more than the values do
 */
record LegacyMetadata(List<String> componentNames, List<String> informationKeys) {

    private static final LegacyMetadata NONE = new LegacyMetadata(List.of(), List.of());

    /** Reads the metadata, if there are any. */
    static LegacyMetadata read(LegacyScanner scanner, LegacyDeclaration declaration, LegacyNameMemory memory)
            throws IOException {
        Optional<String> word = scanner.word();
        if (word.isEmpty()) {
            return NONE;
        }
        if (!word.get().equalsIgnoreCase("METADATA")) {
            scanner.pushBack(word.get());
            return NONE;
        }
        scanner.skipLine();
        List<String> names = List.of();
        List<String> lost = new ArrayList<>();
        long keys = 0;
        for (String line = line(scanner, keys); !line.isEmpty() || keys > 0; line = line(scanner, keys)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("component_names")) {
                names = componentNames(scanner, declaration, memory);
            } else if (lower.startsWith("information ")) {
                keys = keys(scanner, lower.substring("information ".length()));
            } else if (lower.startsWith("name ")) {
                keys--;
                String key = LegacyNames.decode(
                        line.substring("name ".length()).strip().split(" ")[0]);
                if (ArrayChanges.isLostKey(key)) {
                    lost.add(memory.takeKey(declaration.place(scanner.file()), key));
                }
            }
        }
        return new LegacyMetadata(names, List.copyOf(lost));
    }

    /** The next line; if no keys are to come, the end of the file is as good as an empty one. */
    private static String line(LegacyScanner scanner, long keys) throws IOException {
        Optional<byte[]> line = scanner.line();
        if (line.isEmpty() && keys > 0) {
            throw scanner.corrupt("the end of the file", keys + " more information keys");
        }
        return new String(line.orElse(new byte[0]), StandardCharsets.ISO_8859_1);
    }

    private static List<String> componentNames(
            LegacyScanner scanner, LegacyDeclaration declaration, LegacyNameMemory memory) throws IOException {
        InputPlace place = declaration.place(scanner.file());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < declaration.components(); i++) {
            byte[] line = scanner.line().orElseThrow(() -> scanner.corrupt("the end of the file", "component names"));
            names.add(memory.takeName(place, LegacyNames.decode(line)));
        }
        return names;
    }

    private static long keys(LegacyScanner scanner, String count) throws IOException {
        try {
            return Long.parseLong(count.strip());
        } catch (NumberFormatException e) {
            throw scanner.corrupt(LegacyScanner.quoted(count), "the number of information keys");
        }
    }
}
