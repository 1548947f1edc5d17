package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vtkhdf.cli.Main;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Has {@code judge_kerchunk.py}, one Python process for many files, read by zarr what {@code vtkhdf info --kerchunk}
 * says of them.
 */
final class ZarrJudge implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path scratch;
    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;
    private final String port;

    /** @param scratch where the files are, which are served from there too */
    ZarrJudge(Path scratch) throws IOException {
        this.scratch = scratch;
        ProcessBuilder python = new ProcessBuilder(
                        Tool.python(), Tool.pythonScript("judge_kerchunk.py").toString(), scratch.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        python.environment().put("PYTHONPATH", System.getProperty("vtkhdf.zarr"));
        process = python.start();
        requests = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
        port = answers.readLine();
    }

    /** By the file's name. */
    void judge(Path file) throws IOException {
        judge(file, file.toString(), false);
    }

    /** From a server. */
    void judgeServed(Path file) throws IOException {
        judge(file, "http://127.0.0.1:" + port + "/" + scratch.relativize(file), false);
    }

    /** By an address, and by VirtualiZarr as well. */
    void judgeVirtually(Path file) throws IOException {
        judge(file, "file://" + file, true);
    }

    private void judge(Path file, String url, boolean virtual) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Main.run(out, err, "info", "--kerchunk", "--kerchunk-url", url, file.toString());
        assertEquals(0, exitCode, () -> err.toString(StandardCharsets.UTF_8));
        Path references = Files.write(scratch.resolve(file.getFileName() + ".json"), out.toByteArray());
        ObjectNode request = JSON.createObjectNode()
                .put("file", file.toString())
                .put("references", references.toString())
                .put("served", url.startsWith("http:"))
                .put("virtual", virtual);
        err.toString(StandardCharsets.UTF_8).lines().forEach(request.putArray("told")::add);
        requests.write(JSON.writeValueAsString(request) + "\n");
        requests.flush();
        String answer = answers.readLine();
        if (!"[]".equals(answer)) {
            throw new AssertionError("zarr: " + answer + "\ntold: " + err.toString(StandardCharsets.UTF_8));
        }
        Files.delete(references);
    }

    @Override
    public void close() throws IOException {
        requests.close();
        process.destroy();
    }
}
