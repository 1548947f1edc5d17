package io.vtkhdf.input;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.ShownText;

/** An array of a file, as errors name it: {@code PointData 'density'}. */
public record InputPlace(InputFile file, String array) {

    public InputPlace {
        array = ShownText.of(array, 300);
    }

    public CorruptFileException corrupt(String found, String expected) {
        return file.corrupt(array, found, expected);
    }

    public CorruptFileException corruptAt(long position, String found, String expected) {
        return file.corrupt(array + ", byte " + position, found, expected);
    }
}
