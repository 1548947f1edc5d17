package io.vtkhdf.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewServerTest {

    private final Access access = new Access();
    private ViewServer server;

    @BeforeEach
    void start() throws IOException {
        server = ViewServer.start(
                0,
                access,
                (path, parameters) -> Reply.json(
                        (path + " " + parameters.find("a").orElse("none")).getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Word for word, as no client would send it; the whole answer. */
    private String send(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port())) {
            socket.setSoTimeout(60_000);
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String host() {
        return "Host: 127.0.0.1:" + server.port();
    }

    @Test
    void anAnswerIsKeptByNobodyAndLoadsNothingFromElsewhere() throws IOException {
        String answer = send("GET /x?token=" + access.token() + "&a=b%20c HTTP/1.1", host())
                .toLowerCase();
        assertTrue(answer.startsWith("http/1.1 200"), answer);
        assertTrue(answer.endsWith("\r\n\r\n/x b c"), answer);
        for (String header : List.of(
                "cache-control: no-store",
                "content-security-policy: default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
                "x-content-type-options: nosniff",
                "referrer-policy: no-referrer",
                "cross-origin-resource-policy: same-origin")) {
            assertTrue(answer.contains("\r\n" + header), header);
        }
        assertEquals(false, answer.contains("access-control-"));
    }

    @Test
    void strangersAreRefused() throws IOException {
        String line = "GET /?token=" + access.token() + " HTTP/1.1";
        assertTrue(send(line, "Host: example.org").startsWith("HTTP/1.1 403"));
        assertTrue(send(line, host(), "Origin: http://example.org").startsWith("HTTP/1.1 403"));
        assertTrue(send(line, host(), "Sec-Fetch-Site: cross-site").startsWith("HTTP/1.1 403"));
        assertTrue(send("GET / HTTP/1.1", host()).startsWith("HTTP/1.1 403"));
        assertTrue(send("GET / HTTP/1.1", host(), "Cookie: token=" + access.token())
                .startsWith("HTTP/1.1 403"));
        assertTrue(
                send("OPTIONS /?token=" + access.token() + " HTTP/1.1", host()).startsWith("HTTP/1.1 405"));
        assertTrue(send("GET /?token=%zz HTTP/1.1", host()).startsWith("HTTP/1.1 400"));
    }

    /** Of which the JDK's server would complain to the user. */
    @Test
    void aHeadHasNoBody() throws IOException {
        List<String> complaints = Collections.synchronizedList(new ArrayList<>());
        Logger logger = Logger.getLogger("com.sun.net.httpserver");
        Handler handler = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord record) {
                complaints.add(record.getMessage());
            }
        };
        logger.addHandler(handler);
        try {
            String answer = send("HEAD / HTTP/1.1", host());
            assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
            assertTrue(answer.endsWith("\r\n\r\n"), answer);
        } finally {
            logger.removeHandler(handler);
        }
        assertEquals(List.of(), complaints);
    }

    @Test
    void onlyThisMachineReachesIt() throws IOException {
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThrows(
                            IOException.class, () -> new Socket(address, server.port()).close(), address::toString);
                }
            }
        }
    }

    @Test
    void aPortInUse() {
        IOException failure =
                assertThrows(IOException.class, () -> ViewServer.start(server.port(), access, (path, all) -> null));
        assertEquals(
                "found port " + server.port()
                        + " in use or not ours, expected a free one; without --port one is chosen",
                failure.getMessage());
    }
}
