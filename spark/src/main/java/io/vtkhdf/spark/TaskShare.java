package io.vtkhdf.spark;

import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.write.WriteOptions;
import java.io.Serial;
import java.io.Serializable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** What a task may take of its executor, of which it is seldom the only one: threads, and memory for buffers. */
final class TaskShare implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int cpus;
    /** Of an executor; 0 if they are all that the machine has. */
    private final int cores;

    private TaskShare(int cpus, int cores) {
        this.cpus = cpus;
        this.cores = cores;
    }

    static TaskShare of(JavaSparkContext context) {
        SparkConf conf = context.getConf();
        int cores = context.isLocal() ? context.defaultParallelism() : conf.getInt("spark.executor.cores", 0);
        return new TaskShare(Math.max(1, conf.getInt("spark.task.cpus", 1)), cores);
    }

    private int tasks() {
        int all = cores > 0 ? cores : Runtime.getRuntime().availableProcessors();
        return Math.max(1, all / cpus);
    }

    /** Called on the executor, whose heap counts. */
    WriteOptions writeOptions() {
        return WriteOptions.defaults().withThreads(cpus).withMemory(share(MemoryBudget.WRITE_BUFFERS));
    }

    /** Called on the executor, whose heap counts. */
    long readMemory() {
        return share(MemoryBudget.READ_BUFFERS);
    }

    private long share(MemoryBudget budget) {
        return Math.max(1, budget.bytes() / tasks());
    }
}
