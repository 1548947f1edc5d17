package io.vtkhdf.vti.block;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.input.InputPlace;

/** A library that only some files need, and an application need not have. */
public enum VtiLibrary {
    LZ4("net.jpountz.lz4.LZ4Factory", "at.yawk.lz4:lz4-java"),
    XZ("org.tukaani.xz.SingleXZInputStream", "org.tukaani:xz"),
    DECIMALS("ch.randelshofer.fastdoubleparser.JavaDoubleParser", "ch.randelshofer:fastdoubleparser");

    private final String className;
    private final String artifact;

    VtiLibrary(String className, String artifact) {
        this.className = className;
        this.artifact = artifact;
    }

    /** @throws UnsupportedFileException if it is not there to read {@code what} */
    public void require(InputPlace place, String what) throws UnsupportedFileException {
        try {
            Class.forName(className, false, VtiLibrary.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw place.file()
                    .unsupported(place.array(), what + ", but no class " + className, artifact + " on the class path");
        }
    }
}
