package io.vtkhdf;

import io.jhdf.btree.BTreeV2;
import io.jhdf.btree.record.BTreeRecord;
import io.jhdf.dataset.chunked.DatasetInfo;
import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfBackingStorage;
import java.util.List;

/** Version 2 B-trees, read by jHDF after a look at their size. */
final class JhdfTrees {

    private static final int FIXED_HEADER_SIZE = 18;
    private static final int REFERENCE_SIZE = 8;

    private JhdfTrees() {}

    static <T extends BTreeRecord> List<T> records(JhdfStorage storage, long address, DatasetInfo dataset) {
        long count = count(storage, address);
        return count == 0 ? List.of() : new BTreeV2<T>((HdfBackingStorage) storage, address, dataset).getRecords();
    }

    /** The number of records, for which there is memory. */
    static long count(JhdfStorage storage, long address) {
        int countAt = FIXED_HEADER_SIZE + storage.getSizeOfOffsets();
        long count = JhdfNumbers.unsigned(
                storage.readBufferFromAddress(address + countAt, storage.getSizeOfLengths()),
                storage.getSizeOfLengths());
        if (count < 0 || count > storage.size()) {
            throw new HdfException("B-tree of " + count + " records in a file of " + storage.size() + " bytes");
        }
        storage.takeMemory(count * REFERENCE_SIZE);
        return count;
    }
}
