package io.vtkhdf.tests.http;

import io.vtkhdf.tests.Tool;
import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A web server of a folder, on this machine. {@code /} serves it, {@code /slow/} with 1 MiB a second, {@code /locked/}
 * to the user {@code reader} with the password {@code secret}, {@code /moved/} by way of a redirect, {@code /packed/}
 * compressed for who accepts that; all of it by HTTP and, with a certificate of its own, by HTTPS.
 */
final class Nginx implements Closeable {

    private static final int SECONDS = 30;
    private static final int TICK = 20;

    /** A request that has been answered. */
    record Request(String method, String path, int status, long bytes) {}

    private final Path own;
    private final int port;
    private final int securePort;
    private final Process process;
    private int marks;

    private Nginx(Path own, int port, int securePort) throws IOException {
        this.own = own;
        this.port = port;
        this.securePort = securePort;
        this.process = new ProcessBuilder(
                        System.getProperty("vtkhdf.nginx", "nginx"),
                        "-p",
                        own.toString(),
                        "-c",
                        own.resolve("nginx.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(own.resolve("output").toFile())
                .start();
    }

    /**
     * @param folder that is served
     * @param own for what the server needs itself
     */
    static Nginx start(Path folder, Path own) throws IOException, InterruptedException {
        int port;
        int securePort;
        try (ServerSocket one = new ServerSocket(0);
                ServerSocket other = new ServerSocket(0)) {
            port = one.getLocalPort();
            securePort = other.getLocalPort();
        }
        Files.writeString(own.resolve("users"), "reader:{PLAIN}secret\n");
        makeCertificate(own);
        Files.writeString(own.resolve("nginx.conf"), configuration(folder, port, securePort));
        Nginx nginx = new Nginx(own, port, securePort);
        try {
            nginx.awaitStart();
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            nginx.close();
            throw e;
        }
        return nginx;
    }

    private static void makeCertificate(Path own) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes"));
        command.addAll(List.of("-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"));
        command.addAll(List.of("-keyout", own.resolve("key.pem").toString()));
        command.addAll(List.of("-out", own.resolve("certificate.pem").toString()));
        Tool.run(own, command);
    }

    private static String configuration(Path folder, int port, int securePort) {
        // Started by root it would read files as somebody who may not.
        String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        return """
                daemon off;
                pid pid;
                worker_processes 1;
                error_log error.log;
                %s
                events {}
                http {
                    default_type application/octet-stream;
                    log_format line '$request_method $request_uri $status $body_bytes_sent';
                    access_log access.log line;
                    client_body_temp_path temp-body;
                    proxy_temp_path temp-proxy;
                    fastcgi_temp_path temp-fastcgi;
                    uwsgi_temp_path temp-uwsgi;
                    scgi_temp_path temp-scgi;
                    server {
                        listen 127.0.0.1:%d;
                        listen 127.0.0.1:%d ssl;
                        ssl_certificate certificate.pem;
                        ssl_certificate_key key.pem;
                        location / { root %s; }
                        location /slow/ { alias %s/; limit_rate 1m; }
                        location /locked/ { alias %s/; auth_basic "files"; auth_basic_user_file users; }
                        location /moved/ { rewrite ^/moved/(.*)$ /$1 redirect; }
                        location /packed/ { alias %s/; gzip on; gzip_types *; gzip_min_length 1; }
                    }
                }
                """.formatted(user, port, securePort, folder, folder, folder, folder);
    }

    private void awaitStart() throws IOException, InterruptedException {
        for (int i = 0; i < SECONDS * 1000 / TICK; i++) {
            try {
                mark();
                return;
            } catch (ConnectException e) {
                if (!process.isAlive()) {
                    throw new IOException("nginx has ended: " + Files.readString(own.resolve("output")));
                }
                Thread.sleep(TICK);
            }
        }
        throw new IOException("nginx does not answer");
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    URI secureAddress(String path) {
        return URI.create("https://127.0.0.1:" + securePort + path);
    }

    /** By which its certificate is known to be genuine. */
    Path certificate() {
        return own.resolve("certificate.pem");
    }

    /** The requests since this was asked last. */
    List<Request> requests() throws IOException, InterruptedException {
        String until = "/mark-" + marks;
        String from = "/mark-" + (marks - 1);
        mark();
        List<String> lines = List.of();
        for (int i = 0; i < SECONDS * 1000 / TICK && !has(lines, until); i++) {
            Thread.sleep(TICK); // A request is written down after it has been answered.
            lines = Files.readAllLines(own.resolve("access.log"));
        }
        List<Request> requests = new ArrayList<>();
        boolean counts = false;
        for (String line : lines) {
            String[] words = line.split(" ");
            if (counts && !words[1].startsWith("/mark-")) {
                requests.add(new Request(words[0], words[1], Integer.parseInt(words[2]), Long.parseLong(words[3])));
            }
            counts |= words[1].equals(from);
        }
        return requests;
    }

    private static boolean has(List<String> lines, String path) {
        return lines.stream().anyMatch(line -> line.split(" ")[1].equals(path));
    }

    private void mark() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) address("/mark-" + marks).toURL().openConnection();
        connection.getResponseCode(); // That there is no such file.
        connection.disconnect();
        marks++;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
