package io.vtkhdf.compat.rules;

import static io.vtkhdf.compat.Verdict.CRASHED;
import static io.vtkhdf.compat.Verdict.REFUSED;
import static io.vtkhdf.compat.Verdict.WRONG;
import static io.vtkhdf.compat.VtkRelease.VTK_9_1;
import static io.vtkhdf.compat.VtkRelease.VTK_9_2;
import static io.vtkhdf.compat.VtkRelease.VTK_9_3;
import static io.vtkhdf.compat.VtkRelease.VTK_9_6;
import static io.vtkhdf.compat.VtkRelease.VTK_9_7;

import io.vtkhdf.compat.rules.StoredSteps.Oddity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What point and cell arrays must be like, in the order in which the readers meet it. */
final class ArrayRules {

    private static final Set<String> ROLES = Set.of(
            "scalars",
            "vectors",
            "normals",
            "tcoords",
            "tensors",
            "globalids",
            "pedigreeids",
            "edgeflag",
            "tangents",
            "rationalweights",
            "higherorderdegrees",
            "processids");

    private static final Set<String> FILTERS = Set.of("deflate", "shuffle", "fletcher32", "nbit", "scaleoffset");

    static final List<Rule<ArrayCase>> ALL = List.of(
            new Rule<>(VTK_9_1, VTK_9_2, CRASHED, ArrayRules::flat),
            new Rule<>(VTK_9_1, VTK_9_7, REFUSED, ArrayRules::noNumbers),
            new Rule<>(VTK_9_1, VTK_9_7, REFUSED, ArrayRules::unknownFilter),
            new Rule<>(VTK_9_1, VTK_9_7, REFUSED, ArrayRules::wrongRank),
            new Rule<>(VTK_9_1, VTK_9_2, REFUSED, ArrayRules::singleComponentAxis),
            new Rule<>(VTK_9_3, VTK_9_7, REFUSED, ArrayRules::unreadableOffsets),
            new Rule<>(VTK_9_3, VTK_9_6, WRONG, ArrayRules::wrappedOffset),
            new Rule<>(VTK_9_3, VTK_9_7, REFUSED, ArrayRules::missingSlabs),
            new Rule<>(VTK_9_1, VTK_9_7, REFUSED, ArrayRules::outside),
            new Rule<>(VTK_9_1, VTK_9_6, REFUSED, ArrayRules::negativeCount),
            new Rule<>(VTK_9_1, VTK_9_6, CRASHED, ArrayRules::overflownCount),
            new Rule<>(VTK_9_1, VTK_9_7, REFUSED, ArrayRules::changedParts),
            new Rule<>(VTK_9_6, VTK_9_7, REFUSED, ArrayRules::brokenParts),
            new Rule<>(VTK_9_1, VTK_9_7, WRONG, ArrayRules::missingParts),
            new Rule<>(VTK_9_1, VTK_9_7, WRONG, ArrayRules::otherTuples),
            new Rule<>(VTK_9_1, VTK_9_7, WRONG, ArrayRules::otherPlace),
            new Rule<>(VTK_9_3, VTK_9_7, WRONG, ArrayRules::negativeOffset),
            new Rule<>(VTK_9_7, VTK_9_7, REFUSED, ArrayRules::unknownRole));

    private ArrayRules() {}

    /** Also for field arrays, which these releases read like the others. */
    static Optional<String> flat(ArrayCase c) {
        return c.image().isFlat(1) || c.image().isFlat(2)
                ? Optional.of("the image has one point along y or z")
                : Optional.empty();
    }

    static Optional<String> noNumbers(ArrayCase c) {
        return switch (c.array().content()) {
            case NUMBERS -> Optional.empty();
            case BROKEN -> Optional.of(c.path() + " is broken");
            default -> Optional.of(c.path() + " holds elements of a type that VTK does not read");
        };
    }

    static Optional<String> unknownFilter(ArrayCase c) {
        return c.array().filters().stream()
                .filter(filter -> !FILTERS.contains(filter))
                .findFirst()
                .map(filter -> c.path() + " needs the filter " + filter);
    }

    private static Optional<String> wrongRank(ArrayCase c) {
        int found = c.shape().size();
        int wanted = c.selection().rank();
        if (found == wanted || found == wanted + 1) {
            return Optional.empty();
        }
        return Optional.of(c.path() + " has " + found + " axes instead of " + wanted + ", or " + (wanted + 1)
                + " with components, for an extent like this");
    }

    private static Optional<String> singleComponentAxis(ArrayCase c) {
        return c.shape().size() > c.selection().rank() && c.components() == 1
                ? Optional.of(c.path() + " has an axis for components, of length 1")
                : Optional.empty();
    }

