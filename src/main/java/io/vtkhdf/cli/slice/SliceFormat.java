package io.vtkhdf.cli.slice;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a plane is written as. */
enum SliceFormat {
    PNG,
    NPY,
    CSV,
    RAW;

    /** That of a file's extension. */
    static Optional<SliceFormat> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.extension()))
                .findFirst();
    }

    String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** How values are written; not of a picture. */
    SliceEncoder encoder() {
        return switch (this) {
            case NPY -> new NpyEncoder();
            case CSV -> new CsvEncoder();
            case RAW -> new RawEncoder();
            case PNG -> throw new IllegalStateException("found a picture, expected values");
        };
    }
}
