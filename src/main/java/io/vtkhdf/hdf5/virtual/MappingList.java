package io.vtkhdf.hdf5.virtual;

import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.Lookup3;
import io.vtkhdf.hdf5.Malformed;
import io.vtkhdf.hdf5.NotSupported;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a virtual dataset is made of: an object of a global heap (specification III.F).
 *
 * <pre>
 * list:        version (1), number of entries (8), entries, checksum (4)
 * entry of 0:  file, 0, dataset, 0, selection there, selection here
 * entry of 1:  flags (1), file, dataset, selection there, selection here
 *              flags 1: the file is that of another entry, whose number (8) stands here; 2: the dataset likewise;
 *              4: the file is this one, and nothing stands for it
 * </pre>
 *
 * Version 1 came with HDF5 2.0.
 */
public final class MappingList {

    private static final int SHARED_FILE = 1;
    private static final int SHARED_DATASET = 2;
    private static final int SAME_FILE = 4;

    /** The memory that a mapping takes without its names and selections. */
    private static final int MAPPING_SIZE = 128 + BoxIndex.BYTES;

    private static final int LARGEST_NAME = 4096;

    private final ByteBuffer list;
    private final BoundedBytes storage;
    private final long[] shape;
    private final SelectionReader selections;
    /** So that a name which many entries have is held once. */
    private final Map<String, String> names = new HashMap<>();

    private final List<Mapping> mappings = new ArrayList<>();
    /** The names of all entries, also of those that take nothing. */
    private final List<String> files = new ArrayList<>();

    private final List<String> datasets = new ArrayList<>();

    private MappingList(ByteBuffer list, BoundedBytes storage, long... shape) {
        this.list = list;
        this.storage = storage;
        this.shape = shape;
        this.selections = new SelectionReader(list, storage);
    }

    /** Whether a list is of a version that came with HDF5 2.0. */
    public static boolean isOfHdf5Two(ByteBuffer list) {
        return list.get(list.position()) > 0;
    }

    /**
     * Reads a list, and verifies its checksum; without entries that take nothing.
     *
     * @param storage counts the memory that it takes
     * @param shape of the virtual dataset
     */
    public static Mappings read(ByteBuffer list, BoundedBytes storage, long... shape) {
        return new Mappings(new MappingList(list, storage, shape).read());
    }

    private List<Mapping> read() {
        int start = list.position();
        int version = list.get();
        if (version < 0 || version > 1) {
            throw new NotSupported("a virtual dataset's list of version " + version, "0 or 1");
        }
        long count = list.getLong();
        if (count < 0 || count > list.remaining() / 2) {
            throw new Malformed("a virtual dataset's list of " + count + " entries in " + list.remaining() + " bytes");
        }
        for (long i = 0; i < count; i++) {
            add(version == 0 ? 0 : list.get());
        }
        byte[] bytes = new byte[list.position() - start];
        list.get(start, bytes);
        Lookup3.verify(list.getInt(), Lookup3.of(bytes, 0, bytes.length));
        return mappings;
    }

    private void add(int flags) {
        String file = (flags & SAME_FILE) != 0 ? Mapping.SAME_FILE : name(flags & SHARED_FILE, files);
        String dataset = name(flags & SHARED_DATASET, datasets);
        files.add(file);
        datasets.add(dataset);
        Selection source = selections.read();
        Selection target = selections.read();
        storage.takeMemory(MAPPING_SIZE);
        if (source != null && target != null) {
            Selection here = target == SelectionReader.WHOLE ? Selection.all(shape) : target;
            mappings.add(checked(new Mapping(
                    file, dataset, source == SelectionReader.WHOLE ? Optional.empty() : Optional.of(source), here)));
        }
    }

    private Mapping checked(Mapping mapping) {
        boolean endless = mapping.target().unlimitedAxis() >= 0;
        if (mapping.target().rank() != shape.length) {
            throw new Malformed("a mapping to " + mapping.target().rank() + " axes", Integer.toString(shape.length));
        } else if (!endless && mapping.sourceAxis() >= 0) {
            throw new Malformed("a mapping of a source without an end to "
                    + mapping.target().count() + " elements");
        } else if (mapping.isNumbered()) {
            requireNumbered(mapping);
        } else if (!endless) {
            mapping.source()
                    .ifPresent(source ->
                            requireSame(source.count(), mapping.target().count()));
        }
        return mapping.isNumbered() ? mapping : mapping.plain();
    }

    private static void requireNumbered(Mapping mapping) {
        Mapping one = mapping.numbered(0);
        if (!mapping.hasPlaceOfNumber()) {
            throw new Malformed(
                    "a mapping without an end of '" + mapping.file() + "', '" + mapping.dataset() + "'",
                    "names with %b, for the number of the block");
        }
        mapping.source()
                .ifPresent(source -> requireSame(source.count(), one.target().count()));
    }

    private static void requireSame(long source, long target) {
        if (source != target) {
            throw new Malformed("a mapping of " + source + " elements to " + target, "as many");
        }
    }

    /** A name that ends with 0, or that of the entry whose number stands there. */
    private String name(int shared, List<String> earlier) {
        if (shared != 0) {
            long entry = list.getLong();
            if (entry < 0 || entry >= earlier.size()) {
                throw new Malformed("a name that is that of entry " + entry, "an entry before");
            }
            return earlier.get((int) entry);
        }
        int length = 0;
        while (list.get(list.position() + length) != 0) {
            if (++length > LARGEST_NAME) {
                throw new NotSupported(
                        "a mapping with a name of more than " + LARGEST_NAME + " bytes", "a shorter one");
            }
        }
        byte[] bytes = new byte[length];
        list.get(bytes).get();
        String name = new String(bytes, StandardCharsets.UTF_8);
        if (!names.containsKey(name)) {
            storage.takeMemory(2L * length);
            names.put(name, name);
        }
        return names.get(name);
    }
}
