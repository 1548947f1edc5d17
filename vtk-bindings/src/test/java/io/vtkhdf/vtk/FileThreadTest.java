package io.vtkhdf.vtk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileThreadTest {

    @Test
    void failuresArriveAsTheyAre() throws IOException {
        try (FileThread thread = new FileThread()) {
            assertEquals(3, FileThread.finish(thread.start(() -> 3)));
            for (Throwable failure :
                    List.of(new IOException("full"), new IllegalStateException("closed"), new StackOverflowError())) {
                assertSame(
                        failure,
                        assertThrows(
                                failure.getClass(),
                                () -> FileThread.finish(
                                        thread.start(() -> FileThreadTest.<RuntimeException>fail(failure)))));
            }
        }
    }

    /** Which languages other than Java throw anywhere. */
    @Test
    void aCheckedFailureIsTheCause() {
        try (FileThread thread = new FileThread()) {
            Exception checked = new ReflectiveOperationException("checked");
            IllegalStateException failure = assertThrows(
                    IllegalStateException.class,
                    () -> FileThread.finish(thread.start(() -> FileThreadTest.<RuntimeException>fail(checked))));
            assertSame(checked, failure.getCause());
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> Object fail(Throwable failure) throws E {
        throw (E) failure;
    }
}
