package io.vtkhdf.tests;

import io.vtkhdf.compat.Reading;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.validate.ImageValidator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.StringJoiner;

/** Says what the validator foretells of files, release by release: a line of JSON a path in standard input. */
final class MatrixAdvisor {

    private MatrixAdvisor() {}

    public static void main(String[] args) throws IOException {
        try (BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String path = paths.readLine(); path != null; path = paths.readLine()) {
                System.out.println(verdicts(Path.of(path)));
            }
        }
    }

    /** Nothing of a file that cannot be judged: no release reads it. */
    private static String verdicts(Path file) throws IOException {
        StringJoiner verdicts = new StringJoiner(", ", "{", "}");
        try {
            for (Reading reading : ImageValidator.validate(file).readings()) {
                String verdict = reading.verdict().name().toLowerCase(Locale.ROOT);
                verdicts.add('"' + reading.release().version() + "\": \"" + verdict + '"');
            }
        } catch (FileContentException e) {
            return "{}";
        }
        return verdicts.toString();
    }
}
