package io.vtkhdf.copy;

import io.vtkhdf.error.FileContentException;
import java.io.IOException;

/**
 * Whatever reads the values of images does it in here, so that none of it is believed if a file was changed meanwhile.
 */
public final class Unchanged {

    private Unchanged() {}

    public interface Reading<T> {
        T run() throws IOException;
    }

    /** Such as {@link io.vtkhdf.source.ImageSource#requireUnchanged}. */
    public interface State {
        void requireUnchanged() throws IOException;
    }

    /**
     * What comes of reading.
     *
     * @throws IOException if a file of a source is not as it was when it was opened, also where the reading itself
     *     fails at what it has found in there
     */
    public static <T> T during(Reading<T> reading, State... sources) throws IOException {
        T result;
        try {
            result = reading.run();
        } catch (FileContentException e) {
            requireUnchanged(e, sources);
            throw e;
        }
        for (State source : sources) {
            source.requireUnchanged();
        }
        return result;
    }

    private static void requireUnchanged(FileContentException found, State... sources) throws IOException {
        try {
            for (State source : sources) {
                source.requireUnchanged();
            }
        } catch (IOException changed) {
            changed.addSuppressed(found);
            throw changed;
        }
    }
}
