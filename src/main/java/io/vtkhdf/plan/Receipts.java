package io.vtkhdf.plan;

import io.vtkhdf.error.ShownText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The receipts of all slabs of a plan, which fit it and each other. */
final class Receipts {

    private final List<List<SlabReceipt>> slabs;

    private Receipts(List<List<SlabReceipt>> slabs) {
        this.slabs = slabs;
    }

    /** @throws SlabException if one does not fit the plan or another one, or one is missing */
    static Receipts of(PlannedImage image, Collection<SlabReceipt> given) throws SlabException {
        Map<Integer, List<SlabReceipt>> found = new HashMap<>();
        for (SlabReceipt receipt : given) {
            require(image, receipt);
            List<SlabReceipt> same = found.computeIfAbsent(receipt.slab(), slab -> new ArrayList<>(1));
            if (!same.isEmpty()) {
                requireSame(image, same.get(0), receipt);
            }
            if (!same.contains(receipt)) {
                same.add(receipt);
            }
        }
        List<List<SlabReceipt>> slabs = new ArrayList<>();
        for (int slab = 0; slab < image.slabs(); slab++) {
            if (!found.containsKey(slab)) {
                throw image.wrong(
                        slab,
                        "found no receipt of it, and those of " + found.size() + " of the " + image.slabs()
                                + " slabs, expected all: write it, or give its receipt");
            }
            List<SlabReceipt> attempts = found.get(slab);
            attempts.sort(Comparator.comparing(SlabReceipt::part));
            slabs.add(List.copyOf(attempts));
        }
        return new Receipts(slabs);
    }

    private static void require(PlannedImage image, SlabReceipt receipt) throws SlabException {
        int slab = receipt.slab();
        if (!receipt.planId().equals(image.id())) {
            throw image.wrong(
                    slab,
                    "found a receipt of the plan " + ShownText.quoted(receipt.planId()) + ", expected one of "
                            + ShownText.quoted(image.id()) + ": leave it out");
        } else if (slab < 0 || slab >= image.slabs()) {
            throw image.wrong(
                    slab, "found a receipt of it, expected slabs 0 to " + (image.slabs() - 1) + ", as the plan has");
        } else if (receipt.bytes() != image.bytes(slab)) {
            throw image.wrong(
                    slab,
                    "found a receipt of " + receipt.bytes() + " bytes, expected " + image.bytes(slab)
                            + ": write it again");
        } else if (receipt.crc32c().size() != image.shapes().size()) {
            throw image.wrong(
                    slab,
                    "found a receipt of " + receipt.crc32c().size() + " arrays, expected "
                            + image.shapes().size() + ": write it again");
        } else if (receipt.part().isEmpty() != image.isShared()) {
            throw image.wrong(
                    slab,
                    "found a receipt " + (image.isShared() ? "with" : "without") + " a part, expected one "
                            + (image.isShared() ? "without: the plan is of one file" : "with: the plan is of parts"));
        }
    }

    private static void requireSame(PlannedImage image, SlabReceipt one, SlabReceipt other) throws SlabException {
        for (int array = 0; array < image.shapes().size(); array++) {
            if (!one.crc32c().get(array).equals(other.crc32c().get(array))) {
                throw image.wrong(
                        one.slab(),
                        "found two receipts of other values of "
                                + ShownText.quoted(
                                        image.shapes().get(array).spec().name()) + " (CRC32C "
                                + hex(one.crc32c().get(array)) + " and "
                                + hex(other.crc32c().get(array))
                                + "), expected the same: write it once more, and give the receipt of that alone");
            }
        }
    }

    static String hex(int crc) {
        return String.format(Locale.ROOT, "%08x", crc);
    }

    /** One of a slab, all of whose receipts tell of the same values. */
    SlabReceipt of(int slab) {
        return slabs.get(slab).get(0);
    }

    /** Those of all attempts at a slab, in the order of their parts' names. */
    List<SlabReceipt> attempts(int slab) {
        return slabs.get(slab);
    }
}
