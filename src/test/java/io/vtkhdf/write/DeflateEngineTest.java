package io.vtkhdf.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;

class DeflateEngineTest {

    /** The library's classes alone, without the jars that it can do with or without. */
    @Test
    void thatTheJarOfIsalIsNotThereIsTold() throws Exception {
        URL library = DeflateEngine.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {library}, ClassLoader.getPlatformClassLoader())) {
            Class<?> engines = alone.loadClass(DeflateEngine.class.getName());
            Class<?> options = alone.loadClass(WriteOptions.class.getName());
            Object isal = engines.getField("ISAL").get(null);
            assertEquals(false, engines.getMethod("isAvailable").invoke(isal));
            Object defaults = options.getMethod("defaults").invoke(null);
            Method with = options.getMethod("withDeflateEngine", engines);
            Throwable refused = assertThrows(InvocationTargetException.class, () -> with.invoke(defaults, isal))
                    .getCause();
            assertEquals(
                    "ISA-L's jar, io.vtkhdf:vtkhdf-isal, is not on the class path or module path",
                    assertInstanceOf(UnsupportedOperationException.class, refused)
                            .getMessage());
        }
    }
}
