package io.vtkhdf.write;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When what has been written is {@linkplain ImageDataWriter#commit() committed} though nobody asks for it. Such commits
 * are postponed so that all of them take no more than 1 MiB and a 32nd of the data written. Immutable, compared by
 * value.
 */
public final class Commits {

    private static final Commits ON_DEMAND = new Commits(Optional.empty(), OptionalInt.empty(), OptionalInt.empty());

    private final Optional<Duration> time;
    private final OptionalInt slices;
    private final OptionalInt steps;

    private Commits(Optional<Duration> time, OptionalInt slices, OptionalInt steps) {
        this.time = time;
        this.slices = slices;
        this.steps = steps;
    }

    /**
     * At the end of the first call that writes slices after this time has passed since the last commit, in the thread
     * of that call.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public static Commits every(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("a commit is due after some time, found " + time);
        }
        return new Commits(Optional.of(time), OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * At the end of the call by which so many slices, of all arrays together, have been written since the last commit.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public static Commits everySlices(int slices) {
        if (slices < 1) {
            throw new IllegalArgumentException("a commit is due after at least 1 slice, found " + slices);
        }
        return new Commits(Optional.empty(), OptionalInt.of(slices), OptionalInt.empty());
    }

    /**
     * At the end of the call by which so many steps of an time series have been completed since the last commit; of an
     * image without steps never.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public static Commits everySteps(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("a commit is due after at least 1 step, found " + steps);
        }
        return new Commits(Optional.empty(), OptionalInt.empty(), OptionalInt.of(steps));
    }

    /** Never but by {@link ImageDataWriter#commit()} and {@link ImageDataWriter#finish()}. */
    public static Commits onDemand() {
        return ON_DEMAND;
    }

    /** The time after which one is due, in nanoseconds; of what is longer than a long nobody sees the end. */
    long nanos() {
        long most = Long.MAX_VALUE / 2;
        return time.map(due -> due.compareTo(Duration.ofNanos(most)) < 0 ? due.toNanos() : most)
                .orElse(Long.MAX_VALUE);
    }

    /** The slices after which one is due. */
    long slices() {
        return slices.isPresent() ? slices.getAsInt() : Long.MAX_VALUE;
    }

    /** The steps after which one is due. */
    long steps() {
        return steps.isPresent() ? steps.getAsInt() : Long.MAX_VALUE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Commits commits
                && commits.time.equals(time)
                && commits.slices.equals(slices)
                && commits.steps.equals(steps);
    }

    @Override
    public int hashCode() {
        return Objects.hash(time, slices, steps);
    }

    /** Such as {@code every PT5S}, {@code every 10 slices}, {@code every 1 steps} or {@code on demand}. */
    @Override
    public String toString() {
        if (slices.isPresent()) {
            return "every " + slices.getAsInt() + " slices";
        }
        if (steps.isPresent()) {
            return "every " + steps.getAsInt() + " steps";
        }
        return time.map(due -> "every " + due).orElse("on demand");
    }
}
