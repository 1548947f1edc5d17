package io.vtkhdf.vtk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each in a Java of its own, since what is loaded stays. */
@Tag("vtk")
class VtkLibrariesTest {

    private static final String LIBRARIES = "-Djava.library.path=" + System.getProperty("java.library.path");
    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir
    Path empty;

    @Test
    void whatImageDataNeedsIsLoadedAndNothingThatRenders() throws Exception {
        assertEquals("loaded: true, renders: false", run(CLASS_PATH, LIBRARIES, "load"));
    }

    @Test
    void theDirectoryMayBeNamedAsVtkItselfHasIt() throws Exception {
        String directory = System.getProperty("java.library.path").split(File.pathSeparator)[0];
        assertEquals("loaded: true, renders: false", run(CLASS_PATH, "-Dvtk.lib.dir=" + directory, "load"));
    }

    @Test
    void nothingIsLoadedUnasked() throws Exception {
        assertEquals("loaded: false, renders: false", run(CLASS_PATH, LIBRARIES, "touch"));
    }

    @Test
    void aMissingLibraryIsNamed() throws Exception {
        assertError("vtkCommonCoreJava", run(CLASS_PATH, "-Djava.library.path=" + empty, "load"));
    }

    @Test
    void aMissingModuleIsNamed() throws Exception {
        assertError("without the module NoSuchThing", run(CLASS_PATH, LIBRARIES, "load", "NoSuchThing"));
    }

    @Test
    void aMissingJarIsNamed() throws Exception {
        String without = Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().matches("vtk[-0-9.]*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
        assertError("vtk.jar", run(without, LIBRARIES, "load"));
    }

    private static void assertError(String what, String output) {
        assertTrue(output.contains("UnsatisfiedLinkError") && output.contains(what), output);
        assertTrue(output.contains("libvtk9-java") && output.contains("-Dvtk.lib.dir="), output);
    }

    private static String run(String classPath, String option, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                option,
                "-cp",
                classPath,
                LibraryLoader.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }
}
