package io.vtkhdf.cli.view;

import io.vtkhdf.cli.option.InputForm;
import io.vtkhdf.error.NotYetReadableException;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * The file that is shown: opened when it is asked for, and again after it has changed. A file that is being written is
 * followed from commit to commit, and under its final name once it has that. Thread-safe.
 */
final class ViewedFile implements Closeable {

    private static final String UNFINISHED = ".part";

    private final InputForm form;
    private Path file;
    private int state = 1;
    private FileMark mark;
    private boolean isGrowing;
    /** Null if none is open. */
    private OpenedImage opened;

    ViewedFile(Path file, InputForm form) {
        this.file = file;
        this.form = form;
    }

    synchronized Path file() {
        return file;
    }

    /**
     * A step of the file as it is now, or was when it was last opened; to be closed.
     *
     * @throws IllegalArgumentException if there is no such step
     */
    synchronized OpenedImage open(int step) throws IOException {
        if (opened == null || opened.step() != step) {
            OpenedImage fresh = openAgain(step);
            discard();
            opened = fresh;
        }
        return opened.shared();
    }

    private OpenedImage openAgain(int step) throws IOException {
        if (opened == null) {
            mark = FileMark.of(file);
            isGrowing = true; // If it cannot be read yet.
        }
        ImageSeries series = form.open(List.of(file));
        try {
            ImageSource image = series.open(step);
            isGrowing = image.unfinished().isPresent();
            return new OpenedImage(state, step, series, image);
        } catch (IOException | RuntimeException | Error e) {
            series.close();
            throw e;
        }
    }

    /** Opens it for the first time; that nothing of it can be read yet is no error. */
    void requireReadable() throws IOException {
        try {
            open(0).close();
        } catch (NotYetReadableException e) {
            // It is followed.
        }
    }

    /**
     * Which state of it there is, counted from 1; looks at the file.
     *
     * @throws IOException if it is not there
     */
    synchronized int look() throws IOException {
        FileMark now = markNow();
        if (mark == null || !mark.isStateOf(now, isGrowing)) {
            changed();
            mark = now;
        }
        return state;
    }

    private FileMark markNow() throws IOException {
        try {
            return FileMark.of(file);
        } catch (NoSuchFileException e) {
            String name = file.getFileName().toString();
            if (mark == null || !name.endsWith(UNFINISHED)) {
                throw e;
            }
            Path published = file.resolveSibling(name.substring(0, name.length() - UNFINISHED.length()));
            FileMark found = FileMark.of(published);
            if (!found.isSameFile(mark)) {
                throw e;
            }
            file = published;
            return found;
        }
    }

    /** What is open is no longer what there is. */
    synchronized void changed() throws IOException {
        state++;
        discard();
    }

    /** What is open is not to be used any more. */
    synchronized void discard() throws IOException {
        if (opened != null) {
            OpenedImage old = opened;
            opened = null;
            old.close();
        }
    }

    @Override
    public void close() throws IOException {
        discard();
    }
}
