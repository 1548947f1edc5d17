package io.vtkhdf.http;

import java.util.Optional;

/**
 * Which file it is that a server has at an address: of which length, and by what it tells it from others.
 *
 * @param tag the entity tag
 * @param modified when it was changed last, as the server writes it
 */
record RemoteState(long length, Optional<String> tag, Optional<String> modified) {

    static RemoteState of(long length, AnswerHead head) {
        return new RemoteState(length, head.header("ETag"), head.header("Last-Modified"));
    }

    /** A tag that stands for these very bytes. */
    Optional<String> strongTag() {
        return tag.filter(text -> text.startsWith("\""));
    }

    /** What is not as it was; empty if nothing is. */
    Optional<String> difference(RemoteState now) {
        if (now.length != length) {
            return Optional.of("found " + now.length + " bytes, expected the " + length + " that it had before");
        } else if (!now.tag.equals(tag)) {
            return Optional.of("found " + shown("entity tag", now.tag) + ", expected " + shown("entity tag", tag));
        } else if (tag.isEmpty() && !now.modified.equals(modified)) {
            return Optional.of("found " + shown("change", now.modified) + ", expected " + shown("change", modified));
        }
        return Optional.empty();
    }

    private static String shown(String what, Optional<String> value) {
        return value.map(text -> "the " + what + " " + text).orElse("no " + what);
    }
}
