package io.vtkhdf.vtk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples with VTK of README, {@code docs/} and the adapter's Javadoc: one Java compiles and runs them all, each
 * in a folder of its own, with an image of which {@code ct} is 0 to 23, with {@code scan.vtkhdf} of it unless the
 * example writes that, and with a part that is not as large.
 */
@Tag("vtk")
class ExamplesTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern ON_PAGE = Pattern.compile("^```java\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern IN_JAVADOC = Pattern.compile("<pre>\\{@code\n(.*?)\n *\\* }</pre>", Pattern.DOTALL);

    private static final Pattern VTK = Pattern.compile("Vtk(Images|Arrays|Libraries)");

    private static final String PART = "new Region(0, 0, 40, new Dimensions(512, 512, 8))";
    private static final String SMALLER_PART = "new Region(1, 0, 1, new Dimensions(2, 2, 1))";
    private static final String WRITES = "VtkImages.write(image, folder.resolve(\"scan.vtkhdf\")";

    private static final String PROGRAM = """
            import io.vtkhdf.image.*;
            import io.vtkhdf.read.*;
            import io.vtkhdf.vtk.*;
            import io.vtkhdf.write.*;
            import java.nio.file.*;
            import java.util.*;
            import vtk.*;

            class Examples {
                static vtkImageData image() {
                    vtkImageData image = new vtkImageData();
                    image.SetDimensions(4, 3, 2);
                    double[] values = java.util.stream.IntStream.range(0, 24).asDoubleStream().toArray();
                    VtkArrays.set(image, ArraySpec.point("ct", ScalarType.FLOAT64), values, Order.X_FASTEST);
                    return image;
                }

                public static void main(String[] arguments) throws Exception {
                    VtkLibraries.load();
            %s
                }

            %s
            }
            """;

    @TempDir
    private Path folder;

    private static List<String> examples() throws IOException {
        Path top = Path.of("..");
        List<String> examples = new ArrayList<>(find(top.resolve("README.md"), ON_PAGE));
        try (Stream<Path> pages = Files.list(top.resolve("docs"))) {
            for (Path page : pages.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                examples.addAll(find(page, ON_PAGE));
            }
        }
        examples.removeIf(code -> !VTK.matcher(code).find()); // The library's tests have them.
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(Files::isRegularFile).sorted().toList()) {
                examples.addAll(find(source, IN_JAVADOC));
            }
        }
        return examples;
    }

    private static List<String> find(Path file, Pattern pattern) throws IOException {
        Matcher found = pattern.matcher(Files.readString(file).replace("\r", ""));
        return found.results()
                .map(example -> example.group(1).replaceAll("(?m)^ *\\* ?", ""))
                .toList();
    }

    private static String method(int number, String code) {
        String resolved = code.replaceAll("Path\\.of\\(\"([^\"]+)\"\\)", "folder.resolve(\"$1\")")
                .replace(PART, SMALLER_PART);
        String scan = resolved.contains(WRITES) ? "" : WRITES + ");";
        String shown = resolved.contains("double[] ct") ? "System.out.println(Arrays.toString(ct));" : "";
        return "static void example" + number + "(vtkImageData image, Path folder) throws Exception {\n" + scan + "\n"
                + resolved + shown + "\n}\n";
    }

    @Test
    void allRun() throws Exception {
        List<String> examples = examples();
        assertTrue(examples.size() > 5, examples.toString());
        assertTrue(examples.stream().anyMatch(code -> code.contains(PART)), "a part is read");
        String calls = IntStream.range(0, examples.size())
                .mapToObj(number -> {
                    String place = "Files.createDirectory(Path.of(\"" + number + "\"))";
                    return "example" + number + "(image(), " + place + ");\n";
                })
                .collect(Collectors.joining());
        String methods = IntStream.range(0, examples.size())
                .mapToObj(number -> method(number, examples.get(number)))
                .collect(Collectors.joining("\n"));
        Path program = Files.writeString(folder.resolve("Examples.java"), PROGRAM.formatted(calls, methods));

        List<String> said = run(program);

        String values = IntStream.range(0, 24).asDoubleStream().boxed().toList().toString();
        long shown =
                examples.stream().filter(code -> code.contains("double[] ct")).count();
        assertTrue(shown > 0);
        assertEquals(Stream.generate(() -> values).limit(shown).toList(), said);
    }

    private List<String> run(Path program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.library.path=" + System.getProperty("java.library.path"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.lines().toList();
    }
}
