package io.vtkhdf.cli.view;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is answered to a request. Not a record: its bytes are not compared.
 *
 * <p>An error is one line of plain text.
 */
final class Reply {

    static final int DONE = 200;
    static final int WRONG = 400;
    static final int REFUSED = 403;
    static final int NOT_FOUND = 404;
    static final int NOT_THAT_WAY = 405;
    /** Somebody asked for something else meanwhile. */
    static final int SUPERSEDED = 409;
    /** The file, or a part of it, is not what it should be. */
    static final int UNREADABLE = 422;

    static final int OUR_FAULT = 500;

    private final int status;
    private final String type;
    private final byte[] body;
    private final Map<String, String> headers;

    private Reply(int status, String type, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.type = type;
        this.body = body;
        this.headers = headers;
    }

    static Reply of(String type, byte[] body) {
        return new Reply(DONE, type, body, Map.of());
    }

    static Reply json(byte[] body) {
        return of("application/json", body);
    }

    static Reply png(byte[] body) {
        return of("image/png", body);
    }

    static Reply error(int status, String line) {
        byte[] body = line.getBytes(StandardCharsets.UTF_8);
        return new Reply(status, "text/plain; charset=utf-8", body, Map.of());
    }

    /** @param value of ASCII */
    Reply withHeader(String name, String value) {
        return new Reply(status, type, body, Map.of(name, value));
    }

    int status() {
        return status;
    }

    String type() {
        return type;
    }

    byte[] body() {
        return body;
    }

    Map<String, String> headers() {
        return headers;
    }
}
