package io.vtkhdf.copy;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.write.WriteListener;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;

/** A sink that takes its time to give up, and waits for somebody to begin with that while it is written. */
final class SlowToGiveUp implements SeriesSink, StepSink {

    private static final int MILLISECONDS = 200;

    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile WriteListener listener;
    private volatile boolean isGone;

    boolean isGone() {
        return isGone;
    }

    SeriesTarget target() {
        Class<?> type = SeriesTarget.class;
        return (SeriesTarget)
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    listener = (WriteListener) args[2]; // Of begin, the only one that is called.
                    return this;
                });
    }

    @Override
    public StepSink step(int step, ImageSource image) {
        return this;
    }

    @Override
    public void write(ArraySpec array, int firstSlice, int slices, ByteBuffer values) {
        listener.written(values.remaining());
        try {
            begun.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void abort() {
        begun.countDown();
        try {
            Thread.sleep(MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        isGone = true;
    }

    @Override
    public void finish() {}

    /** Somebody else has begun to give up. */
    @Override
    public void close() {}
}
