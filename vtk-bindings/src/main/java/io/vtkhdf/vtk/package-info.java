/**
 * {@code vtkImageData} in and out of VTKHDF files: {@link io.vtkhdf.vtk.VtkImages} whole images and parts of them,
 * {@link io.vtkhdf.vtk.VtkArrays} single arrays as Java arrays.
 *
 * <pre>{@code
 * VtkLibraries.load();
 * VtkImages.write(image, Path.of("scan.vtkhdf"));
 * vtkImageData whole = VtkImages.read(Path.of("scan.vtkhdf"));
 * double[] ct = (double[]) VtkArrays.get(whole, Association.POINT, "ct", Order.X_FASTEST);
 * whole.Delete();
 * }</pre>
 *
 * <p>The caller has loaded VTK's native libraries, for which there is {@link io.vtkhdf.vtk.VtkLibraries}. VTK is not
 * thread-safe, so neither are these methods on the same image. They leave nothing behind, in native memory or among the
 * Java objects that VTK keeps; an image that is handed out is the caller's, who calls {@code Delete()}. Java objects
 * that the caller holds, such as that of the image's point data, stay as they are.
 */
package io.vtkhdf.vtk;
