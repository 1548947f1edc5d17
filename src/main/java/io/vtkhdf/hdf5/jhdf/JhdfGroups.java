package io.vtkhdf.hdf5.jhdf;

import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.SymbolTableEntry;
import io.jhdf.btree.BTreeV1;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.LinkTarget;
import io.vtkhdf.hdf5.Texts;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;

/** Groups of the old style: a B-tree of version 1 with symbol tables, and a local heap with the names. */
public final class JhdfGroups {

    private static final int SOFT_LINK = 2;

    private JhdfGroups() {}

    /**
     * Goes through the links of a group.
     *
     * @param tree the B-tree's address; {@code heap} the local heap's
     */
    public static void forEach(BoundedBytes bytes, long tree, long heap, BiConsumer<String, LinkTarget> sink) {
        JhdfFailures.translated(() -> {
            JhdfBytes storage = new JhdfBytes(bytes);
            ByteBuffer names = new LocalHeap(storage, heap).getDataBuffer();
            for (long node : BTreeV1.createGroupBTree(storage, tree).getChildAddresses()) {
                for (SymbolTableEntry entry : new GroupSymbolTableNode(storage, node).getSymbolTableEntries()) {
                    sink.accept(text(bytes, names, entry.getLinkNameOffset()), target(bytes, names, entry));
                }
            }
            return null;
        });
    }

    private static LinkTarget target(BoundedBytes bytes, ByteBuffer names, SymbolTableEntry entry) {
        return entry.getCacheType() == SOFT_LINK
                ? new LinkTarget.Soft(text(bytes, names, entry.getLinkValueOffset()))
                : new LinkTarget.Hard(entry.getObjectHeaderAddress());
    }

    /** Its length counts as read: entries may share one text without an end. */
    private static String text(BoundedBytes bytes, ByteBuffer names, int offset) {
        String text = Texts.decode(names, offset);
        bytes.takeToRead(text.length());
        return text;
    }
}
