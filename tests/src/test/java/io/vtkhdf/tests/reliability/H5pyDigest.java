package io.vtkhdf.tests.reliability;

import io.vtkhdf.tests.Tool;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;

/** Has {@code digest.py}, one Python process for many files, read all of a file with h5py. */
final class H5pyDigest implements FlipReader, Closeable {

    private Process process;
    private Writer requests;
    private BufferedReader answers;

    H5pyDigest() throws IOException {
        start();
    }

    private void start() throws IOException {
        process = new ProcessBuilder(
                        Tool.python(), Tool.pythonScript("digest.py").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        requests = process.outputWriter();
        answers = process.inputReader();
    }

    /** Empty too if libhdf5 crashes, which it does on some texts, whose length and place no checksum covers. */
    @Override
    public Optional<String> read(Path file) throws IOException {
        requests.write(file + "\n");
        requests.flush();
        String answer = answers.readLine();
        if (answer == null) {
            start();
        }
        return Optional.ofNullable(answer).filter(digest -> !digest.equals("error"));
    }

    @Override
    public void close() throws IOException {
        requests.close();
        process.destroy();
    }
}
