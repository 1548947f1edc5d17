package io.vtkhdf.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of the Javadoc and of {@code docs/spark.md}: compiled and run, with a {@code context} and with
 * {@code slice(k)}, which they leave to the reader.
 */
@Tag("spark")
@Tag("once")
class ExamplesTest {

    private static final Path PAGE = Path.of("..", "docs", "spark.md");
    private static final Path JAVADOC = Path.of("src", "main", "java", "io", "vtkhdf", "spark", "VtkhdfSpark.java");
    private static final Pattern FENCED = Pattern.compile("^```java\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern IN_JAVADOC = Pattern.compile("<pre>\\{@code\n(.*?)\n *\\* }</pre>", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("Path\\.of\\(\"([^\"]+)\"\\)");

    private static final String PROGRAM = """
            import io.vtkhdf.image.*;
            import io.vtkhdf.plan.*;
            import io.vtkhdf.spark.*;
            import io.vtkhdf.write.*;
            import java.nio.file.*;
            import java.util.*;
            import java.util.stream.*;
            import org.apache.spark.api.java.*;
            import scala.Tuple2;

            public class %s {
                static float[] slice(int k) {
                    float[] values = new float[64 * 32];
                    Arrays.fill(values, k);
                    return values;
                }

                public static void run(JavaSparkContext context, Path folder) throws Exception {
            %s
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void run() throws Exception {
        List<String> examples = examples();
        assertTrue(examples.size() > 2, examples.toString());
        compile(examples);
        try (JavaSparkContext context = Contexts.start("local[2,4]")) {
            for (int i = 0; i < examples.size(); i++) {
                Path own = Files.createDirectory(folder.resolve("run" + i));
                Class.forName("Example" + i)
                        .getMethod("run", JavaSparkContext.class, Path.class)
                        .invoke(null, context, own);
                for (Matcher file = FILE.matcher(examples.get(i)); file.find(); ) {
                    assertTrue(Files.exists(own.resolve(file.group(1))), file.group());
                }
            }
        }
    }

    private static List<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        for (Matcher found = FENCED.matcher(Files.readString(PAGE)); found.find(); ) {
            examples.add(found.group(1));
        }
        for (Matcher found = IN_JAVADOC.matcher(Files.readString(JAVADOC)); found.find(); ) {
            examples.add(found.group(1).replaceAll("(?m)^ *\\* ?", ""));
        }
        return examples;
    }

    /** To where the tests' own classes are, which Spark's threads and executors know. */
    private void compile(List<String> examples) throws Exception {
        Path classes = Path.of(ExamplesTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        for (int i = 0; i < examples.size(); i++) {
            String code = FILE.matcher(examples.get(i)).replaceAll("folder.resolve(\"$1\")");
            Path source = folder.resolve("Example" + i + ".java");
            arguments.add(Files.writeString(source, PROGRAM.formatted("Example" + i, code))
                    .toString());
        }
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        ToolProvider javac = ToolProvider.findFirst("javac").orElseThrow();
        assertEquals(0, javac.run(out, out, arguments.toArray(String[]::new)), said::toString);
    }
}
