package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.ning.compress.lzf.LZFException;
import io.jhdf.HdfFile;
import io.vtkhdf.read.ImageDataReader;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jpountz.lz4.LZ4Factory;
import org.apache.commons.lang3.ArrayUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.nop.NOPServiceProvider;
import picocli.CommandLine;

/**
 * A user's programs in processes of their own, with nothing on their path but what this library brings along. The
 * library is its jar in Maven's phase {@code verify}, and the folder of its classes in the phase {@code test}.
 */
class ModulePathTest {

    private static final List<Class<?>> INHERITED = List.of(
            ImageDataReader.class, HdfFile.class, Logger.class, ArrayUtils.class, LZFException.class, LZ4Factory.class);

    private static final String READ = "read [1.5, 2.5, 3.5, 4.5]" + System.lineSeparator();

    private static final String MODULE = "module consumer { requires io.vtkhdf; }";

    private static final String WRITE_AND_READ = """
            package consumer;

            import io.vtkhdf.*;
            import java.nio.file.Path;
            import java.util.Arrays;

            class WriteAndRead {
                public static void main(String[] args) throws Exception {
                    Path file = Path.of(args[0]);
                    ImageGeometry image = ImageGeometry.of(2, 2, 1);
                    WriteOptions options = WriteOptions.defaults().withStorage(Storage.gzip(4)).withOverwrite(true);
                    try (VtkhdfWriter writer = VtkhdfWriter.create(file, image, options)) {
                        writer.createPointArray("values", ScalarType.FLOAT64)
                                .writeSlice(0, new double[] {1.5, 2.5, 3.5, 4.5});
                        writer.finish();
                    }
                    try (VtkhdfReader reader = VtkhdfReader.open(file)) {
                        double[] values = reader.pointArray("values").readDoubles(0);
                        System.out.println("read " + Arrays.toString(values));
                    }
                    if (!VtkhdfValidator.validateDeep(file).isValid()) {
                        throw new AssertionError("not valid");
                    }
                }
            }
            """;

    private static final String READ_WITH_JHDF = """
            package consumer;

            import io.jhdf.HdfFile;
            import java.nio.file.Path;
            import java.util.Arrays;

            class ReadWithJhdf {
                public static void main(String[] args) {
                    try (HdfFile file = new HdfFile(Path.of(args[0]))) {
                        Object values = file.getDatasetByPath("/VTKHDF/PointData/values").getDataFlat();
                        System.out.println("read " + Arrays.toString((double[]) values));
                    }
                }
            }
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void compileTheModule() throws Exception {
        Tool.run(
                directory,
                List.of(
                        java("javac"),
                        "-p",
                        path(INHERITED),
                        "-d",
                        compiled("module"),
                        source("module-info", MODULE),
                        source("WriteAndRead", WRITE_AND_READ)));
    }

    @Test
    void writesReadsAndValidates() throws Exception {
        String said = startModule(path(INHERITED));
        assertTrue(said.contains(READ), said);
    }

    /** Without one, SLF4J says so. */
    @Test
    void anSlf4jProviderOnTheModulePathIsFound() throws Exception {
        assertEquals(READ, startModule(joined(path(INHERITED), path(List.of(NOPServiceProvider.class)))));
    }

    /** The modules that only the command line asks for must be named. */
    @Test
    void commandLine() throws Exception {
        startModule(path(INHERITED));
        String said = Tool.run(
                directory,
                List.of(
                        java("java"),
                        "-p",
                        joined(path(INHERITED), path(List.of(CommandLine.class, JsonFactory.class))),
                        "--add-modules",
                        "info.picocli,com.fasterxml.jackson.core",
                        "-m",
                        "io.vtkhdf/io.vtkhdf.cli.Main",
                        "info",
                        file()));
        assertTrue(said.contains("ImageData"), said);
    }

    /** What jHDF needs comes along for code of the user's that calls it. */
    @Test
    void jhdfReadsOnTheClassPath() throws Exception {
        startModule(path(INHERITED));
        String classPath = joined(path(INHERITED), compiled("classes"));
        String source = source("ReadWithJhdf", READ_WITH_JHDF);
        Tool.run(directory, List.of(java("javac"), "-cp", path(INHERITED), "-d", compiled("classes"), source));
        String said = Tool.run(directory, List.of(java("java"), "-cp", classPath, "consumer.ReadWithJhdf", file()));
        assertTrue(said.contains(READ), said);
    }

    private String startModule(String path) throws Exception {
        return Tool.run(
                directory,
                List.of(
                        java("java"),
                        "-p",
                        joined(path, compiled("module")),
                        "-m",
                        "consumer/consumer.WriteAndRead",
                        file()));
    }

    private String source(String name, String text) throws Exception {
        return Files.writeString(directory.resolve(name + ".java"), text).toString();
    }

    private String compiled(String folder) {
        return directory.resolve(folder).toString();
    }

    private String file() {
        return directory.resolve("image.vtkhdf").toString();
    }

    private static String java(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    private static String path(List<Class<?>> classes) {
        return joined(classes.stream().map(ModulePathTest::place).toArray(String[]::new));
    }

    private static String joined(String... paths) {
        return Arrays.stream(paths).collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> of) {
        try {
            return Path.of(of.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
