package io.vtkhdf.cli.view;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The files of the page, which lie beside this class. */
final class PageFiles {

    /** By path. */
    private static final Map<String, String> TYPES = Map.of(
            "/", "text/html; charset=utf-8",
            "/view.css", "text/css; charset=utf-8",
            "/view.js", "text/javascript; charset=utf-8",
            "/icon.svg", "image/svg+xml");

    private static final String TOKEN = "@TOKEN@";

    private final String token;

    /** @param token by which the page gets the others, and asks for what it shows */
    PageFiles(String token) {
        this.token = token;
    }

    /** Empty if there is none such. */
    Optional<Reply> find(String path) throws IOException {
        String type = TYPES.get(path);
        if (type == null) {
            return Optional.empty();
        } else if (path.equals("/")) {
            String page = new String(read("/view.html"), StandardCharsets.UTF_8);
            return Optional.of(Reply.of(type, page.replace(TOKEN, token).getBytes(StandardCharsets.UTF_8)));
        }
        return Optional.of(Reply.of(type, read(path)));
    }

    private static byte[] read(String path) throws IOException {
        try (InputStream in = PageFiles.class.getResourceAsStream(path.substring(1))) {
            return in.readAllBytes();
        }
    }
}