    static Optional<String> unreadableOffsets(ArrayCase c) {
        return c.has(Oddity.UNREADABLE_OFFSETS)
                ? Optional.of(c.path() + " has no list of offsets that VTK's HDF5 reads, one for each step")
                : Optional.empty();
    }

    static Optional<String> negativeOffset(ArrayCase c) {
        return c.has(Oddity.NEGATIVE_OFFSET)
                ? Optional.of(c.path() + " has an offset below 0, or that is no number")
                : Optional.empty();
    }

    private static Optional<String> wrappedOffset(ArrayCase c) {
        return c.has(Oddity.WRAPPED_OFFSET)
                ? Optional.of(c.path() + " has an offset of more than 32 bits, of which VTK takes the lowest until 9.7")
                : Optional.empty();
    }

    private static Optional<String> changedParts(ArrayCase c) {
        return lacking(c, c.array().parts().changed(), "is smaller than it should be, or of another type");
    }

    private static Optional<String> brokenParts(ArrayCase c) {
        return lacking(c, c.array().parts().broken(), "is no HDF5 file");
    }

    private static Optional<String> missingParts(ArrayCase c) {
        List<String> broken = c.array().parts().broken();
        return lacking(c, c.array().parts().missing(), "is not there: VTK shows the fill value in its place")
                .or(() -> lacking(c, broken, "is no HDF5 file: VTK shows the fill value in its place"));
    }

    private static Optional<String> lacking(ArrayCase c, List<String> parts, String how) {
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(c.path() + " is a virtual dataset, of which " + parts.get(0)
                        + (parts.size() > 1 ? " (and " + (parts.size() - 1) + " more) " : " ") + how);
    }

    static Optional<String> missingSlabs(ArrayCase c) {
        long wanted = c.image()
                .steps()
                .map(steps -> steps.slabs().getOrDefault(c.path(), steps.count()))
                .orElse(0L);
        return c.isTemporal() && c.array().shape().get(0) < wanted
                ? Optional.of(c.path() + " has " + c.array().shape().get(0) + " time steps instead of " + wanted)
                : Optional.empty();
    }

    private static Optional<String> outside(ArrayCase c) {
        Selection selection = c.selection();
        return selection.isIn(c.shape())
                ? Optional.empty()
                : explained(
                        c,
                        "VTK looks for " + selection.count() + " from " + selection.start()
                                + ", slowest axis first, in a dataset of shape " + c.shape());
    }

    /** What is the matter at bottom, if it is one of the things that came with 9.3. */
    private static Optional<String> explained(ArrayCase c, String otherwise) {
        if (c.release().isBefore(VTK_9_3) && c.image().isTimeSeries()) {
            return Optional.of(c.path() + ": VTK reads time series of images from 9.3 on");
        } else if (c.release().isBefore(VTK_9_3) && c.array().group() == StoredArray.Group.CELL_DATA) {
            return Optional.of(c.path() + ": VTK reads cell arrays of images from 9.3 on");
        }
        return Optional.of(c.path() + ": " + otherwise);
    }

    private static Optional<String> negativeCount(ArrayCase c) {
        return (int) c.selection().tuples() < 0 ? overflow(c) : Optional.empty();
    }

    private static Optional<String> overflownCount(ArrayCase c) {
        return c.selection().tuples() > Integer.MAX_VALUE ? overflow(c) : Optional.empty();
    }

    private static Optional<String> overflow(ArrayCase c) {
        return Optional.of(c.path() + " has 2^31 tuples or more");
    }

    private static Optional<String> otherTuples(ArrayCase c) {
        long found = c.selection().tuples();
        return found == c.tuples()
                ? Optional.empty()
                : explained(c, "it comes back with " + found + " tuples instead of " + c.tuples());
    }

    private static Optional<String> otherPlace(ArrayCase c) {
        if (c.array().position().isEmpty()) {
            return explained(c, "it does not hold the image");
        }
        StoredArray.Position position = c.array().position().get();
        Selection selection = c.selection();
        boolean same = position.components() == c.components()
                && position.start().size() >= selection.rank()
                && position.start().subList(0, selection.rank()).equals(selection.start());
        return same ? Optional.empty() : explained(c, "it comes back from another place of the dataset");
    }

    private static Optional<String> unknownRole(ArrayCase c) {
        return c.array()
                .role()
                .filter(role -> !ROLES.contains(role.toLowerCase(Locale.ROOT)))
                .map(role -> c.path() + " has an attribute Attribute that is none of VTK's roles: '" + role + "'");
    }
}
