package io.vtkhdf.input;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vtkhdf.image.Dimensions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputSlabReaderTest {

    /** Fails once, when some has been taken, and would go on after that. */
    private static InputValues failing(Throwable failure) {
        return new InputValues() {
            private boolean hasFailed;

            @Override
            public void read(ByteBuffer target) throws IOException {
                if (!hasFailed) {
                    hasFailed = true;
                    target.put((byte) 1);
                    InputSlabReaderTest.<RuntimeException>raise(failure);
                }
                target.position(target.limit());
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void raise(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    void everyFailureIsRepeated() {
        List<Throwable> failures = List.of(new IOException(), new IllegalStateException(), new OutOfMemoryError());
        for (Throwable failure : failures) {
            try (InputSlabReader reader = new InputSlabReader(new Dimensions(2, 2, 2), 1, failing(failure))) {
                for (int i = 0; i < 3; i++) {
                    assertSame(failure, assertThrows(Throwable.class, () -> reader.read(1, ByteBuffer.allocate(4))));
                }
            }
        }
    }
}
