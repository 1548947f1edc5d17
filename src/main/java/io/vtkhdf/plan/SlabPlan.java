package io.vtkhdf.plan;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.Serial;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A plan by which many processes write one image: made once, opened for a slab by each worker, finished by whoever has
 * the receipts of all.
 *
 * <pre>{@code
 * SlabPlan plan = SlabPlan.create(
 *         Path.of("planned.vtkhdf"),
 *         ImageGeometry.of(64, 32, 16),
 *         List.of(ArraySpec.point("data", ScalarType.FLOAT32)),
 *         PlanOptions.ofSlabs(4));
 * List<SlabReceipt> receipts = new ArrayList<>();
 * for (int slab = 0; slab < plan.slabs(); slab++) { // each anywhere, at any time, as often as it takes
 *     try (SlabWriter writer = plan.open(slab)) {
 *         SlabArray data = writer.array(Association.POINT, "data");
 *         Slab own = data.slices().orElseThrow();
 *         for (int k = own.first(); k < own.first() + own.count(); k++) {
 *             data.writeSlice(k, new float[32 * 64]); // x fastest
 *         }
 *         receipts.add(writer.finish());
 *     }
 * }
 * plan.finish(receipts);
 * }</pre>
 *
 * <p>Raw, all workers write to one file, {@code OUTPUT.part}, each at the place of its slab, without locks and without
 * knowing of each other; its tree stands there from the start, and only the superblock does not lead to it yet. In
 * chunks, each attempt at a slab is a file of its own in the folder {@code OUTPUT.parts/ID}, which opens alone; they
 * are joined in the end by a file of virtual arrays, or their chunks copied into one file.
 *
 * <p>A worker that fails or is killed is started again, and two may be at the same slab at the same time: the same
 * values go to the same place. Nothing is published before all slabs are there, of this plan, and all receipts of a
 * slab tell of the same values. What only looks like a slow attempt must not write after {@link #finish}, unless it
 * writes the same values.
 *
 * <p>The file system must be one that all see under the same name, and that lets several write different parts of a
 * file at once, as local ones, Lustre, GPFS, CephFS, BeeGFS and NFS do; HDFS and object stores do not. Immutable and
 * thread-safe; compared by its id. As a Java object or {@linkplain #toJson JSON} it takes a few hundred bytes and some
 * more for each array, however many slabs there are.
 */
public final class SlabPlan implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final PlanForm form;
    private final transient PlannedImage image;

    SlabPlan(PlanForm form) {
        this.form = form;
        this.image = new PlannedImage(form);
    }

    @Serial
    private Object readResolve() throws InvalidObjectException {
        try {
            return new SlabPlan(form);
        } catch (RuntimeException e) {
            InvalidObjectException invalid = new InvalidObjectException("found no plan: " + e.getMessage());
            invalid.initCause(e);
            throw invalid;
        }
    }

    /**
     * Makes a plan, and the file or folder that its workers write to: space is reserved, of which a file system with
     * sparse files takes none.
     *
     * @param output the name that the file gets when the plan is finished; workers see it at this path, made absolute
     * @param arrays at least one
     * @throws java.nio.file.FileAlreadyExistsException if the file is there, or what another plan or an interrupted run
     *     has left of it, and {@link WriteOptions#withOverwrite} was not asked for
     * @throws IllegalArgumentException if an array cannot be written, or the options contradict each other
     * @throws UnsupportedFileException if {@link WriteOptions#withOldestReader} would not read it
     */
    public static SlabPlan create(Path output, ImageGeometry geometry, List<ArraySpec> arrays, PlanOptions options)
            throws IOException {
        return new SlabPlan(Planning.create(output.toAbsolutePath(), geometry, arrays, options));
    }

    /**
     * Makes sure that what a plan makes and replaces is not what its slabs are read from. To be called before
     * {@link #create} by whoever reads them from files: a plan does not know these.
     *
     * @param output as of {@link #create}
     * @param inputs the files that are read; those that they refer to, however deep, are found by opening them
     * @throws java.nio.file.FileSystemException if one is the output, or {@code OUTPUT.part}, by whatever name, or lies
     *     in {@code OUTPUT.parts}; nothing was touched
     */
    public static void requireApart(Path output, Collection<Path> inputs) throws IOException {
        OutputParts.of(output.toAbsolutePath()).requireApart(inputs);
    }

    /** The plan as JSON, on one line. Needs jackson-core on the class path or module path. */
    public String toJson() {
        return PlanJson.text(form);
    }

    /**
     * What {@link #toJson} has made; keys that mean nothing here are passed over. Needs jackson-core.
     *
     * @throws IllegalArgumentException if it is no plan
     */
    public static SlabPlan fromJson(String json) {
        return new SlabPlan(PlanJson.plan(json));
    }

    /** What no other plan has. */
    public String id() {
        return form.id();
    }

    /** The file that will be there when the plan is finished. */
    public Path output() {
        return image.output();
    }

    /** The geometry as it is written. */
    public ImageGeometry geometry() {
        return image.geometry();
    }

    public List<ArraySpec> arrays() {
        return image.specs();
    }

    /** The number of steps of a time series; 0 of an image. */
    public int steps() {
        return form.steps();
    }

    /** The number of slabs, at least 1. */
    public int slabs() {
        return image.slabs();
    }

    /**
     * The z slices of points that a slab has, or the steps of a series.
     *
     * @throws IllegalArgumentException if there is none of that number
     */
    public Slab slab(int number) {
        return image.slab(number);
    }

    /**
     * The z slices that one of {@link #arrays} has in a slab: of a cell array one less in the last slab, which may be
     * none. Of a series, all, at each of the slab's steps.
     */
    public Optional<Slab> slices(int number, ArraySpec array) {
        image.slab(number);
        return image.slices(number, image.find(array.association(), array.name()));
    }

    /** The bytes of all values of a slab. */
    public long bytes(int number) {
        return image.bytes(number);
    }

    /** As {@link #open(int, WriteOptions)} with {@link WriteOptions#defaults()}. */
    public SlabWriter open(int number) throws IOException {
        return open(number, WriteOptions.defaults());
    }

    /**
     * Opens a slab to write it, in any process that sees the file system, as often as it takes.
     *
     * @param options of which the threads that compress, the memory and the engine count
     * @throws IllegalArgumentException if there is none of that number
     * @throws SlabException if what the plan has made is not there: it was finished or abandoned
     */
    public SlabWriter open(int number, WriteOptions options) throws IOException {
        image.slab(number);
        SlabTarget target =
                image.isShared() ? SharedTarget.open(image, number) : PartTarget.open(image, number, options);
        return new SlabWriter(image, number, target);
    }

    /** As {@link #finish(Collection, FinishOptions)} with {@link FinishOptions#defaults()}. */
    public void finish(Collection<SlabReceipt> receipts) throws IOException {
        finish(receipts, FinishOptions.defaults());
    }

    /**
     * Publishes the file, in one commit and one rename, if all slabs are there. It may be called again, by whomever,
     * also after one that was killed; of a plan that is finished it makes sure, by reading all values, that the file is
     * what the receipts say, and changes nothing.
     *
     * @param receipts of all slabs, in any order; of one slab there may be several
     * @throws SlabException naming the slab, if one is missing, or a receipt is of another plan, or does not fit, or
     *     contradicts another one, or a part is gone, or, if it is to be verified, has other values; nothing is
     *     published
     * @throws java.nio.file.FileAlreadyExistsException if a file of that name has appeared meanwhile
     */
    public void finish(Collection<SlabReceipt> receipts, FinishOptions options) throws IOException {
        new Finishing(image, Receipts.of(image, receipts), options).run();
    }

    /**
     * Gives the plan up: what it has made is deleted, and nothing else. Of a plan that is finished nothing is deleted
     * but what a run that was killed has left. Parts stay where there may be a file of virtual arrays that names them,
     * be it under another name by now: {@link #written} is there then.
     */
    public void abandon() throws IOException {
        if (image.isShared()) {
            SharedFile.abandon(image);
        } else {
            PartsFolder folder = new PartsFolder(image);
            SharedFile.settle(image);
            folder.dropNameless();
            folder.delete();
        }
    }

    /** The file that is written until the plan is finished, or the folder of its parts. */
    public Path written() {
        return image.isShared() ? OutputFile.partOf(image.output()) : image.folder();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SlabPlan plan && plan.form.equals(form);
    }

    @Override
    public int hashCode() {
        return form.id().hashCode();
    }

    /** Such as {@code big.vtkhdf: 4 x 3 x 100 points, 2 arrays, 10 slabs}. */
    @Override
    public String toString() {
        return output() + ": " + geometry().dimensions() + " points, " + arrays().size() + " arrays, "
                + (steps() > 0 ? steps() + " steps, " : "") + slabs() + " slabs";
    }
}
