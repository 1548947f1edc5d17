package io.vtkhdf.volume;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.input.InputContents;
import io.vtkhdf.input.InputFiles;
import io.vtkhdf.input.InputSource;
import io.vtkhdf.input.InputValues;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A volume: one point array, which is called {@value #NAME}, since these formats have no names for it. */
public final class VolumeSource extends InputSource {

    public static final String NAME = "values";

    /** So that the bytes of a tuple are counted by an int. */
    public static final int MAX_COMPONENTS = Integer.MAX_VALUE / Long.BYTES;

    /** Opens all values of the array, from the first on. */
    @FunctionalInterface
    public interface Opener {
        InputValues open() throws IOException;
    }

    private final Opener opener;
    private final int thickness;
    private final List<Path> otherFiles;
    private final Closeable closed;

    /**
     * @param thickness see {@link #slabThickness}
     * @param otherFiles those that are read beside the one that is named
     * @param closed what is closed with this, beside files
     */
    public VolumeSource(
            Path path,
            InputFiles files,
            InputContents contents,
            Opener opener,
            int thickness,
            List<Path> otherFiles,
            Closeable closed) {
        super(path, files, contents);
        this.opener = opener;
        this.thickness = thickness;
        this.otherFiles = List.copyOf(otherFiles);
        this.closed = closed;
    }

    @Override
    public int slabThickness(ArraySpec array) {
        return thickness;
    }

    @Override
    public List<Path> otherFiles() {
        return otherFiles;
    }

    @Override
    protected InputValues values(ArraySpec array) throws IOException {
        return opener.open();
    }

    @Override
    public void close() throws IOException {
        closed.close();
    }
}
