package io.vtkhdf.legacy;

import io.vtkhdf.image.Association;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.OptionalLibrary;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Finds out what a file holds, in one pass in which values are passed over. */
final class LegacyIndexer {

    private final LegacyScanner scanner;
    private final LegacyGeometry geometry;
    private final LegacyContents contents;
    private final LegacyAttributes attributes;
    private final LegacyCoordinates coordinates;
    private LegacySection section = LegacySection.FRONT;

    private LegacyIndexer(LegacyScanner scanner, LegacyHeader header) {
        this.scanner = scanner;
        this.geometry = new LegacyGeometry(scanner);
        this.contents = new LegacyContents(scanner.file(), header);
        LegacyArrays arrays = new LegacyArrays(scanner, header.encoding());
        this.attributes = new LegacyAttributes(scanner, arrays, contents);
        this.coordinates = new LegacyCoordinates(scanner, header, arrays);
    }

    static LegacyIndex index(InputFile file) throws IOException {
        OptionalLibrary.DECIMALS.require(file, "beginning of the file", "numbers with a point as text");
        LegacyScanner scanner = new LegacyScanner(file);
        return new LegacyIndexer(scanner, LegacyHeader.read(scanner)).index();
    }

    private LegacyIndex index() throws IOException {
        for (Optional<String> word = scanner.word(); word.isPresent(); word = scanner.word()) {
            read(word.get().toLowerCase(Locale.ROOT));
        }
        return contents.index(geometry.geometry(), coordinates.axes(geometry.geometry()));
    }

    private void read(String keyword) throws IOException {
        if (keyword.equals("point_data")) {
            begin(Association.POINT);
        } else if (keyword.equals("cell_data")) {
            begin(Association.CELL);
        } else if (section != LegacySection.FRONT || keyword.equals("field")) {
            attributes.read(keyword, section);
        } else if (!geometry.read(keyword) && !coordinates.read(keyword)) {
            throw scanner.corrupt(
                    LegacyScanner.quoted(keyword),
                    "DIMENSIONS, EXTENT, SPACING, ORIGIN, X_COORDINATES, FIELD, POINT_DATA or CELL_DATA");
        }
    }

    private void begin(Association association) throws IOException {
        long declared = scanner.size("the number of tuples");
        section = new LegacySection(association, declared, geometry.tuples(association, declared));
    }
}
