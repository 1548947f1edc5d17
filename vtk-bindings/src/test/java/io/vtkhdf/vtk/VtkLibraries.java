package io.vtkhdf.vtk;

/** The native libraries that image data needs, in the order of their dependencies. */
final class VtkLibraries {

    private VtkLibraries() {}

    static void load() {
        for (String module : new String[] {"Core", "Math", "Misc", "System", "Transforms", "DataModel"}) {
            System.loadLibrary("vtkCommon" + module + "Java");
        }
    }
}
