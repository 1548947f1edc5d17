package io.vtkhdf.chunk;

import java.io.IOException;
import java.util.function.Supplier;

/** The kinds of {@link ZlibEngine}. */
public enum ZlibEngines {

    /** The JDK's own zlib, which is always there. */
    JDK {
        @Override
        public boolean isAvailable() {
            return true;
        }

        @Override
        public ZlibEngine open() {
            return new JdkEngine();
        }
    },

    /** Intel's ISA-L. */
    ISAL {
        @Override
        public boolean isAvailable() {
            return Isal.MAKER != null;
        }

        @Override
        public ZlibEngine open() {
            if (!isAvailable()) {
                throw new UnsupportedOperationException(isalAbsence());
            }
            return Isal.MAKER.get();
        }
    };

    /** Looked for when it is first asked for, and only once. */
    private static final class Isal {
        static final Supplier<ZlibEngine> MAKER;
        static final boolean HAS_JAR;

        static {
            Supplier<ZlibEngine> maker = null;
            boolean hasJar = true;
            try {
                maker = IsalEngine.load();
            } catch (NoClassDefFoundError e) {
                hasJar = false; // It is optional.
            } catch (LinkageError | RuntimeException | IOException e) {
                maker = null;
            }
            MAKER = maker;
            HAS_JAR = hasJar;
        }
    }

    /** Why ISA-L is not available, if it is not. */
    public static String isalAbsence() {
        return Isal.HAS_JAR
                ? "ISA-L does not load on this machine"
                : "ISA-L's jar, io.vtkhdf:vtkhdf-isal, is not on the class path or module path";
    }

    /** The fastest that works here. */
    public static ZlibEngines fastest() {
        return ISAL.isAvailable() ? ISAL : JDK;
    }

    /** Whether it works on this machine. */
    public abstract boolean isAvailable();

    /**
     * A new engine.
     *
     * @throws UnsupportedOperationException if it is not available
     */
    public abstract ZlibEngine open();
}
