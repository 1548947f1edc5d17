package io.vtkhdf.plan;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a worker has written of one slab; whoever finishes the plan compares it with what is there. Immutable, compared
 * by value, a few hundred bytes.
 *
 * @param planId of {@link SlabPlan#id}
 * @param slab its number, from 0
 * @param bytes those of all values of the slab
 * @param crc32c for each of {@link SlabPlan#arrays} the CRC32C (Castagnoli) of the values that it has in the slab, as
 *     the little-endian bytes of z slice after z slice (of step after step), x fastest
 * @param part the file's name in the folder of parts; empty if the slab was written to the one file of all
 * @param partBytes the size of that file; 0 if there is none
 */
public record SlabReceipt(String planId, int slab, long bytes, List<Integer> crc32c, String part, long partBytes)
        implements Serializable {

    public SlabReceipt {
        Objects.requireNonNull(planId, "planId");
        Objects.requireNonNull(part, "part");
        crc32c = List.copyOf(crc32c);
    }

    /** The same as JSON, on one line. Needs jackson-core on the class path or module path. */
    public String toJson() {
        return PlanJson.text(this);
    }

    /**
     * What {@link #toJson} has made; keys that mean nothing here are passed over. Needs jackson-core.
     *
     * @throws IllegalArgumentException if it is no receipt
     */
    public static SlabReceipt fromJson(String json) {
        return PlanJson.receipt(json);
    }
}
