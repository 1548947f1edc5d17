package io.vtkhdf.hdf5.write;

import io.vtkhdf.chunk.Filter;
import io.vtkhdf.hdf5.ByteWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Data that lie in other datasets, mostly of other files: a virtual dataset, whose data layout message is of version 4.
 * What no part stands for, and what a part has not, reads as the fill value; so does a part whose file is not there.
 *
 * <pre>
 * u8  version 4
 * u8  class 3
 * u64 address of the heap's collection, u32 number of the object in it
 * </pre>
 *
 * <p>The object, alone in its collection (specification III.F), in the form that HDF5 1.10 made and all later releases
 * read:
 *
 * <pre>
 * u8  version 0
 * u64 number of parts
 *     each: name of the file, NUL, path of the dataset, NUL, selection there, selection here
 * u32 checksum of all this
 * </pre>
 *
 * <p>A selection is a regular hyperslab of one block:
 *
 * <pre>
 * u32 type 2: hyperslab
 * u32 version 2
 * u8  flags: 1, regular
 * u32 bytes that follow
 * u32 rank
 *     each axis, slowest first: u64 start, u64 stride 1, u64 count 1, u64 block
 * </pre>
 *
 * <p>In both names {@code %} is {@code %%}, since HDF5 takes {@code %b} for the number of a block.
 */
public final class VirtualLayout implements Layout {

    private static final int ALLOCATED_INCREMENTALLY = 3;
    private static final int HYPERSLAB = 2;
    private static final int REGULAR = 1;
    private static final int BYTES_OF_AXIS = 4 * Long.BYTES;

    private final List<VirtualMapping> parts;

    /** @param parts none of which overlap in the virtual dataset */
    public VirtualLayout(List<VirtualMapping> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public byte[] write(ByteWriter out) throws IOException {
        long address = GlobalHeap.write(out, list());
        return new ByteWriter(0).u8(4).u8(3).u64(address).u32(1).toByteArray();
    }

    private byte[] list() {
        ByteWriter list = new ByteWriter(0).u8(0).u64(parts.size());
        for (VirtualMapping part : parts) {
            addName(list, part.file());
            addName(list, part.dataset());
            addSelection(list, part.from());
            addSelection(list, part.to());
        }
        return list.checksumFrom(0).toByteArray();
    }

    private static void addName(ByteWriter list, String name) {
        list.bytes(name.replace("%", "%%").getBytes(StandardCharsets.UTF_8)).u8(0);
    }

    private static void addSelection(ByteWriter list, VirtualMapping.Box box) {
        long[] start = box.start();
        long[] size = box.size();
        list.u32(HYPERSLAB)
                .u32(2)
                .u8(REGULAR)
                .u32(Integer.BYTES + start.length * BYTES_OF_AXIS)
                .u32(start.length);
        for (int axis = 0; axis < start.length; axis++) {
            list.u64(start[axis]).u64(1).u64(1).u64(size[axis]);
        }
    }

    @Override
    public List<Filter> filters() {
        return List.of();
    }

    @Override
    public int allocationTime() {
        return ALLOCATED_INCREMENTALLY;
    }
}
