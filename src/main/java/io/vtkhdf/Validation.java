package io.vtkhdf;

import io.vtkhdf.compat.Reading;
import java.util.List;

/**
 * What is to be said about a file.
 *
 * @param findings in the order of the file
 * @param readings what each release of VTK makes of it, oldest first
 */
public record Validation(List<Finding> findings, List<Reading> readings) {

    public Validation {
        findings = List.copyOf(findings);
        readings = List.copyOf(readings);
    }

    /** Whether nothing breaks the format; not every reader may read it yet. */
    public boolean isValid() {
        return findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }
}
