package io.vtkhdf.volume.stack;

import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputValues;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The pages of files as slices, one after the other; one file at a time is open. */
final class StackValues implements InputValues {

    private final List<InputFile> files;
    /** How many slices a file has; more than one only if it is the only one. */
    private final int pages;

    private final PageShape shape;
    private int slice;
    /** Null if none is open. */
    private PageReader reader;

    StackValues(List<InputFile> files, int pages, PageShape shape) {
        this.files = files;
        this.pages = pages;
        this.shape = shape;
    }

    @Override
    public void read(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (reader == null) {
                reader = PageReader.open(files.get(slice / pages));
            }
            reader.read(slice % pages, shape, target);
            slice++;
            if (slice % pages == 0) {
                closeReader();
            }
        }
    }

    @Override
    public void skip(long count) throws IOException {
        int next = (int) (slice + count / shape.bytes());
        if (next / pages != slice / pages) {
            closeReader();
        }
        slice = next;
    }

    private void closeReader() throws IOException {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }

    @Override
    public void close() {
        try {
            closeReader();
        } catch (IOException e) {
            // What was read is not lost by it.
        }
    }
}
