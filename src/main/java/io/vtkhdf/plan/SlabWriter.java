package io.vtkhdf.plan;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.store.ArrayIntake;
import io.vtkhdf.write.store.ContiguousStore;
import io.vtkhdf.write.store.StagedCopy;
import io.vtkhdf.write.store.WrittenSlices;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes one slab of a plan: all values that it has of each array, then {@link #finish}, whose receipt goes to whoever
 * finishes the plan. Until then, and for ever without a receipt, nothing of it counts, so a worker that fails or is
 * killed is simply started again; two at the same slab at the same time do no harm if they write the same values.
 *
 * <p>Thread-safe, as {@link SlabArray} is. After the first failure to write, every later call repeats it.
 */
public final class SlabWriter implements Closeable {

    private final PlannedImage image;
    private final int number;
    private final SlabTarget target;
    private final SlabGate gate;
    private final StagedCopy staged = new StagedCopy();
    private final List<SlabChecksum> checksums = new ArrayList<>();
    /** By step, which is 0 of an image, and array. */
    private final Map<Long, SlabArray> arrays = new ConcurrentHashMap<>();

    SlabWriter(PlannedImage image, int number, SlabTarget target) {
        this.image = image;
        this.number = number;
        this.target = target;
        this.gate = new SlabGate(this::closed);
        for (int array = 0; array < image.shapes().size(); array++) {
            checksums.add(new SlabChecksum(image.bytes(number, array)));
        }
    }

    private String place() {
        return ShownText.of(image.output() + ": " + image.nameOf(number));
    }

    private IllegalStateException closed() {
        return new IllegalStateException(place() + ": the writer is closed");
    }

    /** The slab's number, from 0. */
    public int number() {
        return number;
    }

    /** The z slices of points that the slab has; of a series its steps. */
    public Slab slab() {
        return image.slab(number);
    }

    /**
     * What an array has in this slab.
     *
     * @throws IllegalArgumentException if the plan has no such array, or is of a series
     */
    public SlabArray array(Association association, String name) {
        if (image.isSeries()) {
            throw new IllegalArgumentException(place() + ": found no step, expected one, as this is a time series");
        }
        return array(0, image.find(association, name));
    }

    /**
     * What an array of a series has at a step of this slab.
     *
     * @param step counted from 0, of the whole series
     * @throws IllegalArgumentException if the slab has no such step, or the plan no such array, or is of no series
     */
    public SlabArray array(int step, Association association, String name) {
        Slab steps = slab();
        if (!image.isSeries() || step < steps.first() || step - steps.first() >= steps.count()) {
            throw new IllegalArgumentException(place() + ": found step " + step + ", expected "
                    + (image.isSeries() ? "one of the slab's" : "none, as this is no time series"));
        }
        return array(step, image.find(association, name));
    }

    private SlabArray array(int step, int array) {
        return arrays.computeIfAbsent((long) step * image.shapes().size() + array, key -> open(step, array));
    }

    private SlabArray open(int step, int array) {
        ArrayShape shape = image.shapes().get(array);
        WrittenSlices written = new WrittenSlices(shape.spec().name(), shape.dimensions());
        Optional<Slab> slices = image.slices(number, array);
        int first = slices.map(Slab::first).orElse(0);
        int end = first + slices.map(Slab::count).orElse(0);
        written.found(0, first);
        written.found(end, shape.dimensions().z() - end);
        long start = image.start(number, array);
        SlabChecksum checksum = checksums.get(array);
        StagedCopy.Target bytes = (position, piece) -> {
            ByteBuffer same = piece.duplicate();
            target.write(array, position, piece);
            checksum.add(position - start, same);
        };
        ContiguousStore store =
                ContiguousStore.shared(bytes, staged, shape, written, step * ContiguousStore.bytes(shape));
        return new SlabArray(new ArrayIntake(gate, shape, store, written), gate, target, array, slices, place());
    }

    /**
     * Completes the slab: what was written reaches the disk. Waits for other threads that are writing.
     *
     * @throws IllegalStateException if something is missing, which can still be written; or if it is closed
     * @throws SlabException if the plan was finished, abandoned or replaced meanwhile
     * @throws IOException if writing fails or failed
     */
    public SlabReceipt finish() throws IOException {
        SlabTarget.Place done = gate.close(this::requireComplete, target::finish);
        return new SlabReceipt(
                image.id(),
                number,
                image.bytes(number),
                checksums.stream().map(SlabChecksum::value).toList(),
                done.part(),
                done.bytes());
    }

    private void requireComplete() {
        StringJoiner missing = new StringJoiner("; ");
        for (int array = 0; array < checksums.size(); array++) {
            if (!checksums.get(array).isComplete()) {
                missing.add(describeMissing(array));
            }
        }
        if (missing.length() > 0) {
            throw new IllegalStateException(place() + ": not all slices were written: " + missing);
        }
    }

    private String describeMissing(int array) {
        String name = ShownText.quoted(image.shapes().get(array).spec().name());
        int first = image.isSeries() ? slab().first() : 0;
        for (int step = first; step < first + (image.isSeries() ? slab().count() : 1); step++) {
            String lacking = array(step, array).describeMissing();
            if (!lacking.isEmpty()) {
                return name + (image.isSeries() ? " at step " + step : "") + " lacks " + lacking;
            }
        }
        return name + " lacks some values";
    }

    /** Releases everything. A slab that is not {@linkplain #finish finished} has no receipt, and counts for nothing. */
    @Override
    public void close() throws IOException {
        if (gate.abort()) {
            target.close();
        }
    }
}
