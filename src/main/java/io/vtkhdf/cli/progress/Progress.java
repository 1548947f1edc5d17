package io.vtkhdf.cli.progress;

import io.vtkhdf.source.ProgressListener;
import java.io.PrintWriter;
import java.util.function.LongSupplier;

/** Shows how far a command has come. Closing it ends the display. */
public interface Progress extends ProgressListener, AutoCloseable {

    /** The choices of {@code --progress}. */
    enum Mode {
        AUTO,
        JSON,
        NONE
    }

    /** The launcher, which can ask the system, tells with this property whether stderr is a terminal. */
    String TERMINAL_PROPERTY = "vtkhdf.stderr.tty";

    /** The launcher tells with this property how wide the terminal is. */
    String COLUMNS_PROPERTY = "vtkhdf.stderr.columns";

    int USUAL_COLUMNS = 80;

    /** Makes room for a line of text. */
    default void clear() {}

    @Override
    void close();

    /** The display that a mode asks for; {@code clock} counts nanoseconds. */
    static Progress of(Mode mode, PrintWriter err, LongSupplier clock) {
        if (mode == Mode.JSON) {
            return new JsonProgress(err, clock);
        }
        return mode == Mode.AUTO && isTerminal() ? new BarProgress(err, clock, columns()) : new NoProgress();
    }

    private static boolean isTerminal() {
        String told = System.getProperty(TERMINAL_PROPERTY);
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }

    private static int columns() {
        return Integer.getInteger(COLUMNS_PROPERTY, USUAL_COLUMNS);
    }

    /** Shows nothing. */
    final class NoProgress implements Progress {
        @Override
        public void progress(long done, long total) {}

        @Override
        public void close() {}
    }
}
