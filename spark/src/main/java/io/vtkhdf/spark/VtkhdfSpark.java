package io.vtkhdf.spark;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.plan.FinishOptions;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.plan.SlabReceipt;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * Writes the slabs of a plan as the tasks of a Spark job, and finishes it.
 *
 * <pre>{@code
 * ArraySpec density = ArraySpec.point("density", ScalarType.FLOAT32);
 * SlabPlan plan = SlabPlan.create(
 *         Path.of("computed.vtkhdf"),
 *         ImageGeometry.of(64, 32, 16),
 *         List.of(density),
 *         PlanOptions.ofSlabs(4));
 * VtkhdfSpark.of(context, plan).write(slab -> { // on an executor
 *     SlabArray values = slab.array(Association.POINT, "density");
 *     Slab own = values.slices().orElseThrow(); // a cell array may have none
 *     for (int k = own.first(); k < own.first() + own.count(); k++) {
 *         values.writeSlice(k, new float[64 * 32]); // x fastest; k counts the slices of the whole image
 *     }
 * });
 * }</pre>
 *
 * <p>Whatever fails, the file appears as a whole or not at all. Tasks are started again as Spark is configured
 * ({@code spark.task.maxFailures}), also those of an executor that is lost, and may have twins
 * ({@code spark.speculation}): the same values go to the same place. If the job fails, or could not begin, or the
 * thread that waits for it is interrupted, which cancels it, the plan is {@linkplain SlabPlan#abandon abandoned}. Only
 * a driver that is killed leaves what the workers have written, {@code OUTPUT.part} or the folder {@code OUTPUT.parts}:
 * a plan of the same output replaces it if {@link io.vtkhdf.write.WriteOptions#withOverwrite} is asked for.
 *
 * <p>Driver and executors see the output at the same path, on a file system as {@link SlabPlan} needs it. Spark's pages
 * show a job that is named after the output, with a task a slab, and the accumulators {@code slabs written},
 * {@code slices written} and {@code bytes written}. Of the heap of an executor each of its tasks has an equal part for
 * its buffers, and each compresses by as many threads as {@code spark.task.cpus} says.
 *
 * <p>Immutable; each {@code with…} returns another one. May be used by several threads for different plans.
 */
public final class VtkhdfSpark {

    private final JavaSparkContext context;
    private final SlabPlan plan;
    private final FinishOptions options;

    private VtkhdfSpark(JavaSparkContext context, SlabPlan plan, FinishOptions options) {
        this.context = Objects.requireNonNull(context, "context");
        this.plan = Objects.requireNonNull(plan, "plan");
        this.options = Objects.requireNonNull(options, "options");
    }

    /** To write a plan that was made by the driver; it can be written once. */
    public static VtkhdfSpark of(JavaSparkContext context, SlabPlan plan) {
        return new VtkhdfSpark(context, plan, FinishOptions.defaults());
    }

    /** How the plan is finished when all slabs are written, by the driver alone. */
    public VtkhdfSpark withFinishOptions(FinishOptions value) {
        return new VtkhdfSpark(context, plan, value);
    }

    /**
     * Computes and writes each slab by a function.
     *
     * @throws io.vtkhdf.plan.SlabException if the plan was finished or abandoned before; nothing is touched then
     * @throws java.io.InterruptedIOException if the thread is interrupted, which it still is then; no task goes on
     * @throws IOException that of the function if it failed with one of a kind of its own, as often as Spark tries;
     *     else one that names the slab; or if the job failed otherwise, or finishing; nothing is published then
     */
    public void write(SlabFunction function) throws IOException {
        List<Integer> numbers = IntStream.range(0, plan.slabs()).boxed().toList();
        write(context.parallelize(numbers, plan.slabs()), (own, slab) -> function.write(slab));
    }

    /**
     * Writes each partition as the slab of the same number. A {@code Dataset} is written by its {@code javaRDD()}.
     *
     * @param partitions as many as the plan has slabs
     * @throws IllegalArgumentException if they are more or fewer
     * @throws IOException as {@link #write(SlabFunction)}
     */
    public <T> void write(JavaRDD<T> partitions, PartitionFunction<T> function) throws IOException {
        orAbandon(() -> {
            if (partitions.getNumPartitions() != plan.slabs()) {
                throw new IllegalArgumentException(plan.output() + ": found " + partitions.getNumPartitions()
                        + " partitions, expected " + plan.slabs() + ", one for each slab");
            }
            writeSlabs(partitions, function);
        });
    }

    private <T> void writeSlabs(JavaRDD<T> partitions, PartitionFunction<T> function) throws Exception {
        String name = "write " + plan.output().getFileName();
        try (JobScope scope = new JobScope(context, plan.id(), "vtkhdf: " + plan, name)) {
            plan.finish(receipts(partitions, function, name, scope), options);
        }
    }

    private <T> List<SlabReceipt> receipts(
            JavaRDD<T> partitions, PartitionFunction<T> function, String name, JobScope scope) throws Exception {
        SlabTask<T> task = new SlabTask<>(plan, TaskShare.of(context), function, new Progress(context));
        JavaRDD<byte[]> slabs = partitions.mapPartitionsWithIndex(task, true).setName(name);
        List<SlabReceipt> receipts = new ArrayList<>();
        JavaFutureAction<List<byte[]>> job = slabs.collectAsync();
        try {
            for (byte[] receipt : job.get()) {
                receipts.add(SlabTask.receipt(receipt));
            }
        } finally {
            job.cancel(true); // Of one that has ended this is nothing.
            scope.awaitAttempts();
        }
        return receipts;
    }

    /**
     * Writes slices that come in any order from any partition: they are moved to their slabs by a shuffle, in which
     * they lie on the disks of the executors. Each slice of each array, at each step, must come once.
     *
     * @throws IOException as {@link #write(SlabFunction)}; also if a slice is missing or there twice
     */
    public void writeSlices(JavaRDD<ImageSlice> slices) throws IOException {
        SlabPlan ofTasks = plan;
        boolean isSeries = plan.steps() > 0;
        JavaRDD<ImageSlice> sorted = slices.mapToPair(slice -> new Tuple2<>(SliceKey.of(ofTasks, slice), slice))
                .repartitionAndSortWithinPartitions(new SlabPartitioner(plan))
                .values();
        orAbandon(() -> writeSlabs(sorted, (own, slab) -> {
            while (own.hasNext()) {
                own.next().write(slab, isSeries);
            }
        }));
    }

    /**
     * Writes the slices of a plan of one array, and of no series: pairs of a slice's number, counted from 0, and its
     * values, as of {@link ImageSlice#of}. Where they are partitioned by a {@link SlabPartitioner} of this plan,
     * nothing is shuffled; else they are as of {@link #writeSlices(JavaRDD)}.
     *
     * @throws IllegalArgumentException if the plan has several arrays, or is of a series
     * @throws IOException as {@link #writeSlices(JavaRDD)}
     */
    public <V extends Serializable> void writeSlices(JavaPairRDD<Integer, V> slices) throws IOException {
        orAbandon(() -> {
            if (plan.arrays().size() != 1 || plan.steps() > 0) {
                throw new IllegalArgumentException(plan.output() + ": found "
                        + plan.arrays().size() + " arrays" + (plan.steps() > 0 ? " of a series" : "")
                        + ", expected one of an image; an ImageSlice says which");
            }
            writePairs(slices);
        });
    }

    private <V extends Serializable> void writePairs(JavaPairRDD<Integer, V> slices) throws Exception {
        ArraySpec array = plan.arrays().get(0);
        Association association = array.association();
        String name = array.name();
        SlabPartitioner own = new SlabPartitioner(plan);
        boolean isAtHome = own.equals(slices.partitioner().orElse(null));
        JavaPairRDD<Integer, V> atHome = isAtHome ? slices : slices.repartitionAndSortWithinPartitions(own);
        writeSlabs(atHome.map(pair -> pair), (pairs, slab) -> {
            while (pairs.hasNext()) {
                Tuple2<Integer, V> pair = pairs.next();
                slab.array(association, name).writeSlice(pair._1(), (Object) pair._2());
            }
        });
    }

    /** What writes and finishes the plan. */
    private interface Job {
        void run() throws Exception;
    }

    private void orAbandon(Job job) throws IOException {
        plan.open(0).close(); // One that is finished or abandoned is left as it is.
        try {
            job.run();
        } catch (Exception | Error e) {
            // Files cannot be deleted by a thread that is interrupted.
            boolean isInterrupted = Thread.interrupted() || e instanceof InterruptedException;
            abandon(e);
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
            throw JobFailure.of(plan, e);
        }
    }

    private void abandon(Throwable failure) {
        try {
            plan.abandon();
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
