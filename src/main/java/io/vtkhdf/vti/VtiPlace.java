package io.vtkhdf.vti;

import io.vtkhdf.CorruptFileException;

/** An array of a file, as errors name it: {@code PointData 'density'}. */
record VtiPlace(VtiFile file, String array) {

    CorruptFileException corrupt(String found, String expected) {
        return file.corrupt(array, found, expected);
    }

    CorruptFileException corruptAt(long position, String found, String expected) {
        return file.corrupt(array + ", byte " + position, found, expected);
    }
}
