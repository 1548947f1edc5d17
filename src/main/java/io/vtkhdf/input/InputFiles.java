package io.vtkhdf.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Many files, of which those read last are open. Not thread-safe. */
public final class InputFiles {

    static final int MAX_OPEN = 32;

    /** From the one that was read first. */
    private final Map<InputFile, InputFile> open = new LinkedHashMap<>(2 * MAX_OPEN, 0.75f, true);

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

    void remove(InputFile file) {
        open.remove(file);
    }
}
