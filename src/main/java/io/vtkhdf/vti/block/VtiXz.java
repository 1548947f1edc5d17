package io.vtkhdf.vti.block;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.runtime.MemoryBudget;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.ArrayCache;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.SingleXZInputStream;
import org.tukaani.xz.UnsupportedOptionsException;

/** Decodes .xz streams, whose dictionary may take no more than a part of the heap. */
final class VtiXz {

    /** Dictionaries take 8 MiB at the fifth of liblzma's levels, which is VTK's default, and 64 MiB at the ninth. */
    private static final int LIMIT_KIB = (int) (MemoryBudget.DICTIONARY.bytes() >> 10);

    private VtiXz() {}

    static InputStream open(InputStream compressed, ArrayCache arrays) throws IOException {
        return new SingleXZInputStream(compressed, LIMIT_KIB, arrays);
    }

    /** What the library's error says of the file. */
    static FileContentException failure(IOException e, InputPlace place) {
        if (e instanceof MemoryLimitException limit) {
            return place.file()
                    .unsupported(
                            place.array(),
                            "LZMA data that take " + limit.getMemoryNeeded() + " KiB of memory to decode",
                            "at most " + LIMIT_KIB + ", no more than " + MemoryBudget.DICTIONARY.share());
        } else if (e instanceof UnsupportedOptionsException) {
            return new UnsupportedFileException(
                    place.file().path().toString(), place.array(), "LZMA data: " + e.getMessage(), e);
        }
        return new CorruptFileException(place.file().path().toString(), place.array(), "LZMA data is broken: " + e, e);
    }
}
