package io.vtkhdf.vtk;

import java.util.List;
import vtk.vtkNativeLibrary;

/**
 * Loads VTK's native libraries, which nothing else here does: an application that has loaded them its own way needs
 * none of this.
 *
 * <p>They are looked for in the directory that the system property {@code vtk.lib.dir} names, then in
 * {@code java.library.path}. What is loaded needs no screen, as long as no rendering module is asked for. Newer JDKs
 * warn about native code unless they are started with {@code --enable-native-access=ALL-UNNAMED}.
 *
 * <p>Thread-safe; what is loaded already is passed over.
 */
public final class VtkLibraries {

    /** What image data needs, in the order of their dependencies. */
    private static final List<String> IMAGE_DATA =
            List.of("CommonCore", "CommonMath", "CommonMisc", "CommonSystem", "CommonTransforms", "CommonDataModel");

    private VtkLibraries() {}

    /**
     * Loads what image data needs, then further modules.
     *
     * @param modules VTK's modules such as {@code ImagingCore}, each after those that it depends on
     * @throws UnsatisfiedLinkError if VTK's jar or a library is missing or cannot be loaded; the message names it and
     *     tells how to install it
     */
    public static synchronized void load(String... modules) {
        requireWrappers();
        IMAGE_DATA.forEach(VtkLibraries::loadModule);
        for (String module : modules) {
            if (module.equals("RenderingCore")) {
                loadAwt();
            }
            loadModule(module);
        }
    }

    /** What VTK links with RenderingCore. The system's loader does not look where a JDK keeps it. */
    private static void loadAwt() {
        try {
            System.loadLibrary("jawt");
        } catch (UnsatisfiedLinkError e) {
            throw failure("this Java is one without AWT, which VTK's rendering needs: " + e.getMessage(), e);
        }
    }

    private static void requireWrappers() {
        try {
            Class.forName("vtk.vtkNativeLibrary", false, VtkLibraries.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw failure("VTK's Java wrappers, vtk.jar, are not on the class path", e);
        }
    }

    private static void loadModule(String module) {
        try {
            vtkNativeLibrary.valueOf("vtk" + module).LoadLibrary();
        } catch (IllegalArgumentException e) {
            throw failure("the VTK at hand was built without the module " + module, e);
        } catch (UnsatisfiedLinkError e) {
            String library = System.mapLibraryName("vtk" + module + "Java");
            throw failure(
                    "VTK's native library " + library + " cannot be loaded with vtk.lib.dir="
                            + System.getProperty("vtk.lib.dir", "") + " and java.library.path="
                            + System.getProperty("java.library.path") + ": " + e.getMessage(),
                    e);
        }
    }

    private static UnsatisfiedLinkError failure(String problem, Throwable cause) {
        UnsatisfiedLinkError error = new UnsatisfiedLinkError(problem
                + ". Install a VTK that was built with VTK_WRAP_JAVA (Debian, Ubuntu: apt install libvtk9-java), put its"
                + " jar on the class path (there /usr/share/java/vtk9.jar), name the directory of its libvtk*Java"
                + " libraries with -Dvtk.lib.dir=DIRECTORY (there /usr/lib/*/java/vtk-*), and see that the system finds"
                + " the libraries that these need (LD_LIBRARY_PATH, PATH)");
        error.initCause(cause);
        return error;
    }
}
