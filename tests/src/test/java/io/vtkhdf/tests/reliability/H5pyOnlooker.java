package io.vtkhdf.tests.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.tests.Tool;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;

/** One Python process that opens many files with h5py, see {@code slices.py}. */
final class H5pyOnlooker implements Onlooker, Closeable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Specimen specimen;
    private final Process process;
    private final Writer files;
    private final BufferedReader answers;

    H5pyOnlooker(Specimen specimen) throws IOException {
        this.specimen = specimen;
        process = new ProcessBuilder(
                        Tool.python(), Tool.pythonScript("slices.py").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        files = process.outputWriter();
        answers = process.inputReader();
    }

    @Override
    public SliceSets slicesOf(Path file) throws IOException {
        files.write(file + "\n");
        files.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new AssertionError("slices.py has ended on " + file);
        }
        JsonNode found = JSON.readTree(answer);
        if (found.has("error")) {
            throw new AssertionError("h5py: " + found.get("error").asText());
        }
        SliceSets slices = new SliceSets();
        for (Map.Entry<String, JsonNode> array : found.properties()) {
            add(specimen.array(array.getKey()), array.getValue(), slices);
        }
        return slices;
    }

    private void add(SpecimenArray array, JsonNode checksums, SliceSets slices) {
        Dimensions dimensions = specimen.geometry().dimensions(array.spec().association());
        for (int k = 0; k < checksums.size(); k++) {
            if (specimen.isWritten(
                    array, k, array.seen(dimensions, k, checksums.get(k).longValue()))) {
                slices.add(array.spec().name(), k);
            }
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
        process.destroy();
    }
}
