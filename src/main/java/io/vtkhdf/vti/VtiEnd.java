package io.vtkhdf.vti;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.input.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The end of a file, where its last tag stands. */
final class VtiEnd {

    private static final String LAST_TAG = "</VTKFile";
    /** White space may follow the tag. */
    private static final int SIZE = 1 << 12;

    private VtiEnd() {}

    /**
     * Makes sure that it is not because of a missing end that an array cannot be read: then the file is broken, rather
     * than one of its arrays.
     *
     * @throws FileContentException the problem, if the end is missing
     */
    static void requireThere(InputFile file, FileContentException problem) throws IOException {
        long start = Math.max(0, file.size() - SIZE);
        ByteBuffer end = ByteBuffer.allocate((int) (file.size() - start));
        while (end.hasRemaining() && file.read(start + end.position(), end) > 0) {
            // read on
        }
        if (!new String(end.array(), StandardCharsets.ISO_8859_1).contains(LAST_TAG)) {
            throw problem;
        }
    }
}
