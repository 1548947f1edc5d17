package io.vtkhdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.Snippets.Snippet;
import io.vtkhdf.convert.Conversion;
import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.read.SeriesFiles;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.ArrayWriter;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of README, {@code docs/} and the Javadoc, but for those with VTK or Spark, which the tests of these
 * modules run: each is compiled and run in a folder of its own, where there are the files that it reads
 * ({@code scan.vti} and {@code scan.vtkhdf}, the sample; {@code scan.pvd} and {@code run.vtkhdf}, series of it;
 * {@code series.vtkhdf}; {@code big.vtkhdf}; {@code slab-0.vtkhdf} and {@code slab-1.vtkhdf}, two slabs of an image),
 * also by addresses at {@code example.org}; with {@code slice(k)}, which they leave to the reader, and with an image
 * that is not as large.
 */
class ExamplesTest {

    private static final Path SOURCES = Path.of("main", "java");
    private static final Path SAMPLE = Path.of("..", "docs", "sample", "sample.vti");
    private static final Pattern EXPORT = Pattern.compile("exports ([a-z0-9.]+);");
    private static final Pattern FILE = Pattern.compile("Path\\.of\\(\"([^\"]+)\"\\)");
    private static final Pattern ADDRESS = Pattern.compile("URI\\.create\\(\"https://example\\.org/([^\"]+)\"\\)");
    private static final String SIZE = "1200, 1501, 653";

    private static final String PROGRAM = """
            import io.vtkhdf.bytes.*;
            import io.vtkhdf.compat.*;
            import io.vtkhdf.convert.*;
            import io.vtkhdf.error.*;
            import io.vtkhdf.http.*;
            import io.vtkhdf.image.*;
            import io.vtkhdf.join.*;
            import io.vtkhdf.plan.*;
            import io.vtkhdf.read.*;
            import io.vtkhdf.shape.*;
            import io.vtkhdf.source.*;
            import io.vtkhdf.validate.*;
            import io.vtkhdf.write.*;
            import java.io.*;
            import java.net.*;
            import java.nio.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.atomic.*;
            import java.util.stream.*;

            public class %s {
                static double[] slice(int k) {
                    double[] values = new double[50 * 7];
                    Arrays.fill(values, k);
                    return values;
                }

                public static void run(Path folder) throws Exception {
            %s
                }
            }
            """;

    @TempDir
    private static Path classes;

    @TempDir
    private Path folder;

    static List<Snippet> examples() throws IOException {
        List<Snippet> examples = new ArrayList<>(Snippets.fenced());
        examples.removeIf(snippet -> !snippet.language().equals("java") || snippet.isOfAnotherModule());
        examples.addAll(Snippets.inJavadoc(SOURCES));
        return examples;
    }

    @BeforeAll
    static void compileAll() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Snippet example : examples()) {
            String code = FILE.matcher(example.code())
                    .replaceAll("folder.resolve(\"$1\")")
                    .transform(text -> ADDRESS.matcher(text)
                            .replaceAll("new io.vtkhdf.testing.TestServer(folder).address(\"$1\")"))
                    .replace(SIZE, "50, 7, 3");
            String program = PROGRAM.formatted(name(example), code);
            sources.add(Files.writeString(classes.resolve(name(example) + ".java"), program));
        }
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        sources.forEach(source -> arguments.add(source.toString()));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        assertEquals(0, javac.run(out, out, arguments.toArray(String[]::new)), said::toString);
    }

    private static String name(Snippet example) {
        return "Example_" + example.toString().replaceAll("\\W", "_") + "_"
                + Integer.toHexString(example.place().hashCode());
    }

    @Test
    void thereAreExamplesOfWritingReadingAndConverting() throws IOException {
        String code = String.join("", examples().stream().map(Snippet::code).toList());
        Stream.of("ImageDataWriter.create", "ImageDataReader.open", "Conversion.of")
                .forEach(call -> assertTrue(code.contains(call), call));
    }

    /** The pages of the exported packages and of the module begin with one. */
    @Test
    void eachExportedPackageHasAnExample() throws IOException {
        List<String> places = Snippets.inJavadoc(SOURCES).stream()
                .map(example -> SOURCES.relativize(example.place()).toString().replace('\\', '/'))
                .toList();
        assertTrue(places.contains("module-info.java"), places.toString());
        List<String> exported = EXPORT.matcher(Files.readString(SOURCES.resolve("module-info.java")))
                .results()
                .map(found -> found.group(1).replace('.', '/') + "/package-info.java")
                .toList();
        assertTrue(exported.size() > 8, exported.toString());
        exported.forEach(page -> assertTrue(places.contains(page), page));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void runs(Snippet example) throws Exception {
        prepare(example.code());

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            loader.loadClass(name(example)).getMethod("run", Path.class).invoke(null, folder);
        } catch (InvocationTargetException e) {
            throw new AssertionError(example + ":\n" + example.code(), e.getCause());
        }

        for (Matcher file = FILE.matcher(example.code()); file.find(); ) {
            assertTrue(Files.exists(folder.resolve(file.group(1))), file.group());
        }
    }

    private void prepare(String code) throws IOException {
        Files.copy(SAMPLE, folder.resolve("scan.vti"));
        Files.writeString(folder.resolve("scan.pvd"), """
                <VTKFile type="Collection"><Collection><DataSet timestep="0" file="scan.vti"/>
                <DataSet timestep="0.5" file="scan.vti"/></Collection></VTKFile>
                """);
        Files.copy(SeriesFiles.path("active"), folder.resolve("series.vtkhdf"));
        if (reads(code, "big.vtkhdf") || code.contains("example.org/big.vtkhdf")) {
            writeImage("big.vtkhdf", ImageGeometry.of(50, 7, 3));
        }
        writeImage("slab-0.vtkhdf", ImageGeometry.of(50, 7, 3));
        writeImage("slab-1.vtkhdf", ImageGeometry.of(50, 7, 3).withOrigin(0, 0, 2));
        if (reads(code, "scan.vtkhdf")) {
            try (ImageSource source = ImageSources.open(folder.resolve("scan.vti"))) {
                Conversion.of(source).to(folder.resolve("scan.vtkhdf"), WriteOptions.defaults());
            }
        }
        if (reads(code, "run.vtkhdf")) {
            try (ImageSeries series = ImageSources.openSeries(folder.resolve("scan.pvd"))) {
                Conversion.of(series).to(folder.resolve("run.vtkhdf"), WriteOptions.defaults());
            }
        }
    }

    /** Whether it names the file, and does not make it. */
    private static boolean reads(String code, String file) {
        String path = "Path.of(\"" + file + "\")";
        return code.contains(path) && !code.contains("create(" + path) && !code.contains("to(" + path);
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
}
