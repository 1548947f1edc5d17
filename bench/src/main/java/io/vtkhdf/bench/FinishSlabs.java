package io.vtkhdf.bench;

import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.plan.FinishOptions;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.plan.SlabReceipt;
import io.vtkhdf.runtime.Workers;
import io.vtkhdf.write.Storage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * {@code FinishSlabs POOL SLABS raw|joined|consolidated PLANNED FILE}: plans an image of so many slabs of a slice, of
 * 32 x 32 float64, writes them, and prints the seconds that finishing took, from the plan and the receipts as JSON.
 * What they are as JSON is left in {@code FILE}, what was planned is deleted.
 */
public final class FinishSlabs {

    private static final int SIDE = 32;

    private FinishSlabs() {}

    public static void main(String... args) throws IOException {
        int slabs = Integer.parseInt(args[1]);
        Dimensions size = new Dimensions(SIDE, SIDE, slabs);
        SlicePool pool = new SlicePool(Path.of(args[0]), ScalarType.FLOAT64, size);
        Storage storage = args[2].equals("raw") ? Storage.raw() : Storage.gzip(1);
        SlabPlan plan = WriteSlabs.plan(Path.of(args[3]), size, storage, slabs);
        AtomicReferenceArray<SlabReceipt> receipts = new AtomicReferenceArray<>(slabs);
        Workers.each(
                2 * Workers.processors(),
                slabs,
                slab -> receipts.set((int) slab, WriteSlabs.write(plan, (int) slab, pool)));
        Path json = Path.of(args[4]);
        try (BufferedWriter text = Files.newBufferedWriter(json)) {
            text.write(plan.toJson() + "\n");
            for (int slab = 0; slab < slabs; slab++) {
                text.write(receipts.get(slab).toJson() + "\n");
            }
        }
        System.out.println(finish(json, FinishOptions.defaults().withConsolidate(args[2].equals("consolidated"))));
        WriteSlabs.delete(plan);
    }

    private static double finish(Path json, FinishOptions options) throws IOException {
        long start = System.nanoTime();
        var lines = Files.readAllLines(json);
        SlabPlan plan = SlabPlan.fromJson(lines.get(0));
        plan.finish(lines.stream().skip(1).map(SlabReceipt::fromJson).toList(), options);
        return (System.nanoTime() - start) / 1e9;
    }
}
