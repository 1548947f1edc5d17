package io.vtkhdf;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Skeleton: being written. */
public final class VtkhdfWriter implements Closeable {

    private VtkhdfWriter() {}

    public static VtkhdfWriter create(Path file, ImageGeometry geometry) throws IOException {
        return create(file, geometry, WriteOptions.defaults());
    }

    public static VtkhdfWriter create(Path file, ImageGeometry geometry, WriteOptions options) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public ArrayWriter createPointArray(String name, ScalarType type) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public ArrayWriter createCellArray(String name, ScalarType type) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public ArrayWriter createArray(ArraySpec spec) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public ArrayWriter createArray(ArraySpec spec, Storage storage) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public void writeField(FieldArray field) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public void setActive(ActiveArray active) {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Makes what has been written so far the content of the file, should nothing more follow. */
    public void commit() throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Completes the file and publishes it; missing slices are an IllegalStateException. */
    public void finish() throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    /** Gives up: releases everything and leaves no file (an earlier OUTPUT stays as it was). Idempotent; never throws. */
    public void abort() {
        throw new UnsupportedOperationException("skeleton");
    }

    /** finish() unless finished, aborted or failed before; releases everything. */
    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }
}
