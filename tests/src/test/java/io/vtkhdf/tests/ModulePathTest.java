package io.vtkhdf.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import com.ctc.wstx.api.WstxInputProperties;
import com.fasterxml.jackson.core.JsonFactory;
import com.ning.compress.lzf.LZFException;
import io.jhdf.HdfFile;
import io.vtkhdf.isal.Isal;
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
import org.codehaus.stax2.XMLInputFactory2;
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

    /** What a program adds that reads VTK's XML files. */
    private static final List<Class<?>> OF_XML =
            List.of(WstxInputProperties.class, XMLInputFactory2.class, JavaDoubleParser.class);

    private static final String READ = "read [1.5, 2.5, 3.5, 4.5]" + System.lineSeparator();

    private static final String MODULE = "module consumer { requires io.vtkhdf; }";

    private static final String WRITE_AND_READ = """
            package consumer;

            import io.vtkhdf.image.*;
            import io.vtkhdf.read.*;
            import io.vtkhdf.validate.*;
            import io.vtkhdf.write.*;
            import java.nio.file.Path;
            import java.util.Arrays;

            class WriteAndRead {
                public static void main(String[] args) throws Exception {
                    Path file = Path.of(args[0]);
                    ImageGeometry image = ImageGeometry.of(2, 2, 1);
                    WriteOptions options = WriteOptions.defaults().withStorage(Storage.gzip(4)).withOverwrite(true);
                    try (ImageDataWriter writer = ImageDataWriter.create(file, image, options)) {
                        writer.createPointArray("values", ScalarType.FLOAT64)
                                .writeSlice(0, new double[] {1.5, 2.5, 3.5, 4.5});
                        writer.finish();
                    }
                    try (ImageDataReader reader = ImageDataReader.open(file)) {
                        double[] values = reader.pointArray("values").readDoubles(0);
                        System.out.println("read " + Arrays.toString(values));
                    }
                    if (!ImageValidator.validateDeep(file).isValid()) {
                        throw new AssertionError("not valid");
                    }
                }
            }
            """;

    private static final String CONVERT = """
            package consumer;

            import io.vtkhdf.convert.*;
            import io.vtkhdf.error.UnsupportedFileException;
            import io.vtkhdf.read.*;
            import io.vtkhdf.source.ImageSource;
            import io.vtkhdf.write.*;
            import java.nio.file.Path;
            import java.util.Arrays;

            class Convert {
                public static void main(String[] args) throws Exception {
                    WriteOptions options = WriteOptions.defaults().withStorage(Storage.gzip(1)).withOverwrite(true);
                    Path output = Path.of(args[1]);
                    try (ImageSource source = ImageSources.open(Path.of(args[0]))) {
                        Conversion.of(source).to(output, options);
                    } catch (UnsupportedFileException e) {
                        System.out.println(e.getMessage());
                        return;
                    }
                    try (ImageDataReader reader = ImageDataReader.open(output)) {
                        double[] values = reader.pointArray("values").readDoubles(0);
                        System.out.println("read " + Arrays.toString(values));
                    }
                }
            }
            """;

    private static final String XML = """
            <VTKFile type="ImageData" version="0.1" byte_order="LittleEndian">
            <ImageData WholeExtent="0 1 0 1 0 0" Origin="0 0 0" Spacing="1 1 1">
            <Piece Extent="0 1 0 1 0 0"><PointData>
            <DataArray type="Float64" Name="values" format="ascii">1.5 2.5 3.5 4.5</DataArray>
            </PointData></Piece></ImageData></VTKFile>
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
                        source("WriteAndRead", WRITE_AND_READ),
                        source("Convert", CONVERT)));
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

    @Test
    void convertsXml() throws Exception {
        String said =
                convertXml(joined(path(INHERITED), path(OF_XML)), "com.ctc.wstx,ch.randelshofer.fastdoubleparser");
        assertTrue(said.contains(READ), said);
    }

    /** The libraries that only the converter needs are no burden on others, and are named where they are missing. */
    @Test
    void namesWhatIsMissingToConvertXml() throws Exception {
        String said = convertXml(path(INHERITED), "java.xml");
        assertTrue(said.contains("com.fasterxml.woodstox:woodstox-core"), said);

        said = convertXml(joined(path(INHERITED), path(OF_XML)), "com.ctc.wstx");
        assertTrue(said.contains("ch.randelshofer:fastdoubleparser"), said);
    }

    private String convertXml(String path, String modules) throws Exception {
        return Tool.run(
                directory,
                List.of(
                        java("java"),
                        "-p",
                        joined(path, compiled("module")),
                        "--add-modules",
                        modules,
                        "-m",
                        "consumer/consumer.Convert",
                        Files.writeString(directory.resolve("image.vti"), XML).toString(),
                        file()));
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

    /** Like all that is optional it must be named. */
    @Test
    void isalIsFound() throws Exception {
        boolean loads = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        String said = Tool.run(
                directory,
                List.of(
                        java("java"),
                        "-p",
                        joined(path(INHERITED), path(List.of(CommandLine.class, JsonFactory.class, Isal.class))),
                        "--add-modules",
                        "info.picocli,com.fasterxml.jackson.core,io.vtkhdf.isal",
                        "-m",
                        "io.vtkhdf/io.vtkhdf.cli.Main",
                        "--version"));
        assertEquals(loads, said.contains("gzip levels 1 and 2 by ISA-L"), said);
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
