package io.vtkhdf.cli;

import io.vtkhdf.VtkhdfValidator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Which readers do not read a file that was written, for what is said about it. */
final class ReaderNote {

    private ReaderNote() {}

    /** Empty if all read it. */
    static String of(Path file) throws IOException {
        List<String> failed = VtkhdfValidator.validate(file).readings().stream()
                .filter(reading -> !reading.isRight())
                .map(reading -> reading.release().version())
                .toList();
        return failed.isEmpty()
                ? ""
                : "not read by VTK " + String.join(", ", failed) + " ('vtkhdf validate' tells why)";
    }
}
