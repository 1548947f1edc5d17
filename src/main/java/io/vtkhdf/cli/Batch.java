package io.vtkhdf.cli;

import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.ProgressOptions;
import io.vtkhdf.cli.progress.BatchProgress;
import io.vtkhdf.cli.progress.Progress;
import io.vtkhdf.cli.text.Report;
import io.vtkhdf.cli.text.Sizes;
import io.vtkhdf.cli.text.Stdout;
import io.vtkhdf.runtime.PendingTasks;
import io.vtkhdf.runtime.Workers;
import io.vtkhdf.text.Numbers;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import picocli.CommandLine;

/** Several conversions: those that fail are named, and the others go on. */
final class Batch {

    private final List<FileConversion> conversions;
    private final CommandLine commandLine;
    private final FailureHandler failures;
    private final ProgressOptions options;
    /** How many files are not read by whom. */
    private final Map<String, Integer> unread = new ConcurrentSkipListMap<>();

    private final AtomicLong converted = new AtomicLong();
    /** How many were complete before. */
    private final AtomicLong complete = new AtomicLong();

    /** How many were not begun or not finished since the process was told to end. */
    private final AtomicLong cancelled = new AtomicLong();

    private final AtomicLong bytes = new AtomicLong();

    Batch(List<FileConversion> conversions, CommandLine commandLine, ProgressOptions options) {
        this.conversions = conversions;
        this.commandLine = commandLine;
        this.failures = (FailureHandler) commandLine.getExecutionExceptionHandler();
        this.options = options;
    }

    /** Tells what would be written; returns the exit code. */
    int preview() throws IOException {
        PrintWriter out = commandLine.getOut();
        for (FileConversion conversion : conversions) {
            try {
                if (conversion.isComplete()) {
                    out.println(conversion.completeAlready());
                } else {
                    conversion.preview(this::warn).print(out);
                }
                converted.incrementAndGet();
            } catch (IOException | RuntimeException | OutOfMemoryError e) {
                failures.printOf(conversion, e, commandLine);
            }
        }
        Stdout.requireWritten(out);
        return exitCode();
    }

    /**
     * Converts so many files at the same time.
     *
     * @return the exit code
     * @throws CancellationException if the process is told to end
     */
    int convert(int atOnce) throws IOException {
        long start = System.nanoTime();
        try (InterruptGuard guard = new InterruptGuard();
                Progress shown = options.open(commandLine.getErr())) {
            BatchProgress progress = new BatchProgress(
                    shown, conversions.stream().mapToLong(Batch::inputSize).sum());
            convert(atOnce, conversion -> convert(conversion, progress, guard));
            if (cancelled.get() > 0) {
                throw new CancellationException("interrupted");
            }
        }
        unread.forEach((readers, files) -> warn(Numbers.counted(files, "file") + " " + readers));
        if (conversions.size() > 1
                || failed() == 0
                || options.report() == Report.JSON) { // One failure is told already.
            options.say(commandLine.getErr(), Report.Event.DONE, summary((System.nanoTime() - start) / 1e9));
        }
        return exitCode();
    }

    private void convert(FileConversion conversion, BatchProgress progress, InterruptGuard guard) {
        if (guard.isInterrupted()) {
            cancelled.incrementAndGet();
            return;
        }
        try {
            if (conversion.isComplete()) {
                progress.passedOver(inputSize(conversion));
                complete.incrementAndGet();
                return;
            }
            FileConversion.Done done = conversion.convert(
                    progress.ofFile(inputSize(conversion)), guard, line -> progress.interject(() -> warn(line)));
            if (!done.readers().isEmpty()) {
                unread.merge(done.readers(), 1, Integer::sum);
            }
            bytes.addAndGet(done.bytes());
            converted.incrementAndGet();
        } catch (CancellationException e) {
            cancelled.incrementAndGet(); // Told once, for all of them.
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            progress.interject(() -> failures.printOf(conversion, e, commandLine));
        }
    }

    private void convert(int atOnce, Consumer<FileConversion> converting) throws IOException {
        try (Workers workers = new Workers("vtkhdf-convert", atOnce)) {
            List<Future<Void>> all = new ArrayList<>();
            for (FileConversion conversion : conversions) {
                all.add(workers.submit(() -> {
                    converting.accept(conversion);
                    return null;
                }));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted while files were converted");
        } catch (ExecutionException e) {
            throw PendingTasks.failure(e.getCause());
        }
    }

    private void warn(String message) {
        options.say(commandLine.getErr(), Report.Event.WARNING, message);
    }

    /** Such as {@code 3 files converted, 1 complete already, 2 failed, 4.37 kB in 0.10 s (43.7 kB/s)}. */
    private String summary(double seconds) {
        List<String> parts = new ArrayList<>();
        add(parts, converted.get(), "converted");
        add(parts, complete.get(), "complete already");
        add(parts, failed(), "failed");
        if (converted.get() > 0) {
            parts.add(Sizes.speed(bytes.get(), seconds));
        }
        return String.join(", ", parts);
    }

    /** The first of them says what is counted. */
    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add((parts.isEmpty() ? Numbers.counted(count, "file") : count) + " " + what);
        }
    }

    private long failed() {
        return conversions.size() - converted.get() - complete.get();
    }

    private int exitCode() {
        return failed() == 0 ? ExitCode.DONE : ExitCode.UNREADABLE;
    }

    /** What a file counts for in the progress, before it is known what is in it. */
    private static long inputSize(FileConversion conversion) {
        Path input = conversion.input().path();
        try {
            return Files.isRegularFile(input) ? Files.size(input) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
