package io.vtkhdf.vti.block;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.input.InputValues;
import java.io.IOException;

/** The bytes of a payload as they were before base64, with the words in front of the values. */
public interface VtiBytes extends InputValues {

    void skip(long count) throws IOException;

    /** Ends the base64 stream that the bytes so far came from: the next ones come from another, right after it. */
    void endStream() throws IOException;

    /**
     * Goes on behind the padding if the base64 stream ends here: many writers encode the size of an array apart from
     * its values, which is the same but for the padding.
     */
    void passPadding();

    /** Where the next byte comes from. */
    Mark mark();

    /** Goes back to a mark of these bytes, or on to it. */
    void reset(Mark mark);

    /**
     * @param position where the bytes or their text are read from
     * @param skipped how many of the bytes that come from there are left out
     * @param ended whether there are no more
     */
    record Mark(long position, int skipped, boolean ended) {}

    /** No more bytes than this are left. */
    long left();

    /** An error at the next byte. */
    CorruptFileException corrupt(String found, String expected);
}
