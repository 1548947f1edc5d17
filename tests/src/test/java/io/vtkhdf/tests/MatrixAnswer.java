package io.vtkhdf.tests;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.ImageGeometry;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a reader makes of a file: the line of JSON that the readers of {@code tests/matrix} answer a path with. */
public final class MatrixAnswer implements Closeable {

    /** Reads one file and says what it found. */
    public interface Reading {
        void read(String path, MatrixAnswer answer) throws IOException;
    }

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json = new JsonFactory().createGenerator(text);

    private MatrixAnswer() throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("steps");
    }

    /** Answers the paths in standard input. */
    public static void serve(Reading reading) throws IOException {
        try (BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String path = paths.readLine(); path != null; path = paths.readLine()) {
                MatrixAnswer answer = new MatrixAnswer();
                try (answer) {
                    reading.read(path, answer);
                }
                System.out.println(answer.text);
            }
        }
    }

    /** Begins one time step of an image; its arrays follow, then {@link #endStep()}. */
    public void beginStep(double time, ImageGeometry geometry) throws IOException {
        json.writeStartObject();
        json.writeNumberField("time", time);
        content(geometry);
    }

    /** Begins an image that has no time; its arrays follow, then {@link #endStep()}. */
    public void beginStep(ImageGeometry geometry) throws IOException {
        json.writeStartObject();
        content(geometry);
    }

    private void content(ImageGeometry geometry) throws IOException {
        Extent e = geometry.extent();
        json.writeFieldName("extent");
        json.writeArray(new int[] {e.xMin(), e.xMax(), e.yMin(), e.yMax(), e.zMin(), e.zMax()}, 0, 6);
        numbers("origin", geometry.origin().toArray());
        numbers("spacing", geometry.spacing().toArray());
        numbers("direction", geometry.direction().toArray());
        json.writeArrayFieldStart("arrays");
    }

    private void numbers(String name, double[] numbers) throws IOException {
        json.writeFieldName(name);
        json.writeArray(numbers, 0, numbers.length);
    }

    /** @param bytes the values, little-endian */
    public void array(String association, String name, String type, int components, long tuples, byte[] bytes)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("association", association);
        json.writeStringField("name", name);
        json.writeStringField("type", type);
        json.writeNumberField("components", components);
        json.writeNumberField("tuples", tuples);
        json.writeStringField("sha256", sha256(bytes));
        json.writeEndObject();
    }

    public void strings(String name, List<String> strings) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String string : strings) {
            bytes.writeBytes(string.getBytes(StandardCharsets.UTF_8));
            bytes.write(0);
        }
        array("FIELD", name, "String", 1, strings.size(), bytes.toByteArray());
    }

    public void endStep() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Ends the answer. */
    public void verdict(boolean canRead, String messages) throws IOException {
        json.writeEndArray();
        json.writeBooleanField("can_read", canRead);
        json.writeStringField("messages", messages);
        json.writeEndObject();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
