/**
 * What VTK's readers make of a VTKHDF image, release by release: {@link io.vtkhdf.compat.Reading}. Asked of a file
 * ({@link io.vtkhdf.validate}) or of an image that is to be written:
 *
 * <pre>{@code
 * ArraySpec label = ArraySpec.cell("label", ScalarType.INT32);
 * ImageSpec image = new ImageSpec(ImageGeometry.of(64, 64, 32), List.of(label), List.of(), List.of());
 * for (Reading reading : new WritePlan(Path.of("big.vtkhdf"), WriteOptions.defaults()).readings(image)) {
 *     VtkRelease release = reading.release(); // which ParaView has it: release.paraview()
 *     Verdict verdict = reading.verdict(); // of VTK 9.1 and 9.2 REFUSED, of others READ
 * }
 * }</pre>
 *
 * <p>All types are immutable, and so thread-safe.
 *
 * @see <a href="https://docs.vtk.org/en/latest/vtk_file_formats/vtkhdf_file_format/index.html">VTKHDF file format</a>
 */
package io.vtkhdf.compat;
