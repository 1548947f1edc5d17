package io.vtkhdf.input;

import io.vtkhdf.file.FileState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Many files, of which those read last are open. Not thread-safe. */
public final class InputFiles {

    static final int MAX_OPEN = 32;

    /** From the one that was read first. */
    private final Map<InputFile, InputFile> open = new LinkedHashMap<>(2 * MAX_OPEN, 0.75f, true);

    /** Of all files, as they were before they were opened. */
    private final List<FileState> states = new ArrayList<>();

    public InputFile open(Path path) throws IOException {
        return new InputFile(path, this);
    }

    /** To be called when a file is read; files are told apart by identity. */
    void use(InputFile file) throws IOException {
        open.put(file, file);
        if (open.size() > MAX_OPEN) {
            InputFile eldest = open.keySet().iterator().next();
            open.remove(eldest);
            eldest.park();
        }
    }

    void opened(FileState state) {
        states.add(state);
    }

    /**
     * Looks at all files again that were opened, also at those that are closed.
     *
     * @throws java.nio.file.FileSystemException if one is not as it was
     */
    public void requireUnchanged() throws IOException {
        for (FileState state : states) {
            state.requireUnchanged();
        }
    }

    /** Closes those that are open. */
    public void closeAll() throws IOException {
        for (InputFile file : List.copyOf(open.keySet())) {
            file.close();
        }
    }

    void remove(InputFile file) {
        open.remove(file);
    }
}
