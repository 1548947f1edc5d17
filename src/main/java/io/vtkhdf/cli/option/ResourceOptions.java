package io.vtkhdf.cli.option;

import io.vtkhdf.cli.text.Sizes;
import io.vtkhdf.runtime.MemoryBudget;
import io.vtkhdf.runtime.Workers;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** What a conversion may take of the machine. */
public final class ResourceOptions implements Args {

    private static final int MOST_THREADS = 1024;

    /** With less, a file would be converted more slowly than two after one another. */
    private static final long LEAST_PER_FILE = 24L << 20;

    private final Arg<Integer> threads = Arg.of(
            Integer.class,
            OptionSpec.builder("--threads").paramLabel("N").description("Threads at work. Default: one a processor."));

    private final Arg<Long> maxMemory = Arg.of(
            Long.class,
            OptionSpec.builder("--max-memory")
                    .paramLabel("SIZE")
                    .converters(new Sizes())
                    .description(
                            "The most that buffers may take, all files together, such as 64m or 1.5GiB; the little that"
                                    + " a file cannot do without, two chunks or a slice, is always taken. Default: half of Java's heap,"
                                    + " but at most 1GiB, to write and a quarter, but at most 512MiB, to read."));

    @Override
    public List<Arg<?>> args() {
        return List.of(threads, maxMemory);
    }

    /** The part of all this for each of some files that are converted at the same time. */
    public record Share(int threads, long readMemory, long writeMemory) {}

    /** How many of so many files are converted at the same time. */
    public int filesAtOnce(int files) {
        long fitting = Math.max(1, (readMemory() + writeMemory()) / LEAST_PER_FILE);
        return (int) Math.min(Math.min(files, threads()), fitting);
    }

    public Share share(int filesAtOnce) {
        return new Share(
                Math.max(1, threads() / filesAtOnce),
                Math.max(1, readMemory() / filesAtOnce),
                Math.max(1, writeMemory() / filesAtOnce));
    }

    /** @throws IllegalArgumentException if they are not 1 to {@value MOST_THREADS} */
    private int threads() {
        Integer chosen = threads.get();
        if (chosen != null && (chosen < 1 || chosen > MOST_THREADS)) {
            throw new IllegalArgumentException("found --threads " + chosen + ", expected 1 to " + MOST_THREADS);
        }
        return chosen == null ? Workers.processors() : chosen;
    }

    private long readMemory() {
        return maxMemory.isGiven()
                ? MemoryBudget.BUFFERS.atMost(maxMemory.get() / 4)
                : MemoryBudget.READ_BUFFERS.bytes();
    }

    private long writeMemory() {
        return maxMemory.isGiven()
                ? MemoryBudget.BUFFERS.atMost(maxMemory.get() / 4 * 3)
                : MemoryBudget.WRITE_BUFFERS.bytes();
    }
}
