package io.vtkhdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.SeriesFiles;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the README and the Javadoc: Java compiles and runs each of them, in a folder where {@code scan.vti}
 * is, a {@code scan.pvd}, a {@code series.vtkhdf} and two slabs of an image, with {@code slice(k)}, which they leave to
 * the reader, and with an image that is not as large.
 */
class ExamplesTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Path SOURCES = Path.of("main", "java");
    private static final Path SAMPLE = Path.of("..", "docs", "sample", "sample.vti");

    private static final Pattern IN_README = Pattern.compile("^```java\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern IN_JAVADOC = Pattern.compile("<pre>\\{@code\n(.*?)\n *\\* }</pre>", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("Path\\.of\\(\"([^\"]+)\"\\)");

    private static final String SIZE = "1200, 1501, 653";

    private static final String PROGRAM = """
            import io.vtkhdf.bytes.*;
            import io.vtkhdf.compat.*;
            import io.vtkhdf.convert.*;
            import io.vtkhdf.error.*;
            import io.vtkhdf.image.*;
            import io.vtkhdf.join.*;
            import io.vtkhdf.plan.*;
            import io.vtkhdf.read.*;
            import io.vtkhdf.source.*;
            import io.vtkhdf.validate.*;
            import io.vtkhdf.write.*;
            import java.io.*;
            import java.nio.*;
            import java.nio.file.*;
            import java.util.*;

            class Example {
                static double[] slice(int k) {
                    double[] values = new double[50 * 7];
                    Arrays.fill(values, k);
                    return values;
                }

                public static void main(String[] args) throws Exception {
            %s
                }
            }
            """;

    @TempDir
    private Path folder;

    record Example(Path place, String code) {

        @Override
        public String toString() {
            return place.getFileName().toString();
        }
    }

    static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>(find(README, IN_README));
        examples.removeIf(example -> example.code.contains("vtkImageData")); // The adapter's tests have it.
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(Files::isRegularFile).sorted().toList()) {
                examples.addAll(find(source, IN_JAVADOC));
            }
        }
        return examples;
    }

    private static List<Example> find(Path file, Pattern pattern) throws IOException {
        Matcher found = pattern.matcher(Files.readString(file).replace("\r", ""));
        List<Example> examples = new ArrayList<>();
        while (found.find()) {
            examples.add(new Example(file, found.group(1).replaceAll("(?m)^ *\\* ?", "")));
        }
        return examples;
    }

    @Test
    void thereAreExamplesOfWritingReadingAndConverting() throws IOException {
        String code = String.join("", examples().stream().map(Example::code).toList());
        Stream.of("ImageDataWriter.create", "ImageDataReader.open", "Conversion.of")
                .forEach(call -> assertTrue(code.contains(call), call));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void runs(Example example) throws Exception {
        Files.copy(SAMPLE, folder.resolve("scan.vti"));
        Files.copy(SeriesFiles.path("active"), folder.resolve("series.vtkhdf"));
        Files.writeString(folder.resolve("scan.pvd"), """
                <VTKFile type="Collection"><Collection><DataSet timestep="0" file="scan.vti"/>
                <DataSet timestep="0.5" file="scan.vti"/></Collection></VTKFile>
                """);
        if (!example.code.contains("ImageDataWriter.create")) {
            writeImage("big.vtkhdf", ImageGeometry.of(50, 7, 3));
        }
        writeImage("slab-0.vtkhdf", ImageGeometry.of(50, 7, 3));
        writeImage("slab-1.vtkhdf", ImageGeometry.of(50, 7, 3).withOrigin(0, 0, 2));
        String program = PROGRAM.formatted(example.code.replace(SIZE, "50, 7, 3"));
        String said = run(Files.writeString(folder.resolve("Example.java"), program));

        assertEquals("", said.replaceAll("(?m)^SLF4J.*\\R?", ""));
        for (Matcher file = FILE.matcher(example.code); file.find(); ) {
            assertTrue(Files.exists(folder.resolve(file.group(1))), file.group());
        }
    }

    private void writeImage(String name, ImageGeometry geometry) throws IOException {
        try (ImageDataWriter writer = ImageDataWriter.create(folder.resolve(name), geometry)) {
            ArrayWriter data = writer.createPointArray("data", ScalarType.FLOAT64);
            for (int k = 0; k < 3; k++) {
                data.writeSlice(k, new double[50 * 7]);
            }
            writer.finish();
        }
    }

    /** Java compiles it by itself. */
    private String run(Path program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
