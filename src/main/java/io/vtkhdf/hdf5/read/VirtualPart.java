package io.vtkhdf.hdf5.read;

import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.ByteReader;
import io.vtkhdf.hdf5.Malformed;
import io.vtkhdf.hdf5.NotSupported;
import io.vtkhdf.hdf5.jhdf.JhdfGlobalHeap;
import io.vtkhdf.hdf5.read.LayoutMessage.Virtual;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A dataset that a virtual dataset is made of.
 *
 * <pre>
 * list:        version (1) 0, number of entries (8), entries, checksum (4)
 * entry:       file, 0, dataset, 0, selection there, selection here
 * selection:   type (4) 0 none, 3 all, version (4), 8 bytes
 *              type (4) 2 hyperslab, version (4) 1, 4 bytes, length (4), so many bytes
 *              type (4) 2 hyperslab, version (4) 2, flags (1), length (4), so many bytes
 *              type (4) 2 hyperslab, version (4) 3, flags (1), width (1), rank (4), rank times 4 numbers if regular
 *              or else number of blocks, so many times rank times 2 numbers
 * </pre>
 *
 * @param file its name; {@code .} for the file that the virtual dataset is in
 */
public record VirtualPart(String file, String dataset) {

    private static final int NONE = 0;
    private static final int HYPERSLAB = 2;
    private static final int ALL = 3;
    private static final int REGULAR = 1;

    /** Whether the list is of a version that came with HDF5 2.0. */
    static boolean isOfHdf5Two(BoundedBytes storage, Virtual layout) {
        return list(storage, layout).get() > 0;
    }

    private static ByteBuffer list(BoundedBytes storage, Virtual layout) {
        return new JhdfGlobalHeap(storage, layout.heap()).object(layout.index());
    }

    static List<VirtualPart> read(BoundedBytes storage, Virtual layout) {
        ByteBuffer list = list(storage, layout);
        int version = list.get();
        if (version != 0) {
            throw new NotSupported("a virtual dataset's list of version " + version, "0");
        }
        long count = list.getLong();
        List<VirtualPart> parts = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            parts.add(new VirtualPart(text(list), text(list)));
            skipSelection(list);
            skipSelection(list);
        }
        return parts;
    }

    private static String text(ByteBuffer list) {
        int end = list.position();
        while (list.get(end) != 0) {
            end++;
        }
        byte[] bytes = new byte[end - list.position()];
        list.get(bytes).get();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void skipSelection(ByteBuffer list) {
        int type = list.getInt();
        int version = list.getInt();
        if (type == NONE || type == ALL) {
            skip(list, 8);
        } else if (type == HYPERSLAB && version == 1) {
            skip(list, 4);
            skip(list, list.getInt());
        } else if (type == HYPERSLAB && version == 2) {
            skip(list, 1);
            skip(list, list.getInt());
        } else if (type == HYPERSLAB && version == 3) {
            skipHyperslab(list);
        } else {
            throw new NotSupported("a selection of type " + type + ", version " + version, "a hyperslab");
        }
    }

    private static void skipHyperslab(ByteBuffer list) {
        boolean regular = (list.get() & REGULAR) != 0;
        int width = list.get();
        int rank = list.getInt();
        long blocks = regular ? 2 : ByteReader.unsigned(list, width);
        skip(list, Math.multiplyExact(Math.multiplyExact(2L * rank, blocks), width));
    }

    private static void skip(ByteBuffer list, long bytes) {
        if (bytes < 0 || bytes > list.remaining()) {
            throw new Malformed("a selection of " + bytes + " bytes", "at most " + list.remaining());
        }
        list.position(list.position() + (int) bytes);
    }
}
