package io.vtkhdf.validate;

import io.vtkhdf.compat.Reading;
import io.vtkhdf.image.Unfinished;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said about a file.
 *
 * @param findings in the order of the file
 * @param unfinished what there is of it, if its writing has not ended; that alone does not make it invalid
 * @param series the steps that it has, if it is a time series
 * @param readings what each release of VTK makes of it, oldest first
 */
public record Validation(
        List<Finding> findings,
        Optional<Unfinished> unfinished,
        Optional<SeriesOutline> series,
        List<Reading> readings) {

    public Validation {
        findings = List.copyOf(findings);
        readings = List.copyOf(readings);
    }

    /**
     * Whether nothing breaks the format; it may be unfinished, and there may be no release that {@linkplain #readings()
     * reads} it.
     */
    public boolean isValid() {
        return findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }
}
