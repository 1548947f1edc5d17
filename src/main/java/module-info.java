/**
 * VTKHDF image files: written slice by slice, read by slice, region or whole, judged and converted.
 *
 * <pre>{@code
 * ImageGeometry geometry = ImageGeometry.of(1200, 1501, 653).withSpacing(1e-3, 2e-3, 5e-4).centred(Axis.Z);
 * try (ImageDataWriter writer = ImageDataWriter.create(Path.of("big.vtkhdf"), geometry)) {
 *     ArrayWriter data = writer.createPointArray("data", ScalarType.FLOAT64);
 *     for (int k = 0; k < data.dimensions().z(); k++) {
 *         data.writeSlice(k, slice(k)); // double[1501 * 1200], x fastest
 *     }
 *     writer.finish();
 * }
 * }</pre>
 *
 * <p>Conventions, stated once for all of it:
 *
 * <ul>
 *   <li>Axes are named x, y, z, in that order, everywhere; the z, y, x order of the HDF5 datasets is an internal
 *       matter.
 *   <li>x varies fastest in memory unless {@link io.vtkhdf.image.Order#X_SLOWEST} is asked for. The components of a
 *       tuple are always next to each other.
 *   <li>Extents are inclusive at both ends, as in VTK.
 *   <li>Lengths are in the user's own units.
 *   <li>A <em>slice</em> is one index of an axis (of z, where no axis is named), a {@linkplain io.vtkhdf.image.Slab
 *       slab} a run of neighbouring slices, a {@linkplain io.vtkhdf.image.Region region} a box; all count from 0
 *       whatever the extent.
 *   <li>Values travel as Java primitive arrays of the carrier type of their {@link io.vtkhdf.image.ScalarType}, or as
 *       {@link java.nio.ByteBuffer}s, whose byte order is honoured and whose position is advanced by what is read into
 *       them, or written out of them.
 *   <li>A wrong argument is an {@link java.lang.IllegalArgumentException}, a call at the wrong time an
 *       {@link java.lang.IllegalStateException}, anything wrong with a file an {@link java.io.IOException}:
 *       {@link io.vtkhdf.error.CorruptFileException} if the file is broken,
 *       {@link io.vtkhdf.error.UnsupportedFileException} if it is well-formed but beyond this library.
 *   <li>Records, enumerations and what else holds no file are immutable, and so thread-safe; a
 *       {@link io.vtkhdf.image.FieldArray} is as long as nobody changes its values. Readers and writers and their
 *       arrays are thread-safe; an {@link io.vtkhdf.source.ImageSource} is not.
 * </ul>
 *
 * @see <a href="https://docs.vtk.org/en/latest/vtk_file_formats/vtkhdf_file_format/index.html">VTKHDF file format</a>
 */
@SuppressWarnings("module") // The adapter is compiled after it.
module io.vtkhdf {
    requires io.jhdf;
    requires java.net.http;
    requires java.xml;

    // What jHDF calls: an automatic module cannot ask for it.
    requires org.apache.commons.lang3;
    requires org.slf4j;

    // The command line and the converter only: a library user's module graph need not have them.
    requires static ch.randelshofer.fastdoubleparser;
    requires static com.ctc.wstx;
    requires static com.fasterxml.jackson.core;
    requires static info.picocli;
    requires static java.desktop;
    requires static jdk.httpserver;
    requires static org.lz4.java;
    requires static org.tukaani.xz;

    // A faster deflate, where it is there and loads.
    requires static io.vtkhdf.isal;

    uses javax.xml.stream.XMLInputFactory;

    exports io.vtkhdf.bytes;
    exports io.vtkhdf.compat;
    exports io.vtkhdf.convert;
    exports io.vtkhdf.error;
    exports io.vtkhdf.file to
            io.vtkhdf.vtk;
    exports io.vtkhdf.http;
    exports io.vtkhdf.image;
    exports io.vtkhdf.join;
    exports io.vtkhdf.plan;
    exports io.vtkhdf.read;
    exports io.vtkhdf.shape;
    exports io.vtkhdf.source;
    exports io.vtkhdf.validate;
    exports io.vtkhdf.write;

    opens io.vtkhdf.cli to
            info.picocli;
}
