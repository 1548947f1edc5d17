package io.vtkhdf.hdf5.jhdf;

import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.vtkhdf.hdf5.Malformed;
import io.vtkhdf.hdf5.NotSupported;
import java.util.function.Supplier;

/** Turns jHDF's exceptions into ours. Whatever else it throws on broken files goes through. */
final class JhdfFailures {

    private JhdfFailures() {}

    static <T> T translated(Supplier<T> parser) {
        try {
            return parser.get();
        } catch (HdfException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof UnsupportedHdfException) {
                    throw new NotSupported(e.getMessage(), e);
                }
            }
            throw new Malformed(e.getMessage(), e);
        }
    }
}
