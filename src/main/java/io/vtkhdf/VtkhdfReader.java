package io.vtkhdf;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Skeleton: being written. */
public final class VtkhdfReader implements Closeable {

    private VtkhdfReader() {}

    public static VtkhdfReader open(Path file) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    /** The format's version, such as {@code 1.0}. */
    public String version() {
        throw new UnsupportedOperationException("skeleton");
    }

    public ImageGeometry geometry() {
        throw new UnsupportedOperationException("skeleton");
    }

    /** The point arrays, then the cell arrays, each by name. */
    public List<ArrayReader> arrays() {
        throw new UnsupportedOperationException("skeleton");
    }

    public ArrayReader pointArray(String name) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public ArrayReader cellArray(String name) throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public List<FieldArray> fields() throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }

    public List<ActiveArray> activeArrays() {
        throw new UnsupportedOperationException("skeleton");
    }

    /** This image as a source; closing it closes this reader. */
    public ImageSource asSource() {
        throw new UnsupportedOperationException("skeleton");
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException("skeleton");
    }
}
