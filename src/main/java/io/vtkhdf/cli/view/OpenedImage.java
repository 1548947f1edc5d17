package io.vtkhdf.cli.view;

import io.vtkhdf.copy.KnownArrays;
import io.vtkhdf.copy.Unchanged;
import io.vtkhdf.copy.VtkhdfSource;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A step of one state of a file, opened, for all who ask for it; closed by the last of them. Of VTKHDF several threads
 * read at once, of other formats one at a time.
 */
final class OpenedImage implements Closeable {

    private final int state;
    private final int step;
    private final ImageSeries series;
    private final ImageSource image;
    private final ReentrantLock reading = new ReentrantLock();
    private int users = 1;

    /** To be closed by whoever makes it. */
    OpenedImage(int state, int step, ImageSeries series, ImageSource image) {
        this.state = state;
        this.step = step;
        this.series = series;
        this.image = image;
    }

    /** Which state of the file it is, counted from when it was opened first. */
    int state() {
        return state;
    }

    int step() {
        return step;
    }

    double[] times() {
        return series.times();
    }

    boolean isTimed() {
        return series.isTimed();
    }

    ImageSource image() {
        return image;
    }

    /** Whether any part of an array is read without the others. */
    boolean isRandom() {
        return image instanceof VtkhdfSource;
    }

    /** @throws IllegalArgumentException if there is none such */
    ArraySpec array(Association association, String name) {
        return image.arrays().stream()
                .filter(array ->
                        array.association() == association && array.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(KnownArrays.missing("this step", name, image.arrays())));
    }

    /** What comes of reading values, of one state of the file. */
    <T> T read(Unchanged.Reading<T> work) throws IOException {
        if (isRandom()) {
            return unchanged(work);
        }
        try {
            reading.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before it was read");
        }
        try {
            return unchanged(work);
        } finally {
            reading.unlock();
        }
    }

    private <T> T unchanged(Unchanged.Reading<T> work) throws IOException {
        return Unchanged.during(work, image::requireUnchanged, series::requireUnchanged);
    }

    /** For one more, who closes it. */
    synchronized OpenedImage shared() {
        users++;
        return this;
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            users--;
            if (users > 0) {
                return;
            }
        }
        try (series) {
            image.close();
        }
    }
}
