package io.vtkhdf.vtk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example: Java compiles and runs it, with an image and a reader, and a part that is not as large. */
@Tag("vtk")
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("^```java\n(VtkLibraries.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    private static final String PART = "new Region(0, 0, 40, new Dimensions(512, 512, 8))";

    private static final String PROGRAM = """
            import io.vtkhdf.image.*;
            import io.vtkhdf.read.*;
            import io.vtkhdf.vtk.*;
            import io.vtkhdf.write.*;
            import java.nio.file.Path;
            import vtk.*;

            class Example {
                public static void main(String[] args) throws Exception {
                    VtkLibraries.load();
                    vtkImageData image = new vtkImageData();
                    image.SetDimensions(4, 3, 2);
                    double[] values = java.util.stream.IntStream.range(0, 24).asDoubleStream().toArray();
                    VtkArrays.set(image, ArraySpec.point("ct", ScalarType.FLOAT64), values, Order.X_FASTEST);
                    VtkImages.write(image, Path.of("before.vtkhdf"));
                    try (ImageDataReader reader = ImageDataReader.open(Path.of("before.vtkhdf"))) {
            %s
                        System.out.print(java.util.Arrays.toString(ct));
                    }
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void exampleRuns() throws Exception {
        Matcher found = EXAMPLE.matcher(Files.readString(README).replace("\r", ""));
        assertTrue(found.find());
        assertTrue(found.group(1).contains(PART), found.group(1));
        String code = found.group(1).replace(PART, "new Region(1, 0, 1, new Dimensions(2, 2, 1))");
        Path program = Files.writeString(folder.resolve("Example.java"), PROGRAM.formatted(code));

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
        assertEquals("[13.0, 14.0, 17.0, 18.0]", said);
    }
}
