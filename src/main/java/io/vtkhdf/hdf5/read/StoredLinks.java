package io.vtkhdf.hdf5.read;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.LinkTarget;
import io.vtkhdf.hdf5.jhdf.JhdfGroups;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The links of a group, by name: hard links, soft links within the file, and external links to other files, if those
 * are within reach.
 */
public final class StoredLinks {

    /** Of a name, before the id of its link. */
    private static final int HASH_SIZE = 4;

    private static final int MAX_LINKS = 10_000;
    /** All together on the way to an object, soft ones and external ones, as in HDF5. */
    private static final int MAX_FOLLOWED = 16;

    private final StoredObject group;
    private final Map<String, LinkTarget> links;

    private StoredLinks(StoredObject group, Map<String, LinkTarget> links) {
        this.group = group;
        this.links = links;
    }

    public static StoredLinks of(StoredObject group) throws IOException {
        StoredHeader header = group.header();
        if (header.links() == null) {
            Map<String, LinkTarget> links =
                    group.file().parseStructure(group.path(), storage -> links(header, storage));
            if (links.size() > MAX_LINKS) {
                throw group.file().unsupported(group.path(), links.size() + " links", "at most " + MAX_LINKS);
            }
            header.setLinks(links);
        }
        return new StoredLinks(group, header.links());
    }

    private static Map<String, LinkTarget> links(StoredHeader header, BoundedBytes storage) {
        Map<String, LinkTarget> links = new LinkedHashMap<>();
        if (header.symbolTable().isPresent()) {
            StoredHeader.SymbolTable table = header.symbolTable().get();
            JhdfGroups.forEach(storage, table.tree(), table.heap(), links::put);
        }
        for (ByteBuffer link : header.linkMessages()) {
            add(link, links);
        }
        if (header.linkIndex().isPresent()) {
            addDense(storage, header.linkIndex().get(), links);
        }
        return links;
    }

    private static void addDense(BoundedBytes storage, StoredHeader.DenseIndex index, Map<String, LinkTarget> links) {
        FractalHeap heap = FractalHeap.read(storage, index.heap());
        RecordTree.forEach(
                storage, index.tree(), RecordTree.LINK_NAMES, entry -> add(heap.get(entry.position(HASH_SIZE)), links));
    }

    private static void add(ByteBuffer message, Map<String, LinkTarget> links) {
        LinkMessage link = LinkMessage.read(message);
        links.put(link.name(), link.target());
    }

    /** The file that the group is in. */
    public StoredFile file() {
        return group.file();
    }

    /** All names in alphabetical order, also of links that lead nowhere. */
    public Iterable<String> names() {
        return new TreeSet<>(links.keySet());
    }

    /** All names in the order in which HDF5 lists them when it is asked for none. */
    public List<String> storedNames() {
        return List.copyOf(links.keySet());
    }

    /** Whether there is a link of that name, which may lead nowhere. */
    public boolean has(String name) {
        return links.containsKey(name);
    }

    /**
     * What a link leads to; empty if there is none of that name or it leads nowhere.
     *
     * @throws UnsupportedFileException if it leads to a file that is out of reach
     * @throws io.vtkhdf.error.CorruptFileException if it leads to another file, and nothing is there
     */
    public Optional<StoredObject> get(String name) throws IOException {
        return get(name, new AtomicInteger(MAX_FOLLOWED));
    }

    private Optional<StoredObject> get(String name, AtomicInteger left) throws IOException {
        LinkTarget link = links.get(name);
        if (link == null) {
            return Optional.empty();
        }
        String path = (group.path().endsWith("/") ? group.path() : group.path() + "/") + name;
        if (link instanceof LinkTarget.Hard hard) {
            return Optional.of(StoredObject.read(group.file(), path, hard.address()));
        }
        if (link instanceof LinkTarget.Soft soft) {
            return follow(soft.path(), left);
        }
        if (link instanceof LinkTarget.External external) {
            return follow(path, external, left);
        }
        String kind = ((LinkTarget.Other) link).kind();
        throw group.file().unsupported(path, "a link of type " + kind, "a hard link, a soft link or an external one");
    }

    private Optional<StoredObject> follow(String path, LinkTarget.External link, AtomicInteger left)
            throws IOException {
        if (left.decrementAndGet() < 0) {
            return Optional.empty();
        }
        Optional<StoredFile> file = group.file().parts().linked(group.file(), path, link.file());
        Optional<StoredObject> object =
                file.isPresent() ? follow(StoredObject.root(file.get()), link.path(), left) : Optional.empty();
        if (object.isEmpty()) {
            throw group.file()
                    .corrupt(
                            path,
                            "a link to '" + link.file() + ":" + link.path() + "', which is not there",
                            "the file, with that object");
        }
        return object;
    }

    /** What a path from the root leads to; empty if that is nowhere. */
    static Optional<StoredObject> find(StoredFile file, String path) throws IOException {
        return follow(StoredObject.root(file), path, new AtomicInteger(MAX_FOLLOWED));
    }

    private Optional<StoredObject> follow(String target, AtomicInteger left) throws IOException {
        if (left.decrementAndGet() < 0) {
            return Optional.empty();
        }
        return follow(target.startsWith("/") ? StoredObject.root(group.file()) : group, target, left);
    }

    private static Optional<StoredObject> follow(StoredObject from, String target, AtomicInteger left)
            throws IOException {
        Optional<StoredObject> place = Optional.of(from);
        for (String step : target.split("/")) {
            if (place.isPresent() && !step.isEmpty() && !step.equals(".")) {
                place = place.get().isDataset()
                        ? Optional.empty()
                        : of(place.get()).get(step, left);
            }
        }
        return place;
    }
}
