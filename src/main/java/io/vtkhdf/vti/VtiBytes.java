package io.vtkhdf.vti;

import io.vtkhdf.CorruptFileException;
import io.vtkhdf.input.InputValues;
import java.io.IOException;

/** The bytes of a payload as they were before base64, with the words in front of the values. */
interface VtiBytes extends InputValues {

    void skip(long count) throws IOException;

    /** Ends the base64 stream that the bytes so far came from: the next ones come from another, right after it. */
    void endStream() throws IOException;

    /** No more bytes than this are left. */
    long left();

    /** An error at the next byte. */
    CorruptFileException corrupt(String found, String expected);
}
