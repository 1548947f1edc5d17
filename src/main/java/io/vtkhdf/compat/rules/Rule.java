package io.vtkhdf.compat.rules;

import io.vtkhdf.compat.Verdict;
import io.vtkhdf.compat.VtkRelease;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that some releases do not read.
 *
 * @param first the first release that it is about; {@code last} is the last
 * @param reason empty if a subject is not concerned
 * @param <T> what is judged
 */
record Rule<T>(VtkRelease first, VtkRelease last, Verdict verdict, Function<T, Optional<String>> reason) {

    /** What is wrong with a subject, and what comes of it. */
    record Outcome(Verdict verdict, String reason) {}

    Optional<Outcome> judge(VtkRelease release, T subject) {
        if (release.isBefore(first) || last.isBefore(release)) {
            return Optional.empty();
        }
        return reason.apply(subject).map(text -> new Outcome(verdict, text));
    }
}
