package io.vtkhdf.tests.reliability;

import java.io.IOException;

/** Is asked for each operation on a file. Called by whatever thread does it. */
interface IoWatch {

    IoWatch NONE = new IoWatch() {
        @Override
        public <T> T watch(IoCall call, Action<T> action) throws IOException {
            return action.run();
        }
    };

    /** The operation itself. */
    interface Action<T> {
        T run() throws IOException;
    }

    /** Does the operation, or something else in its place. */
    <T> T watch(IoCall call, Action<T> action) throws IOException;
}
