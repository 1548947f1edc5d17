package io.vtkhdf.write;

import io.vtkhdf.chunk.ZlibEngine;
import io.vtkhdf.chunk.ZlibEngines;

/**
 * The program that compresses. All of them write what every HDF5 library reads; sizes and bytes differ a little.
 *
 * <p>Intel's ISA-L is ten and more times as fast as zlib, at sizes like those of zlib's level 1, so it takes part at
 * the gzip levels 1 and 2 only: at the others all engines are the JDK's zlib. Now and then it compresses the same
 * values to other bytes than before; the JDK's zlib does not. It needs a processor of the x86-64 family, glibc or
 * macOS, a temporary directory from which a library may be loaded, and the optional dependency
 * {@code io.vtkhdf:vtkhdf-isal}. Java 24 and newer warn of native code unless started with
 * {@code --enable-native-access=ALL-UNNAMED}.
 */
public enum DeflateEngine {

    /** ISA-L where it loads, else the JDK's zlib. */
    AUTO,

    /** The JDK's zlib. */
    JDK,

    /** ISA-L. */
    ISAL;

    /** Whether it works on this machine. */
    public boolean isAvailable() {
        return this != ISAL || kind().isAvailable();
    }

    private ZlibEngines kind() {
        return switch (this) {
            case AUTO -> ZlibEngines.fastest();
            case JDK -> ZlibEngines.JDK;
            case ISAL -> ZlibEngines.ISAL;
        };
    }

    /** Why it does not work, if it does not. */
    String absence() {
        return ZlibEngines.isalAbsence();
    }

    ZlibEngine open() {
        return kind().open();
    }
}
