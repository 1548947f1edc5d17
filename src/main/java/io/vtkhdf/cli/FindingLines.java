package io.vtkhdf.cli;

import io.vtkhdf.validate.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells findings, a line each, and those that say the same of neighbours in a group in one. */
final class FindingLines {

    /** So many names stand in a line, or one more than that rather than "and 1 more". */
    private static final int NAMES = 2;

    /** What findings of one line have in common. */
    private record Common(String group, String text) {}

    private FindingLines() {}

    static List<String> of(List<Finding> findings) {
        Map<Common, List<String>> lines = new LinkedHashMap<>();
        for (Finding finding : findings) {
            int name = finding.path().lastIndexOf('/') + 1;
            Common common = new Common(severity(finding) + ": " + finding.path().substring(0, name), text(finding));
            lines.computeIfAbsent(common, key -> new ArrayList<>())
                    .add(finding.path().substring(name));
        }
        return lines.entrySet().stream()
                .map(line -> line.getKey().group() + names(line.getValue()) + ": "
                        + line.getKey().text())
                .toList();
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String text(Finding finding) {
        return finding.severity() == Finding.Severity.NOTE || finding.expected().isEmpty()
                ? finding.found()
                : "found " + finding.found() + ", expected " + finding.expected();
    }

    /** Such as {@code a, b and 3 more}. */
    static String names(List<String> names) {
        if (names.size() > NAMES + 1) {
            return String.join(", ", names.subList(0, NAMES)) + " and " + (names.size() - NAMES) + " more";
        }
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
