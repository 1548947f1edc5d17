package io.vtkhdf.hdf5.write;

import io.vtkhdf.chunk.Filter;
import io.vtkhdf.hdf5.ByteWriter;
import java.util.List;

/**
 * All data in one place, row-major; data layout message version 3.
 *
 * <pre>
 * u8  version 3
 * u8  class 1
 * u64 address, undefined if there is no data
 * u64 size in bytes
 * </pre>
 */
public record ContiguousLayout(long address, long size) implements Layout {

    private static final int ALLOCATED_LATE = 2;

    @Override
    public byte[] write(ByteWriter out) {
        return new ByteWriter(0)
                .u8(3)
                .u8(1)
                .u64(size == 0 ? ByteWriter.UNDEFINED_ADDRESS : address)
                .u64(size)
                .toByteArray();
    }

    @Override
    public List<Filter> filters() {
        return List.of();
    }

    @Override
    public int allocationTime() {
        return ALLOCATED_LATE;
    }
}
