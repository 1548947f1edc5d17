package io.vtkhdf.compat;

import static io.vtkhdf.compat.Verdict.CRASHED;
import static io.vtkhdf.compat.Verdict.REFUSED;
import static io.vtkhdf.compat.VtkRelease.VTK_9_1;
import static io.vtkhdf.compat.VtkRelease.VTK_9_2;
import static io.vtkhdf.compat.VtkRelease.VTK_9_3;
import static io.vtkhdf.compat.VtkRelease.VTK_9_4;
import static io.vtkhdf.compat.VtkRelease.VTK_9_6;
import static io.vtkhdf.compat.VtkRelease.VTK_9_7;

import java.util.List;
import java.util.Optional;

/** What field arrays must be like. */
final class FieldRules {

    static final List<Rule<ArrayCase>> ALL = List.of(
            new Rule<>(VTK_9_1, VTK_9_2, CRASHED, ArrayRules::flat),
            new Rule<>(VTK_9_1, VTK_9_2, REFUSED, FieldRules::any),
            new Rule<>(VTK_9_3, VTK_9_3, CRASHED, FieldRules::scalarNumber),
            new Rule<>(VTK_9_4, VTK_9_7, REFUSED, FieldRules::scalarNumber),
            new Rule<>(VTK_9_3, VTK_9_7, REFUSED, FieldRules::wrongString),
            new Rule<>(VTK_9_3, VTK_9_6, REFUSED, FieldRules::unreadableStrings),
            new Rule<>(VTK_9_7, VTK_9_7, CRASHED, FieldRules::unreadableStrings),
            new Rule<>(VTK_9_3, VTK_9_7, REFUSED, FieldRules::otherType),
            new Rule<>(VTK_9_3, VTK_9_7, REFUSED, ArrayRules::unknownFilter),
            new Rule<>(VTK_9_3, VTK_9_7, REFUSED, FieldRules::thirdAxis),
            new Rule<>(VTK_9_3, VTK_9_7, REFUSED, FieldRules::noOffsets));

    private FieldRules() {}

    private static Optional<String> any(ArrayCase c) {
        return Optional.of(c.path() + ": VTK reads field arrays of images from 9.3 on");
    }

    private static boolean isString(ArrayCase c) {
        return c.array().content() == StoredArray.Content.ASCII_STRINGS
                || c.array().content() == StoredArray.Content.OTHER_STRINGS;
    }

    private static Optional<String> scalarNumber(ArrayCase c) {
        return c.array().shape().isEmpty() && c.array().content() == StoredArray.Content.NUMBERS
                ? Optional.of(c.path() + " is a single value, not a list")
                : Optional.empty();
    }

    private static Optional<String> wrongString(ArrayCase c) {
        List<Long> shape = c.array().shape();
        boolean wrong =
                isString(c) && (shape.isEmpty() || shape.size() > 1 && c.array().last() == 1);
        return wrong ? Optional.of(c.path() + " holds strings in another form than a list") : Optional.empty();
    }

    private static Optional<String> unreadableStrings(ArrayCase c) {
        if (!isString(c)) {
            return Optional.empty();
        } else if (c.array().content() == StoredArray.Content.OTHER_STRINGS) {
            return Optional.of(c.path() + " holds strings of fixed length, or that are not tagged as ASCII");
        } else if (c.array().shape().size() > 1) {
            return Optional.of(c.path() + " holds strings in another form than a list");
        }
        return c.array().shape().get(0) == 0
                ? Optional.of(c.path() + " is an empty list of strings")
                : Optional.empty();
    }

    private static Optional<String> otherType(ArrayCase c) {
        return isString(c) ? Optional.empty() : ArrayRules.noNumbers(c);
    }

    private static Optional<String> thirdAxis(ArrayCase c) {
        return c.array().shape().size() > 2 ? Optional.of(c.path() + " has more than 2 axes") : Optional.empty();
    }

    private static Optional<String> noOffsets(ArrayCase c) {
        return c.image()
                .steps()
                .filter(steps -> c.image().isTimeSeries() && !steps.slabs().containsKey(c.path()))
                .map(steps ->
                        c.path() + " has no Steps/FieldDataOffsets/" + c.array().name());
    }
}
