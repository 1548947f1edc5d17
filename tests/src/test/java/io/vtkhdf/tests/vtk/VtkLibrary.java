package io.vtkhdf.tests.vtk;

import java.util.List;
import vtk.vtkObject;

/** VTK's native side, as far as the suites need it: nothing that renders, so that it works without a screen. */
final class VtkLibrary {

    /** In the order of their dependencies. */
    private static final List<String> MODULES = List.of(
            "CommonCore",
            "CommonMath",
            "CommonMisc",
            "CommonSystem",
            "CommonTransforms",
            "CommonDataModel",
            "CommonExecutionModel",
            "IOCore",
            "IOLegacy",
            "IOXMLParser",
            "IOXML",
            "IOHDF");

    private static boolean isLoaded;

    private VtkLibrary() {}

    static synchronized void load() {
        if (!isLoaded) {
            MODULES.forEach(module -> System.loadLibrary("vtk" + module + "Java"));
            isLoaded = true;
        }
    }

    /** Frees every VTK object that this JVM has made. */
    static void deleteAll() {
        vtkObject.JAVA_OBJECT_MANAGER.deleteAll();
    }
}
