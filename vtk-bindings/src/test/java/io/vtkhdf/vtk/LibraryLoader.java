package io.vtkhdf.vtk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** {@code load MODULE...}, or {@code touch} every class of the adapter; tells what of VTK is in the process. */
public final class LibraryLoader {

    private LibraryLoader() {}

    public static void main(String... args) throws Exception {
        if (args[0].equals("load")) {
            VtkLibraries.load(Arrays.copyOfRange(args, 1, args.length));
        } else {
            for (Class<?> type : new Class<?>[] {
                VtkArrays.class,
                VtkColumn.class,
                VtkFields.class,
                VtkImages.class,
                VtkImageReader.class,
                VtkImageWriter.class,
                VtkLibraries.class,
                VtkRoles.class,
                VtkSlabs.class,
                VtkTypes.class,
                VtkValues.class,
                VtkView.class
            }) {
                Class.forName(type.getName(), true, LibraryLoader.class.getClassLoader());
            }
        }
        String maps = Files.readString(Path.of("/proc/self/maps"));
        System.out.println(
                "loaded: " + maps.contains("libvtkCommonDataModel") + ", renders: " + maps.contains("libvtkRendering"));
    }
}
