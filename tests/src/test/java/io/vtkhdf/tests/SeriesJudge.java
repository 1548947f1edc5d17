package io.vtkhdf.tests;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;

/** Has {@code series_judge.py}, one Python process, make time series and judge ours with h5py. */
final class SeriesJudge implements Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;

    SeriesJudge() throws IOException {
        process = new ProcessBuilder(
                        Tool.python(), Tool.pythonScript("series_judge.py").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        requests = process.outputWriter();
        answers = process.inputReader();
    }

    /** Makes a file, or throws an AssertionError that says what is wrong with one. */
    void ask(ObjectNode request) throws IOException {
        requests.write(JSON.writeValueAsString(request) + "\n");
        requests.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new AssertionError("series_judge.py has ended on " + request.get("file"));
        }
        if (!answer.equals("[]")) {
            throw new AssertionError("h5py: " + answer);
        }
    }

    @Override
    public void close() throws IOException {
        requests.close();
        process.destroy();
    }
}
