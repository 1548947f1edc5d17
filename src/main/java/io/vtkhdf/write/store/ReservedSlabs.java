package io.vtkhdf.write.store;

import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.hdf5.write.ContiguousLayout;
import io.vtkhdf.hdf5.write.Layout;

/** Raw slabs in space that was reserved for all of them: as many as there are, contiguous. */
public final class ReservedSlabs implements SlabSpace {

    private final StoreTools tools;
    private final ArrayShape shape;
    private final long address;
    private final long slabBytes;
    private int count;
    /** Slabs before this one may have been written to. */
    private int touched;

    private ReservedSlabs(StoreTools tools, ArrayShape shape, long address, int settled, int touched) {
        this.tools = tools;
        this.shape = shape;
        this.address = address;
        this.slabBytes = ContiguousStore.bytes(shape);
        this.count = settled;
        this.touched = touched;
    }

    /** Reserves space for so many slabs. */
    public static ReservedSlabs create(StoreTools tools, ArrayShape shape, int slabs) {
        long address = tools.file().allocate(Math.multiplyExact(ContiguousStore.bytes(shape), slabs));
        return new ReservedSlabs(tools, shape, address, 0, 0);
    }

    /** Space that an earlier run has reserved, and may have written to anywhere: it may have committed long before. */
    public static ReservedSlabs resume(StoreTools tools, ArrayShape shape, int settled, long address) {
        return new ReservedSlabs(tools, shape, address, settled, Integer.MAX_VALUE);
    }

    @Override
    public Slab begin(int number, WrittenSlices written) {
        long at = address + number * slabBytes;
        boolean isFresh = number >= touched;
        touched = Math.max(touched, number + 1);
        return Slab.raw(
                isFresh
                        ? ContiguousStore.fresh(tools, shape, written, at)
                        : ContiguousStore.resume(tools, shape, written, at),
                at);
    }

    @Override
    public void settle(Slab slab) {
        count++;
    }

    @Override
    public boolean isNext(long slab) {
        return slab == address + count * slabBytes;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Layout layout() {
        return new ContiguousLayout(address, count * slabBytes);
    }

    @Override
    public Layout firstLayout() {
        return new ContiguousLayout(address, slabBytes);
    }
}
