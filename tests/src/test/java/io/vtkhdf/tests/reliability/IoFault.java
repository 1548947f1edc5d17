package io.vtkhdf.tests.reliability;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets one call of a run go wrong: the n-th that can go wrong in this way, counted from 0. */
public final class IoFault implements IoWatch {

    /** How a call goes wrong. */
    enum Way {
        /** Nothing is written, there or ever after. */
        DISK_FULL {
            @Override
            boolean concerns(IoCall.Kind kind) {
                return kind == IoCall.Kind.WRITE || kind == IoCall.Kind.OPEN || kind == IoCall.Kind.LINK;
            }

            @Override
            <T> T call(IoCall call, Action<T> action) throws IOException {
                throw call.error("No space left on device");
            }
        },
        /** Half is written, then there is no more space. */
        TORN_WRITE {
            @Override
            boolean concerns(IoCall.Kind kind) {
                return kind == IoCall.Kind.WRITE;
            }

            @Override
            <T> T call(IoCall call, Action<T> action) throws IOException {
                half(call, action);
                throw new IOException("No space left on device");
            }
        },
        /** A read or write moves fewer bytes than it could, as it may. */
        SHORT {
            @Override
            boolean concerns(IoCall.Kind kind) {
                return kind == IoCall.Kind.WRITE || kind == IoCall.Kind.READ;
            }

            @Override
            <T> T call(IoCall call, Action<T> action) throws IOException {
                return half(call, action);
            }
        },
        IO_ERROR {
            @Override
            <T> T call(IoCall call, Action<T> action) throws IOException {
                throw call.error("Input/output error");
            }
        },
        RUNTIME_EXCEPTION {
            @Override
            boolean concerns(IoCall.Kind kind) {
                return kind != IoCall.Kind.CLOSE;
            }

            @Override
            <T> T call(IoCall call, Action<T> action) {
                throw new IllegalStateException("a defect");
            }
        },
        OUT_OF_MEMORY {
            @Override
            boolean concerns(IoCall.Kind kind) {
                return kind != IoCall.Kind.CLOSE;
            }

            @Override
            <T> T call(IoCall call, Action<T> action) {
                throw new OutOfMemoryError("Java heap space");
            }
        },
        INTERRUPT {
            @Override
            <T> T call(IoCall call, Action<T> action) throws IOException {
                Thread.currentThread().interrupt();
                return action.run();
            }
        };

        boolean concerns(IoCall.Kind kind) {
            return true;
        }

        abstract <T> T call(IoCall call, Action<T> action) throws IOException;

        private static <T> T half(IoCall call, Action<T> action) throws IOException {
            int limit = call.buffer().limit();
            int count = (call.buffer().remaining() + 1) / 2;
            call.buffer().limit(call.buffer().position() + count);
            try {
                return action.run();
            } finally {
                call.buffer().limit(limit);
            }
        }
    }

    private final Way way;
    private final int which;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile IoCall failed;

    /** @param which -1 for none: the calls are only counted */
    IoFault(Way way, int which) {
        this.way = way;
        this.which = which;
    }

    @Override
    public <T> T watch(IoCall call, Action<T> action) throws IOException {
        if (!way.concerns(call.kind())) {
            return action.run();
        }
        int number = calls.getAndIncrement();
        if (number == which) {
            failed = call;
        } else if (way != Way.DISK_FULL || failed == null) {
            return action.run();
        }
        return way.call(call, action);
    }

    /** How many calls could have gone wrong so far. */
    int calls() {
        return calls.get();
    }

    /** The call that went wrong; null if the run ended before. */
    IoCall failed() {
        return failed;
    }

    @Override
    public String toString() {
        return way + " at call " + which + (failed == null ? "" : ", " + failed);
    }
}
