package io.vtkhdf.write;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.ComponentNames;
import io.vtkhdf.format.ImageDatasets;
import io.vtkhdf.format.ImageTree;
import io.vtkhdf.hdf5.Datatype;
import io.vtkhdf.hdf5.write.Attribute;
import io.vtkhdf.hdf5.write.Dataset;
import io.vtkhdf.hdf5.write.GrowingDataset;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.hdf5.write.Layout;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.write.store.ReservedParts;
import io.vtkhdf.write.store.Slab;
import io.vtkhdf.write.store.SlabSpace;
import io.vtkhdf.write.store.WrittenSlices;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A point or cell array of a time series: slab after slab, and which of them each step has. As long as every step has
 * one of its own nothing tells so. Not thread-safe.
 */
final class SeriesArray {

    private final Hdf5Writer file;
    private final ArrayShape shape;
    private final Storage storage;
    private final List<Attribute> attributes;
    private final SlabSpace space;
    /** Whether what this run asks for must be as an interrupted one has made it. */
    private final boolean isResumed;

    /** The slabs of complete steps, settled or not. */
    private int slabs;

    /** Of the settled steps. */
    private int steps;

    /** The slab of the last settled step. */
    private long last = -1;

    /** The slab of each settled step; null as long as it is the step's own number. */
    private GrowingDataset offsets;

    private SeriesArray(
            Hdf5Writer file,
            ArrayShape shape,
            Storage storage,
            List<Attribute> attributes,
            SlabSpace space,
            boolean isResumed) {
        this.isResumed = isResumed;
        this.file = file;
        this.shape = shape;
        this.storage = storage;
        this.attributes = attributes;
        this.space = space;
        this.slabs = space.count();
    }

    /** An array of which nothing is there. */
    static SeriesArray create(
            Hdf5Writer file, ArrayShape shape, Storage storage, List<Attribute> attributes, SlabSpace space) {
        return new SeriesArray(file, shape, storage, attributes, space, false);
    }

    /** An array that an interrupted run has begun, which must go on with it as it would begin it. */
    static SeriesArray resumed(Hdf5Writer file, ArrayShape shape, Storage storage, SlabSpace space) {
        return new SeriesArray(file, shape, storage, names(shape), space, true);
    }

    /** An array of a finished file. */
    static SeriesArray found(Hdf5Writer file, ArrayShape shape, Storage storage, SlabSpace space) {
        return new SeriesArray(file, shape, storage, names(shape), space, false);
    }

    private static List<Attribute> names(ArrayShape shape) {
        return ComponentNames.attributes(shape.spec().name(), shape.spec().componentNames());
    }

    ArraySpec spec() {
        return shape.spec();
    }

    ArrayShape shape() {
        return shape;
    }

    /**
     * Makes sure that an array that is asked for in a later step, or in one of a file that is gone on with, is this
     * one.
     *
     * @param asked how it is to be stored; empty for as it is, or, if it is resumed, for the usual storage
     * @throws ResumeMismatchException if it is not as an interrupted run has made it
     * @throws IllegalArgumentException if it is not as the first step has made it
     */
    void requireSame(Path written, ArraySpec other, Optional<Storage> asked, Storage usual) {
        requireSame(
                written,
                ResumeMismatchException.Aspect.ARRAY,
                ResumedArray.describe(spec()),
                ResumedArray.describe(other));
        Storage wanted = asked.orElse(isResumed ? usual : storage);
        if (!isStoredAs(wanted)) {
            requireSame(written, ResumeMismatchException.Aspect.STORAGE, storage.of(shape), wanted.of(shape));
        }
    }

    private void requireSame(Path written, ResumeMismatchException.Aspect aspect, Object found, Object asked) {
        if (found.equals(asked)) {
            return;
        }
        String place = ImageTree.path(spec().association(), spec().name()) + ": ";
        if (isResumed) {
            throw ResumeMismatchException.of(aspect, written, place, found.toString(), asked.toString());
        }
        throw new IllegalArgumentException(ShownText.of(
                written + ": " + place + "found " + asked + ", expected " + found + " as in the steps before"));
    }

    /** Whether a storage is that of its slabs; a chunk without filters that is all of a slab is as good as raw. */
    boolean isStoredAs(Storage other) {
        Storage there = storage.of(shape);
        Storage asked = other.goingOnWith(storage, shape).of(shape);
        return there.equals(asked) || isPlain(there) && isPlain(asked);
    }

    private boolean isPlain(Storage one) {
        Dimensions part = ReservedParts.fewest(shape).part();
        return one.isContiguous()
                || one.filters().isEmpty() && one.chunkOf(shape).orElseThrow().equals(part);
    }

    /** Whether the space of the next slab, which is stored raw, may begin there. */
    boolean isNext(long address) {
        return space.isNext(address);
    }

    /**
     * Its array of a step that begins.
     *
     * @throws IllegalArgumentException if the slabs of so many steps are more than can be written
     */
    StepArray begin(WriterSession session) {
        SizeLimits.requireSteps(shape, storage, slabs + 1);
        WrittenSlices written = new WrittenSlices(spec().name(), shape.dimensions());
        return StepArray.of(session, this, space.begin(slabs, written), written);
    }

    /** The dataset of one of its slabs, alone. */
    Dataset dataset(Layout layout) {
        return dataset(shape.hdf5(), layout);
    }

    private Dataset dataset(long[] size, Layout layout) {
        return ImageDatasets.ofArray(shape.spec(), size, layout, attributes);
    }

    /** A step has a slab of its own that is complete. */
    void completed() {
        slabs++;
    }

    /** The next step has a slab of its own, which stands in the file. */
    void settle(Slab slab) throws IOException {
        space.settle(slab);
        settleAt(space.count() - 1L);
    }

    /** The next step has the slab of the one before. */
    void settleReused() throws IOException {
        settleAt(last);
    }

    /** The next step has a slab that was settled before. */
    void settleAt(long slab) throws IOException {
        if (offsets == null && slab != steps) {
            offsets = new GrowingDataset(file, Datatype.signed(Long.BYTES), 0, 1);
            offsets.append(ScalarType.INT64.toBytes(LongStream.range(0, steps).toArray()));
        }
        if (offsets != null) {
            offsets.append(ScalarType.INT64.toBytes(new long[] {slab}));
        }
        last = slab;
        steps++;
    }

    /** Adds what there is of the settled steps, at least one. */
    void addTo(ImageTree tree) {
        if (steps == 1) {
            tree.put(spec().association(), spec().name(), dataset(space.firstLayout()));
            return;
        }
        long[] size = LongStream.concat(LongStream.of(space.count()), LongStream.of(shape.hdf5()))
                .toArray();
        tree.put(spec().association(), spec().name(), dataset(size, space.layout()));
        if (offsets != null) {
            tree.putOffsets(spec().association(), spec().name(), offsets.dataset());
        }
    }
}
