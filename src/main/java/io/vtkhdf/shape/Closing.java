package io.vtkhdf.shape;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Closes several at once. */
final class Closing {

    private Closing() {}

    /** Closes all, and then throws the first failure, if there was one. */
    static void all(List<? extends Closeable> opened) throws IOException {
        IOException first = null;
        for (Closeable one : opened) {
            try {
                one.close();
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
