package io.vtkhdf.plan;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How an image is planned. Immutable; each {@code with…} returns other options and leaves these as they are.
 *
 * <p>Of {@link WriteOptions} a plan heeds the storage, whether an existing file is replaced, whether the extent is kept
 * and the oldest reader; {@linkplain WriteOptions#withInPlace in place} and {@linkplain WriteOptions#withResume
 * resuming} are refused.
 */
public final class PlanOptions {

    private final int slabs;
    private final WriteOptions writeOptions;
    private final List<FieldArray> fields;
    private final List<ActiveArray> active;
    private final Optional<TimeAxis> times;
    private final boolean isAligned;

    private PlanOptions(
            int slabs,
            WriteOptions writeOptions,
            List<FieldArray> fields,
            List<ActiveArray> active,
            Optional<TimeAxis> times,
            boolean isAligned) {
        this.slabs = slabs;
        this.writeOptions = writeOptions;
        this.fields = List.copyOf(fields);
        this.active = List.copyOf(active);
        this.times = times;
        this.isAligned = isAligned;
    }

    /**
     * A plan of so many slabs, or of fewer if the image cannot be cut into as many: raw, without fields or active
     * arrays, aligned to pages.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public static PlanOptions ofSlabs(int slabs) {
        if (slabs < 1) {
            throw new IllegalArgumentException("a plan has at least 1 slab, found " + slabs);
        }
        return new PlanOptions(slabs, WriteOptions.defaults(), List.of(), List.of(), Optional.empty(), true);
    }

    /** How the file is written. {@link io.vtkhdf.write.Storage#raw Raw}: one file of all; in chunks: parts. */
    public PlanOptions withWriteOptions(WriteOptions options) {
        Objects.requireNonNull(options, "options");
        return new PlanOptions(slabs, options, fields, active, times, isAligned);
    }

    /** The field arrays; of a series those that are the same at all steps. */
    public PlanOptions withFields(List<FieldArray> values) {
        return new PlanOptions(slabs, writeOptions, values, active, times, isAligned);
    }

    /** The roles of arrays. */
    public PlanOptions withActive(List<ActiveArray> roles) {
        return new PlanOptions(slabs, writeOptions, fields, roles, times, isAligned);
    }

    /**
     * Plans a series of images, of which a slab has some steps. Their number must be known.
     *
     * @throws IllegalArgumentException if it is growing
     */
    public PlanOptions withTimes(TimeAxis axis) {
        if (axis.isGrowing()) {
            throw new IllegalArgumentException("a plan has a known number of steps, found a growing time axis");
        }
        return new PlanOptions(slabs, writeOptions, fields, active, Optional.of(axis), isAligned);
    }

    /**
     * Whether raw arrays begin, and slabs of them meet, at multiples of 4096 bytes as far as the size of their slices
     * allows without slabs of very different sizes, so that no page is written by two workers. Without it the file is,
     * byte for byte, the one that a single writer makes.
     */
    public PlanOptions withPageAlignment(boolean value) {
        return new PlanOptions(slabs, writeOptions, fields, active, times, value);
    }

    int slabs() {
        return slabs;
    }

    WriteOptions writeOptions() {
        return writeOptions;
    }

    List<FieldArray> fields() {
        return fields;
    }

    List<ActiveArray> active() {
        return active;
    }

    Optional<TimeAxis> times() {
        return times;
    }

    boolean isAligned() {
        return isAligned;
    }
}
