package io.vtkhdf.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files that others wrote, read by us. */
class ForeignFilesTest {

    @TempDir
    static Path scratch;

    /** In every way that HDF5 allows. */
    @Tag("h5py")
    @TestFactory
    Stream<DynamicTest> readsWhatH5pyWrote() throws IOException, InterruptedException {
        Tool.run(
                scratch,
                List.of(Tool.python(), Tool.pythonScript("make_foreign.py").toString(), scratch.toString()));
        return ForeignJudge.tests(scratch);
    }

    /** Golden files of {@code make_foreign.py}, written by h5py 3.16 with HDF5 2.0. */
    @TestFactory
    Stream<DynamicTest> readsWhatHdf5TwoWrote() throws IOException {
        return ForeignJudge.tests(Path.of(System.getProperty("basedir", "")).resolve("src/test/resources/hdf5-2.0"));
    }

    /** Golden files of {@code make_vtk_writer.py}, written by VTK 9.7.2. */
    @TestFactory
    Stream<DynamicTest> readsWhatVtkWrote() throws IOException {
        return ForeignJudge.tests(Path.of(System.getProperty("basedir", "")).resolve("src/test/resources/vtk-writer"));
    }
}
