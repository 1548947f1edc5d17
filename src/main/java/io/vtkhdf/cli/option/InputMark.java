package io.vtkhdf.cli.option;

import io.vtkhdf.text.Numbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/** What an unfinished OUTPUT remembers of its INPUT: neither another one nor a later state of it goes on with it. */
public final class InputMark {

    private InputMark() {}

    /** @param pieces the files from which values are read beside the one that was given */
    public static String of(Path input, List<Path> pieces) throws IOException {
        String mark = nameOf(input) + ", " + stateOf(input);
        if (pieces.isEmpty()) {
            return mark;
        }
        Path folder = input.toAbsolutePath().getParent();
        CRC32 states = new CRC32();
        for (Path piece : pieces) {
            states.update((folder.relativize(piece.toAbsolutePath()) + ", " + stateOf(piece) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return mark + ", and " + Numbers.counted(pieces.size(), "piece") + " of state "
                + String.format("%08x", states.getValue());
    }

    /** As far as it can be stored. */
    private static String nameOf(Path file) {
        return new String(file.getFileName().toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String stateOf(Path file) throws IOException {
        return Files.size(file) + " bytes of " + Files.getLastModifiedTime(file);
    }
}
