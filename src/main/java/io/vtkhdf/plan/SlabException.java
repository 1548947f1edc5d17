package io.vtkhdf.plan;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** What is wrong with one slab of a plan: its receipt, or what stands in its place. Nothing is published then. */
public final class SlabException extends FileSystemException {
    private static final long serialVersionUID = 1L;

    private final int slab;

    /**
     * @param slab its number
     * @param place such as {@code slab 7 (slices 70 to 79)}
     * @param what found and expected, and what to do
     */
    SlabException(Path output, int slab, String place, String what) {
        super(output.toString(), null, place + ": " + what);
        this.slab = slab;
    }

    /** The number of the slab, from 0; that of the receipt if the plan has none such. */
    public int slab() {
        return slab;
    }
}
