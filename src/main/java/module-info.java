/** VTKHDF image files: written slice by slice, read by slice, region or whole. */
@SuppressWarnings("module") // The adapter is compiled after it.
module io.vtkhdf {
    requires io.jhdf;
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
    requires static org.lz4.java;
    requires static org.tukaani.xz;

    // A faster deflate, where it is there and loads.
    requires static gkl;

    uses javax.xml.stream.XMLInputFactory;

    exports io.vtkhdf;
    exports io.vtkhdf.compat;
    exports io.vtkhdf.error;
    exports io.vtkhdf.file to
            io.vtkhdf.vtk;

    opens io.vtkhdf.cli to
            info.picocli;
}
