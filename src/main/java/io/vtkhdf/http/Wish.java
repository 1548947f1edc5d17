package io.vtkhdf.http;

import java.io.IOException;

/** What a request asks for. */
interface Wish {

    /** The value of the header {@code Range}. */
    String range();

    /** The most bytes that an answer has. */
    long size();

    /**
     * Where the body of an answer goes.
     *
     * @throws IOException if this is no answer to the wish
     */
    BodySink accept(AnswerHead head) throws IOException;

    /** Whether all has arrived. If not, {@link #range()} may be what is left. */
    boolean isFulfilled();
}
