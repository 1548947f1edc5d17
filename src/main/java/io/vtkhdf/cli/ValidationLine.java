package io.vtkhdf.cli;

import io.vtkhdf.cli.text.UnfinishedWords;
import io.vtkhdf.compat.Reading;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.text.Numbers;
import io.vtkhdf.validate.Validation;
import java.nio.file.Path;
import java.util.List;

/** Says in one line what is wrong with a file, among others. */
final class ValidationLine {

    private ValidationLine() {}

    /** Such as {@code a.vtkhdf: valid, read by VTK 9.1 and newer}. */
    static String of(Path file, Validation validation) {
        String format =
                validation.isValid() ? "valid, " + readers(validation.readings()) : "invalid, " + findings(validation);
        String state = validation
                .unfinished()
                .map(found -> UnfinishedWords.state(found) + "; its structure is " + format)
                .orElse(format);
        return ShownText.of(file + ": " + state);
    }

    private static String findings(Validation validation) {
        List<String> lines = FindingLines.of(validation.findings());
        return Numbers.counted(lines.size(), "finding") + ", such as " + lines.get(0);
    }

    /** From which release on all read it. */
    private static String readers(List<Reading> readings) {
        int first = readings.size();
        while (first > 0 && readings.get(first - 1).isRight()) {
            first--;
        }
        return first == readings.size()
                ? "but not read by VTK " + readings.get(first - 1).release().version()
                : "read by VTK " + readings.get(first).release().version() + " and newer";
    }
}
