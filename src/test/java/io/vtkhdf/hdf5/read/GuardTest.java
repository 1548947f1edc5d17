package io.vtkhdf.hdf5.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.FileSystemException;
import org.junit.jupiter.api.Test;

class GuardTest {

    @Test
    void thatMemoryIsShortIsNoFaultOfTheFileAndKeepsItsCause() {
        OutOfMemoryError error = new OutOfMemoryError("Java heap space");
        FileSystemException e = assertThrows(
                FileSystemException.class,
                () -> new Guard("a.vtkhdf").call("/VTKHDF", () -> {
                    throw error;
                }));
        assertEquals("a.vtkhdf: could not be read: /VTKHDF takes more memory than Java's heap has", e.getMessage());
        assertSame(error, e.getCause());
    }
}
