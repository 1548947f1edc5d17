package io.vtkhdf.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer says before its body. */
record AnswerHead(int status, HttpHeaders headers) {

    static final int OK = 200;
    static final int PARTIAL = 206;
    static final int PRECONDITION_FAILED = 412;
    static final int NOT_SATISFIABLE = 416;

    /** {@code bytes FIRST-LAST/LENGTH}, or {@code bytes *}{@code /LENGTH} where there are none. */
    private static final Pattern CONTENT_RANGE =
            Pattern.compile("bytes (?:(\\d{1,18})-(\\d{1,18})|\\*)/(\\d{1,18})", Pattern.CASE_INSENSITIVE);

    /** Bytes from one to another, both included, of so many; none if the first is negative. */
    record ContentRange(long first, long last, long length) {

        @Override
        public String toString() {
            return first + "-" + last + "/" + length;
        }
    }

    static AnswerHead of(HttpResponse.ResponseInfo answer) {
        return new AnswerHead(answer.statusCode(), answer.headers());
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Empty if it does not say so, or says something else. */
    Optional<ContentRange> contentRange() {
        Matcher range = CONTENT_RANGE.matcher(header("Content-Range").orElse("").strip());
        if (!range.matches()) {
            return Optional.empty();
        }
        boolean isEmpty = range.group(1) == null;
        return Optional.of(new ContentRange(
                isEmpty ? -1 : Long.parseLong(range.group(1)),
                isEmpty ? -1 : Long.parseLong(range.group(2)),
                Long.parseLong(range.group(3))));
    }

    OptionalLong contentLength() {
        return header("Content-Length")
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    /** What the body is wrapped in; empty if in nothing. */
    Optional<String> wrapping() {
        Optional<String> coding =
                header("Content-Encoding").filter(text -> !text.isBlank() && !text.equalsIgnoreCase("identity"));
        return coding.map(text -> "Content-Encoding: " + text)
                .or(() -> header("Content-Type").filter(type -> type.startsWith("multipart/")));
    }
}
