package io.vtkhdf.spark;

import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.plan.SlabReceipt;
import io.vtkhdf.plan.SlabWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.shuffle.FetchFailedException;

/** Writes a partition as the slab of the same number. Its receipt travels as bytes: Kryo can make no records. */
final class SlabTask<T> implements Function2<Integer, Iterator<T>, Iterator<byte[]>> {

    @Serial
    private static final long serialVersionUID = 1L;

    private final SlabPlan plan;
    private final TaskShare share;
    private final PartitionFunction<T> function;
    private final Progress progress;

    SlabTask(SlabPlan plan, TaskShare share, PartitionFunction<T> function, Progress progress) {
        this.plan = plan;
        this.share = share;
        this.function = function;
        this.progress = progress;
    }

    @Override
    public Iterator<byte[]> call(Integer number, Iterator<T> elements) throws Exception {
        SlabReceipt receipt;
        try {
            receipt = write(number, elements);
        } catch (TaskKilledException | FetchFailedException | InterruptedException e) {
            throw e; // Those that Spark knows.
        } catch (Exception e) {
            // Others of files are known to callers, and name their own.
            throw e instanceof IOException && e.getClass() != IOException.class ? e : JobFailure.of(plan, number, e);
        }
        progress.add(plan, number);
        return List.of(bytes(receipt)).iterator();
    }

    private SlabReceipt write(int number, Iterator<T> elements) throws Exception {
        try (SlabWriter writer = plan.open(number, share.writeOptions())) {
            function.write(new UntilKilled<>(TaskContext.get(), elements), writer);
            return writer.finish();
        }
    }

    private static byte[] bytes(SlabReceipt receipt) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(receipt);
        }
        return bytes.toByteArray();
    }

    /** What came back from a task. */
    static SlabReceipt receipt(byte[] bytes) throws IOException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            return (SlabReceipt) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("found a receipt of an unknown class: " + e.getMessage(), e);
        }
    }

    /** Ends an attempt that Spark has given up between two elements. */
    private record UntilKilled<T>(TaskContext task, Iterator<T> elements) implements Iterator<T> {

        @Override
        public boolean hasNext() {
            if (task.isInterrupted()) {
                throw new TaskKilledException("given up by Spark");
            }
            return elements.hasNext();
        }

        @Override
        public T next() {
            return elements.next();
        }
    }
}
