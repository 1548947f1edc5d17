package io.vtkhdf.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vtkhdf.image.Association;
import io.vtkhdf.write.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with receipts names the slab, and publishes nothing. */
class ReceiptsTest extends PlanFixture {

    private SlabPlan plan;
    private List<SlabReceipt> receipts;

    @BeforeEach
    void writeAll() throws IOException {
        plan = SlabPlan.create(file, IMAGE, ARRAYS, options(4, Storage.raw()).withPageAlignment(false));
        receipts = new ArrayList<>();
        for (int slab = 0; slab < 4; slab++) {
            receipts.add(write(plan, slab));
        }
    }

    private void assertRefused(int slab, String message) throws IOException {
        SlabException failure = assertMessage(SlabException.class, message, () -> plan.finish(receipts));
        assertEquals(slab, failure.slab());
        assertFalse(Files.exists(file));
        receipts.clear();
        for (int again = 0; again < 4; again++) {
            receipts.add(write(plan, again));
        }
        plan.finish(receipts);
    }

    private SlabReceipt changed(int slab, String id, int number, long bytes, List<Integer> crcs) {
        SlabReceipt receipt = receipts.get(slab);
        return new SlabReceipt(
                id == null ? receipt.planId() : id,
                number,
                bytes < 0 ? receipt.bytes() : bytes,
                crcs == null ? receipt.crc32c() : crcs,
                "",
                0);
    }

    @Test
    void missing() throws IOException {
        receipts.remove(2);
        assertRefused(
                2,
                file
                        + ": slab 2 (slices 11 to 16): found no receipt of it, and those of 3 of the 4 slabs, expected all");
    }

    @Test
    void ofAnotherPlan() throws IOException {
        receipts.set(1, changed(1, "another", 1, -1, null));
        assertRefused(
                1,
                "slab 1 (slices 5 to 10): found a receipt of the plan 'another', expected one of '" + plan.id() + "'");
    }

    @Test
    void ofASlabThatThePlanLacks() throws IOException {
        receipts.add(changed(3, null, 4, -1, null));
        assertRefused(4, "slab 4: found a receipt of it, expected slabs 0 to 3, as the plan has");
    }

    @Test
    void ofANegativeSlab() throws IOException {
        receipts.add(changed(3, null, -1, -1, null));
        assertRefused(-1, "slab -1: found a receipt of it, expected slabs 0 to 3");
    }

    @Test
    void ofTooFewBytes() throws IOException {
        receipts.set(3, changed(3, null, 3, 17, null));
        assertRefused(3, "slab 3 (slices 17 to 22): found a receipt of 17 bytes, expected 6000: write it again");
    }

    @Test
    void ofOtherArrays() throws IOException {
        receipts.set(0, changed(0, null, 0, -1, List.of(1, 2)));
        assertRefused(0, "slab 0 (slices 0 to 4): found a receipt of 2 arrays, expected 3");
    }

    @Test
    void ofAPart() throws IOException {
        SlabReceipt one = receipts.get(0);
        receipts.set(0, new SlabReceipt(one.planId(), 0, one.bytes(), one.crc32c(), "slab-00000-00000000.vtkhdf", 100));
        assertRefused(0, "found a receipt with a part, expected one without: the plan is of one file");
    }

    /** Two attempts that did not write the same; whoever came last has won, but nobody knows who that is. */
    @Test
    void ofOtherValues() throws IOException {
        SlabReceipt other;
        try (SlabWriter writer = plan.open(1)) {
            for (int k = 5; k < 11; k++) {
                writer.array(Association.POINT, "density").writeSlice(k, new float[35]);
                writer.array(Association.CELL, "material").writeSlice(k, slice(ARRAYS.get(1), IMAGE, 0, k));
                writer.array(Association.POINT, "velocity").writeSlice(k, slice(ARRAYS.get(2), IMAGE, 0, k));
            }
            other = writer.finish();
        }
        receipts.add(other);
        assertRefused(1, "slab 1 (slices 5 to 10): found two receipts of other values of 'density' (CRC32C ");
    }

    @Test
    void severalThatAgree() throws IOException {
        receipts.addAll(receipts);
        plan.finish(receipts);
        assertFiles("image.vtkhdf");
    }
}
