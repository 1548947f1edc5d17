package io.vtkhdf.http;

import io.vtkhdf.error.ShownText;
import java.util.Optional;
import java.util.regex.Pattern;

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

    private static final int LONGEST_SHOWN = 100;
    private static final Pattern STRONG_TAG = Pattern.compile("\"[\\x21\\x23-\\x7e]*\"");

    /** A tag that stands for these very bytes, and can be sent back. */
    Optional<String> strongTag() {
        return tag.filter(text -> STRONG_TAG.matcher(text).matches());
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
        return value.map(text -> "the " + what + " " + ShownText.of(text, LONGEST_SHOWN))
                .orElse("no " + what);
    }
}
