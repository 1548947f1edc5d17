package io.vtkhdf.input;

import io.vtkhdf.error.UnsupportedFileException;

/** A library that only some files need, and an application need not have. */
public enum OptionalLibrary {
    XML("org.codehaus.stax2.XMLInputFactory2", "com.fasterxml.woodstox:woodstox-core"),
    JSON("com.fasterxml.jackson.core.JsonFactory", "com.fasterxml.jackson.core:jackson-core"),
    LZ4("net.jpountz.lz4.LZ4Factory", "at.yawk.lz4:lz4-java"),
    XZ("org.tukaani.xz.SingleXZInputStream", "org.tukaani:xz"),
    TIFF("com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi", "com.twelvemonkeys.imageio:imageio-tiff"),
    DECIMALS("ch.randelshofer.fastdoubleparser.JavaDoubleParser", "ch.randelshofer:fastdoubleparser");

    private final String className;
    private final String artifact;

    OptionalLibrary(String className, String artifact) {
        this.className = className;
        this.artifact = artifact;
    }

    /** The class by which it is known. */
    public String className() {
        return className;
    }

    /** @throws UnsupportedFileException if it is not there to read {@code what} */
    public void require(InputPlace place, String what) throws UnsupportedFileException {
        require(place.file(), place.array(), what);
    }

    /** @throws UnsupportedFileException if it is not there to read {@code what} */
    public void require(InputFile file, String place, String what) throws UnsupportedFileException {
        try {
            Class.forName(className, false, OptionalLibrary.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw file.unsupported(
                    place, what + ", but no class " + className, artifact + " on the class path or module path");
        }
    }
}
