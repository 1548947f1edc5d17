package io.vtkhdf.isal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * ISA-L by the native library of Intel's Genomics Kernel Library, which looks for classes of its own by name. Ours have
 * these names, and a loader of their own, so that they are not in the way of GKL's, nor GKL's of them.
 */
public final class GklIsal implements Isal {

    private static final String PACKAGE = "com.intel.gkl.compression.";

    private MethodHandle newDeflater;
    private MethodHandle newInflater;

    /** Loads nothing yet. */
    public GklIsal() {}

    @Override
    public synchronized boolean load() throws IOException {
        if (newDeflater != null) {
            return true;
        }
        String name = System.mapLibraryName("gkl_compression");
        try (InputStream library = GklIsal.class.getResourceAsStream("hidden/" + name)) {
            if (library == null || !Set.of("amd64", "x86_64").contains(System.getProperty("os.arch"))) {
                return false;
            }
            Path folder = Files.createTempDirectory(
                    "vtkhdf-isal-" + ProcessHandle.current().pid() + "-");
            Path file = folder.resolve(name);
            try {
                Files.copy(library, file);
                bind(file);
                return true;
            } finally {
                // Deleted at once, so that a JVM that is killed leaves nothing.
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        }
    }

    private void bind(Path library) {
        try {
            ClassLoader loader = new HiddenLoader();
            Class<?> deflater = loader.loadClass(PACKAGE + "IntelDeflater");
            Class<?> inflater = loader.loadClass(PACKAGE + "IntelInflater");
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            lookup.findStatic(deflater, "load", MethodType.methodType(void.class, String.class))
                    .invoke(library.toString());
            lookup.findStatic(inflater, "load", MethodType.methodType(void.class))
                    .invoke();
            newInflater = lookup.findConstructor(inflater, MethodType.methodType(void.class));
            newDeflater = lookup.findConstructor(deflater, MethodType.methodType(void.class, int.class));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("ISA-L does not load", e);
        }
    }

    @Override
    public RawDeflater deflater(int level) {
        if (level < 1 || level > SLOWEST_LEVEL) {
            throw new IllegalArgumentException("level " + level + ", expected 1 or 2");
        }
        return made(() -> newDeflater.invoke(level));
    }

    @Override
    public RawInflater inflater() {
        return made(() -> newInflater.invoke());
    }

    private interface Maker {
        Object make() throws Throwable;
    }

    @SuppressWarnings("unchecked")
    private static <T> T made(Maker maker) {
        try {
            return (T) maker.make();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("ISA-L", e);
        }
    }

    /** Knows the classes beside the native library, and for the rest what this class knows. */
    private static final class HiddenLoader extends ClassLoader {

        HiddenLoader() {
            super(GklIsal.class.getClassLoader());
        }

        /** First of all here: an application may have GKL itself. */
        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PACKAGE)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String resource = "hidden/" + name.substring(PACKAGE.length()) + ".bytes";
            try (InputStream stream = GklIsal.class.getResourceAsStream(resource)) {
                if (stream == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = stream.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
