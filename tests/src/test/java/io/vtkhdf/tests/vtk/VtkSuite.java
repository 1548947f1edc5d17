package io.vtkhdf.tests.vtk;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What the suites share in which VTK's Java wrappers judge files. */
@Tag("vtk")
abstract class VtkSuite {

    @TempDir
    Path scratch;

    @BeforeAll
    static void load() {
        VtkLibrary.load();
    }

    @AfterEach
    void free() {
        VtkLibrary.deleteAll();
    }
}
