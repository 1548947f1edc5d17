package io.vtkhdf.hdf5.jhdf;

import io.jhdf.Superblock;
import io.jhdf.Superblock.SuperblockV0V1;
import io.jhdf.Superblock.SuperblockV2V3;
import io.jhdf.SymbolTableEntry;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.ByteReader;
import io.vtkhdf.hdf5.NotSupported;
import java.nio.ByteBuffer;

/** A superblock of version 0 to 3. */
public final class JhdfSuperblock {

    /** Of version 1, which ends with the entry of the root group. */
    public static final int LARGEST = 100;

    /** Where that entry is in version 0; in version 1 it is 4 bytes further. */
    private static final int ROOT_ENTRY = 56;

    private final Superblock superblock;

    private JhdfSuperblock(Superblock superblock) {
        this.superblock = superblock;
    }

    /**
     * Parses the bytes that a file has from its signature on.
     *
     * @throws NotSupported if addresses or lengths are not of 8 bytes
     */
    public static JhdfSuperblock read(ByteBuffer head) {
        Superblock found = JhdfFailures.translated(() -> Superblock.readSuperblock(head));
        if (found.getSizeOfOffsets() != ByteReader.ADDRESS_SIZE || found.getSizeOfLengths() != ByteReader.LENGTH_SIZE) {
            throw new NotSupported(
                    "offsets of " + found.getSizeOfOffsets() + " bytes and lengths of " + found.getSizeOfLengths(),
                    "8 of each");
        }
        return new JhdfSuperblock(found);
    }

    /** Where the file ends, counted from behind the user block. */
    public long end() {
        return superblock.getEndOfFileAddress() - superblock.getBaseAddressByte();
    }

    /** Of the root group's object header. */
    public long rootAddress(BoundedBytes bytes) {
        if (superblock instanceof SuperblockV0V1 old) {
            long entry = ROOT_ENTRY + 4 * old.getVersionOfSuperblock();
            return JhdfFailures.translated(
                    () -> new SymbolTableEntry(new JhdfBytes(bytes), entry).getObjectHeaderAddress());
        }
        return ((SuperblockV2V3) superblock).getRootGroupObjectHeaderAddress();
    }
}
