package io.vtkhdf.tests.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vtkhdf.tests.Tool;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;

/** One Python process that opens many files, and answers each by a line of JSON. */
final class PythonReader implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String script;
    private final Process process;
    private final Writer files;
    private final BufferedReader answers;

    PythonReader(String script, Map<String, String> environment) throws IOException {
        this.script = script;
        ProcessBuilder python = new ProcessBuilder(
                        Tool.python(), Tool.pythonScript(script).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        python.environment().putAll(environment);
        process = python.start();
        files = process.outputWriter();
        answers = process.inputReader();
    }

    /** @throws AssertionError if the file cannot be read */
    JsonNode read(Path file) throws IOException {
        files.write(file + "\n");
        files.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new AssertionError(script + " has ended on " + file);
        }
        JsonNode found = JSON.readTree(answer);
        if (found.has("error")) {
            throw new AssertionError(script + ": " + found.get("error").asText());
        }
        return found;
    }

    @Override
    public void close() throws IOException {
        files.close();
        process.destroy();
    }
}
