package io.vtkhdf.hdf5.read;

import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.SymbolTableEntry;
import io.jhdf.btree.BTreeV1;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.SymbolTableMessage;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.jhdf.JhdfBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The links of a group, by name: hard links and soft links within the file. External links are not followed: nothing is
 * read from a file that an input names.
 */
public final class StoredLinks {

    private static final int SOFT_LINK = 2;
    /** Of a name, before the id of its link. */
    private static final int HASH_SIZE = 4;

    private static final int MAX_LINKS = 10_000;
    /** All together on the way to an object, as in HDF5. */
    private static final int MAX_SOFT_LINKS = 16;

    private final StoredObject group;
    private final Map<String, LinkMessage.Target> links;

    private StoredLinks(StoredObject group, Map<String, LinkMessage.Target> links) {
        this.group = group;
        this.links = links;
    }

    public static StoredLinks of(StoredObject group) throws IOException {
        StoredHeader header = group.header();
        if (header.links() == null) {
            Map<String, LinkMessage.Target> links =
                    group.file().parseStructure(group.path(), storage -> links(group, storage));
            if (links.size() > MAX_LINKS) {
                throw group.file().unsupported(group.path(), links.size() + " links", "at most " + MAX_LINKS);
            }
            header.setLinks(links);
        }
        return new StoredLinks(group, header.links());
    }

    private static Map<String, LinkMessage.Target> links(StoredObject group, JhdfBytes storage) {
        Map<String, LinkMessage.Target> links = new LinkedHashMap<>();
        Optional<SymbolTableMessage> table = group.message(SymbolTableMessage.class);
        if (table.isPresent()) {
            addOldStyle(storage, table.get(), links);
        }
        for (ByteBuffer link : group.header().linkMessages()) {
            add(storage, link, links);
        }
        Optional<LinkInfoMessage> info = group.message(LinkInfoMessage.class);
        if (info.isPresent() && info.get().getBTreeNameIndexAddress() >= 0) {
            addDense(storage, info.get(), links);
        }
        return links;
    }

    private static void addOldStyle(
            JhdfBytes storage, SymbolTableMessage table, Map<String, LinkMessage.Target> links) {
        ByteBuffer names = new LocalHeap(storage, table.getLocalHeapAddress()).getDataBuffer();
        for (long node :
                BTreeV1.createGroupBTree(storage, table.getBTreeAddress()).getChildAddresses()) {
            for (SymbolTableEntry entry : new GroupSymbolTableNode(storage, node).getSymbolTableEntries()) {
                String name = counted(storage, names, entry.getLinkNameOffset());
                links.put(
                        name,
                        entry.getCacheType() == SOFT_LINK
                                ? new LinkMessage.Soft(counted(storage, names, entry.getLinkValueOffset()))
                                : new LinkMessage.Hard(entry.getObjectHeaderAddress()));
            }
        }
    }

    /** As {@link #name}, with its length counted as read: entries may share one text without an end. */
    private static String counted(JhdfBytes storage, ByteBuffer names, int offset) {
        String name = name(names, offset);
        storage.takeToRead(name.length());
        return name;
    }

    /** The text from {@code offset} up to the first NUL, or else to the limit. */
    static String name(ByteBuffer names, int offset) {
        int end = offset;
        while (end < names.limit() && names.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - offset];
        names.get(offset, bytes);
        return StoredStrings.decode(bytes);
    }

    private static void addDense(JhdfBytes storage, LinkInfoMessage info, Map<String, LinkMessage.Target> links) {
        FractalHeap heap = FractalHeap.read(storage, info.getFractalHeapAddress());
        RecordTree.forEach(
                storage,
                info.getBTreeNameIndexAddress(),
                RecordTree.LINK_NAMES,
                entry -> add(storage, heap.get(entry.position(HASH_SIZE)), links));
    }

    private static void add(JhdfBytes storage, ByteBuffer message, Map<String, LinkMessage.Target> links) {
        LinkMessage link = LinkMessage.read(message, storage.getSizeOfOffsets());
        links.put(link.name(), link.target());
    }

    /** All names in alphabetical order, also of links that lead nowhere. */
    public Iterable<String> names() {
        return new TreeSet<>(links.keySet());
    }

    /** All names in the order in which HDF5 lists them when it is asked for none. */
    public List<String> storedNames() {
        return List.copyOf(links.keySet());
    }

    /**
     * What a link leads to; empty if there is none of that name or it leads nowhere.
     *
     * @throws UnsupportedFileException if it leads out of the file
     */
    public Optional<StoredObject> get(String name) throws IOException {
        return get(name, new AtomicInteger(MAX_SOFT_LINKS));
    }

    private Optional<StoredObject> get(String name, AtomicInteger softLinksLeft) throws IOException {
        LinkMessage.Target link = links.get(name);
        if (link == null) {
            return Optional.empty();
        }
        String path = (group.path().endsWith("/") ? group.path() : group.path() + "/") + name;
        if (link instanceof LinkMessage.Hard hard) {
            return Optional.of(StoredObject.read(group.file(), path, hard.address()));
        }
        if (link instanceof LinkMessage.Soft soft) {
            return follow(soft.target(), softLinksLeft);
        }
        String kind = ((LinkMessage.Other) link).kind();
        throw group.file()
                .unsupported(
                        path, "a link of type " + kind, "data in the file itself, into which h5copy -f ext puts them");
    }

    private Optional<StoredObject> follow(String target, AtomicInteger softLinksLeft) throws IOException {
        if (softLinksLeft.decrementAndGet() < 0) {
            return Optional.empty();
        }
        Optional<StoredObject> place =
                Optional.of(target.startsWith("/") ? group.file().root() : group);
        for (String step : target.split("/")) {
            if (place.isPresent() && !step.isEmpty() && !step.equals(".")) {
                place = place.get().isDataset()
                        ? Optional.empty()
                        : of(place.get()).get(step, softLinksLeft);
            }
        }
        return place;
    }
}
