package io.vtkhdf.plan;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Slab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A worker, or the driver, in a process of its own:
 *
 * <pre>
 * slab PLAN K RECEIPT          writes a slab, and says a line before each slice
 * finish PLAN how RECEIPT...   says a line, and finishes
 * </pre>
 */
final class SlabProcess {

    private SlabProcess() {}

    public static void main(String[] args) throws IOException {
        SlabPlan plan = SlabPlan.fromJson(Files.readString(Path.of(args[1])));
        if (args[0].equals("slab")) {
            write(plan, Integer.parseInt(args[2]), Path.of(args[3]));
            return;
        }
        List<SlabReceipt> receipts = new ArrayList<>();
        for (int i = 3; i < args.length; i++) {
            receipts.add(SlabReceipt.fromJson(Files.readString(Path.of(args[i]))));
        }
        System.out.println("finishing");
        plan.finish(receipts, FinishOptions.defaults().withConsolidate(true).withVerify(args[2].equals("verify")));
        System.out.println("finished");
    }

    private static void write(SlabPlan plan, int number, Path receipt) throws IOException {
        try (SlabWriter writer = plan.open(number)) {
            for (ArraySpec spec : plan.arrays()) {
                SlabArray array = writer.array(spec.association(), spec.name());
                Slab own = array.slices().orElseThrow();
                for (int k = own.first(); k < own.first() + own.count(); k++) {
                    System.out.println(spec.name() + " " + k);
                    array.writeSlice(k, PlanFixture.slice(spec, plan.geometry(), 0, k));
                }
            }
            System.out.println("finishing");
            Path part = Path.of(receipt + "." + ProcessHandle.current().pid());
            Files.writeString(part, writer.finish().toJson());
            Files.move(part, receipt, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
