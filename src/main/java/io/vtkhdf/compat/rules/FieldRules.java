package io.vtkhdf.compat.rules;

import static io.vtkhdf.compat.Verdict.CRASHED;
import static io.vtkhdf.compat.Verdict.REFUSED;
import static io.vtkhdf.compat.Verdict.WRONG;
import static io.vtkhdf.compat.VtkRelease.VTK_9_1;
import static io.vtkhdf.compat.VtkRelease.VTK_9_2;
import static io.vtkhdf.compat.VtkRelease.VTK_9_3;
import static io.vtkhdf.compat.VtkRelease.VTK_9_4;
import static io.vtkhdf.compat.VtkRelease.VTK_9_6;
import static io.vtkhdf.compat.VtkRelease.VTK_9_7;

import io.vtkhdf.compat.rules.StoredSteps.Oddity;
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
            new Rule<>(VTK_9_3, VTK_9_3, REFUSED, FieldRules::unreadableFirst),
            new Rule<>(VTK_9_4, VTK_9_6, REFUSED, FieldRules::unreadableStep),
            new Rule<>(VTK_9_7, VTK_9_7, CRASHED, FieldRules::unreadableStringsOfStep),
            new Rule<>(VTK_9_7, VTK_9_7, REFUSED, FieldRules::unreadableStep),
            new Rule<>(VTK_9_4, VTK_9_7, REFUSED, FieldRules::unreadableSizes),
            new Rule<>(VTK_9_3, VTK_9_7, WRONG, FieldRules::calledTime),
            new Rule<>(VTK_9_3, VTK_9_7, WRONG, FieldRules::otherComponents),
            new Rule<>(VTK_9_3, VTK_9_7, WRONG, FieldRules::ignoredSizes),
            new Rule<>(VTK_9_3, VTK_9_3, WRONG, FieldRules::notOneValue),
            new Rule<>(VTK_9_7, VTK_9_7, WRONG, FieldRules::vanishes));

    private FieldRules() {}

    private static Optional<String> any(ArrayCase c) {
        return Optional.of(c.path() + ": VTK reads field arrays of images from 9.3 on");
    }

    private static boolean isString(ArrayCase c) {
        return c.array().content().isText();
    }

    private static Optional<String> scalarNumber(ArrayCase c) {
        return c.array().shape().isEmpty() && c.array().content().isNumber()
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
        return c.array().shape().get(0) == 0 && !isNeverRead(c)
                ? Optional.of(c.path() + " is an empty list of strings")
                : Optional.empty();
    }

    /** No step asks for anything of an array that holds nothing. */
    private static boolean isNeverRead(ArrayCase c) {
        return !c.release().isBefore(VTK_9_4) && c.has(Oddity.NO_FIRST_TUPLE);
    }

    private static Optional<String> otherType(ArrayCase c) {
        return isString(c) ? Optional.empty() : ArrayRules.noNumbers(c);
    }

    private static Optional<String> thirdAxis(ArrayCase c) {
        return c.array().shape().size() > 2 ? Optional.of(c.path() + " has more than 2 axes") : Optional.empty();
    }

    /** Of strings VTK reads the first of the array here, whatever the offsets are, but it asks for them. */
    private static Optional<String> unreadableFirst(ArrayCase c) {
        if (isString(c)) {
            return ArrayRules.unreadableOffsets(c);
        }
        return c.has(Oddity.NO_FIRST_TUPLE)
                ? Optional.of(c.path() + " has no tuple where a step begins that has none")
                : unreadablePlace(c);
    }

    private static Optional<String> unreadableStep(ArrayCase c) {
        return c.has(Oddity.TOO_MANY_TUPLES)
                ? Optional.of(c.path() + " has fewer tuples than its sizes ask for")
                : unreadablePlace(c);
    }

    private static Optional<String> unreadableStringsOfStep(ArrayCase c) {
        return isString(c) ? unreadableStep(c) : Optional.empty();
    }

    private static Optional<String> unreadablePlace(ArrayCase c) {
        return ArrayRules.unreadableOffsets(c)
                .or(() -> noOffsets(c))
                .or(() -> ArrayRules.negativeOffset(c))
                .or(() -> ArrayRules.missingSlabs(c));
    }

    private static Optional<String> unreadableSizes(ArrayCase c) {
        return c.has(Oddity.UNREADABLE_SIZES)
                ? Optional.of(c.path() + " has fewer sizes than there are steps, or none that VTK's HDF5 reads")
                : Optional.empty();
    }

    private static Optional<String> ignoredSizes(ArrayCase c) {
        return c.has(Oddity.IGNORED_SIZES)
                ? Optional.of(
                        c.path() + " has sizes that are not two numbers for each step: VTK goes by one tuple each")
                : Optional.empty();
    }

    private static Optional<String> calledTime(ArrayCase c) {
        return c.isTemporal() && c.array().name().equals("Time")
                ? Optional.of(c.path() + " gives way to the time of the step, which VTK adds under this name")
                : Optional.empty();
    }

    private static Optional<String> otherComponents(ArrayCase c) {
        return c.has(Oddity.OTHER_COMPONENTS)
                ? Optional.of(c.path() + " has sizes of another number of components than its own")
                : Optional.empty();
    }

    private static Optional<String> notOneValue(ArrayCase c) {
        if (c.has(Oddity.OTHER_STRING)) {
            return Optional.of(c.path() + ": VTK reads its first string at every step until 9.4");
        }
        return c.has(Oddity.NOT_ONE_VALUE)
                ? Optional.of(c.path() + ": VTK reads a step of other than one value right from 9.4 on")
                : Optional.empty();
    }

    private static Optional<String> vanishes(ArrayCase c) {
        return c.has(Oddity.VANISHES)
                ? Optional.of(c.path() + " is absent at a step after one where it is there: VTK shows what it was")
                : Optional.empty();
    }

    private static Optional<String> noOffsets(ArrayCase c) {
        return c.image()
                .steps()
                .filter(steps -> c.image().isTimeSeries() && !steps.slabs().containsKey(c.path()))
                .map(steps ->
                        c.path() + " has no Steps/FieldDataOffsets/" + c.array().name());
    }
}
