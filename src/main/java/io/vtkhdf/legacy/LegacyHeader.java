package io.vtkhdf.legacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines in front of the image.
 *
 * <pre>
 * # vtk DataFile Version 3.0
 * a title
 * ASCII | BINARY
 * DATASET STRUCTURED_POINTS | RECTILINEAR_GRID
 * </pre>
 *
 * @param isGrid whether it is a rectilinear grid
 * @param newerVersion the version, if it is newer than those that are known
 */
record LegacyHeader(LegacyEncoding encoding, boolean isGrid, Optional<String> newerVersion) {

    private static final String START = "# vtk DataFile Version";
    private static final Pattern VERSION = Pattern.compile("\\s*(\\d{1,4})\\.(\\d{1,4}).*");
    private static final int NEWEST_MAJOR = 5;
    private static final int NEWEST_MINOR = 1;

    /** What VTK's legacy files hold instead of an image. */
    private static final Set<String> OTHER_DATA = Set.of(
            "field",
            "structured_grid",
            "unstructured_grid",
            "polydata",
            "table",
            "tree",
            "molecule",
            "directed_graph",
            "undirected_graph",
            "multiblock",
            "multipiece",
            "hierarchical_box",
            "overlapping_amr",
            "non_overlapping_amr");

    static LegacyHeader read(LegacyScanner scanner) throws IOException {
        String line = new String(scanner.line().orElse(new byte[0]), StandardCharsets.ISO_8859_1);
        if (!line.startsWith(START)) {
            throw scanner.corrupt(LegacyScanner.quoted(line), "'" + START + "'");
        }
        Optional<String> newerVersion = newerVersion(line.substring(START.length()));
        scanner.skipLine();
        LegacyEncoding encoding = encoding(scanner);
        return new LegacyHeader(encoding, isGrid(scanner), newerVersion);
    }

    private static Optional<String> newerVersion(String text) {
        Matcher version = VERSION.matcher(text);
        if (!version.matches()) {
            return Optional.empty();
        }
        int major = Integer.parseInt(version.group(1));
        int minor = Integer.parseInt(version.group(2));
        boolean isNewer = major > NEWEST_MAJOR || major == NEWEST_MAJOR && minor > NEWEST_MINOR;
        return isNewer ? Optional.of(major + "." + minor) : Optional.empty();
    }

    private static LegacyEncoding encoding(LegacyScanner scanner) throws IOException {
        String word = scanner.word("ASCII or BINARY");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "ascii" -> LegacyEncoding.ASCII;
            case "binary" -> LegacyEncoding.BINARY;
            default -> throw scanner.corrupt(LegacyScanner.quoted(word), "ASCII or BINARY");
        };
    }

    /** @throws io.vtkhdf.error.UnsupportedFileException if it is neither an image nor a rectilinear grid */
    private static boolean isGrid(LegacyScanner scanner) throws IOException {
        String expected = "DATASET STRUCTURED_POINTS, or RECTILINEAR_GRID with equal distances";
        String word = scanner.word(expected);
        if (word.equalsIgnoreCase("DATASET")) {
            word = scanner.word(expected);
            boolean isGrid = word.equalsIgnoreCase("RECTILINEAR_GRID");
            if (isGrid || word.equalsIgnoreCase("STRUCTURED_POINTS")) {
                return isGrid;
            }
        }
        if (OTHER_DATA.contains(word.toLowerCase(Locale.ROOT))) {
            throw scanner.file()
                    .unsupported("before byte " + scanner.position(), "DATASET " + word, expected + advice(word));
        }
        throw scanner.corrupt(LegacyScanner.quoted(word), expected);
    }

    private static String advice(String word) {
        String type = word.toLowerCase(Locale.ROOT);
        return type.endsWith("_grid") || type.equals("polydata")
                ? "; in ParaView the filter 'Resample To Image' makes an image of it"
                : "";
    }

    String newestVersion() {
        return NEWEST_MAJOR + "." + NEWEST_MINOR;
    }
}
