package io.vtkhdf.bench;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.plan.PlanOptions;
import io.vtkhdf.plan.SlabArray;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.plan.SlabReceipt;
import io.vtkhdf.plan.SlabWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code WriteSlabs POOL NX NY NZ WORKERS raw|gzip FILE}: plans an image of float64, starts so many processes, each of
 * which writes an equal share of the slabs with one thread, and finishes it from their receipts; prints the seconds of
 * all that, and deletes the image.
 */
public final class WriteSlabs {

    private static final int SLABS = 8;
    private static final String ARRAY = "data";

    private WriteSlabs() {}

    public static void main(String... args) throws IOException, InterruptedException {
        if (args[0].equals("worker")) {
            work(args);
            return;
        }
        Dimensions size = size(args);
        Path file = Path.of(args[6]);
        long start = System.nanoTime();
        SlabPlan plan = plan(file, size, args[5].equals("raw") ? Storage.raw() : Storage.gzip(1), SLABS);
        Path json = file.resolveSibling(file.getFileName() + ".json");
        Files.writeString(json, plan.toJson());
        int workers = Integer.parseInt(args[4]);
        List<Process> processes = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            List<String> command = command();
            command.addAll(List.of("worker", args[1], args[2], args[3], args[0], json.toString()));
            command.addAll(List.of(Integer.toString(worker), Integer.toString(workers)));
            processes.add(
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
        }
        List<SlabReceipt> receipts = new ArrayList<>();
        for (Process process : processes) {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            printed.lines().map(SlabReceipt::fromJson).forEach(receipts::add);
            if (process.waitFor() != 0) {
                throw new IOException("a worker failed with exit code " + process.exitValue());
            }
        }
        plan.finish(receipts);
        System.out.println((System.nanoTime() - start) / 1e9);
        Files.delete(json);
        delete(plan);
    }

    private static Dimensions size(String... args) {
        return new Dimensions(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    }

    static SlabPlan plan(Path file, Dimensions size, Storage storage, int slabs) throws IOException {
        WriteOptions options = WriteOptions.defaults().withStorage(storage);
        return SlabPlan.create(
                file,
                ImageGeometry.of(size.extent()),
                List.of(ArraySpec.point(ARRAY, ScalarType.FLOAT64)),
                PlanOptions.ofSlabs(slabs).withWriteOptions(options));
    }

    /** This program again, with its archive of classes if that is there already. */
    private static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!option.startsWith("-XX:ArchiveClassesAtExit")) {
                command.add(option);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WriteSlabs.class.getName()));
        return command;
    }

    private static void work(String... args) throws IOException {
        SlicePool pool = new SlicePool(Path.of(args[4]), ScalarType.FLOAT64, size(args));
        SlabPlan plan = SlabPlan.fromJson(Files.readString(Path.of(args[5])));
        int workers = Integer.parseInt(args[7]);
        for (int slab = Integer.parseInt(args[6]); slab < plan.slabs(); slab += workers) {
            System.out.println(write(plan, slab, pool).toJson());
        }
    }

    static SlabReceipt write(SlabPlan plan, int slab, SlicePool pool) throws IOException {
        try (SlabWriter writer = plan.open(slab, WriteOptions.defaults().withThreads(1))) {
            SlabArray array = writer.array(Association.POINT, ARRAY);
            Slab own = array.slices().orElseThrow();
            for (int k = own.first(); k < own.first() + own.count(); k++) {
                array.writeSlice(k, pool.get(k));
            }
            return writer.finish();
        }
    }

    /** The file, and its parts with their folders if it has some. */
    static void delete(SlabPlan plan) throws IOException {
        Files.deleteIfExists(plan.output());
        if (Files.isDirectory(plan.written())) {
            try (var parts = Files.newDirectoryStream(plan.written())) {
                for (Path part : parts) {
                    Files.delete(part);
                }
            }
            Files.delete(plan.written());
            Files.delete(plan.written().getParent());
        }
    }
}
