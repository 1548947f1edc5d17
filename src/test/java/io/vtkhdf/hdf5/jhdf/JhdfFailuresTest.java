package io.vtkhdf.hdf5.jhdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.vtkhdf.hdf5.Malformed;
import io.vtkhdf.hdf5.NotSupported;
import org.junit.jupiter.api.Test;

class JhdfFailuresTest {

    private static void fail(RuntimeException e) {
        JhdfFailures.translated(() -> {
            throw e;
        });
    }

    @Test
    void whatJhdfFindsBrokenIsMalformed() {
        HdfException found = new HdfException("no heap");
        Malformed e = assertThrows(Malformed.class, () -> fail(found));
        assertEquals("no heap", e.getMessage());
        assertSame(found, e.getCause());
    }

    @Test
    void whatItDoesNotKnowIsNotSupportedHoweverDeepItSays() {
        UnsupportedHdfException found = new UnsupportedHdfException("times");
        assertSame(found, assertThrows(NotSupported.class, () -> fail(found)).getCause());
        HdfException around = new HdfException("failed to read", new RuntimeException(found));
        assertSame(around, assertThrows(NotSupported.class, () -> fail(around)).getCause());
    }

    @Test
    void whatIsOursGoesThrough() {
        Malformed ours = new Malformed("beyond the end");
        assertSame(ours, assertThrows(Malformed.class, () -> fail(ours)));
        IndexOutOfBoundsException other = new IndexOutOfBoundsException();
        assertSame(other, assertThrows(IndexOutOfBoundsException.class, () -> fail(other)));
    }
}
