package io.vtkhdf.hdf5.virtual;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * What has been found out about the virtual datasets that were looked at last, {@value #MOST} at most, as long as there
 * is memory: one may be a part of many others, and then be opened again and again. Thread-safe.
 */
public final class KnownDatasets {

    private static final int MOST = 1 << 14;

    /** Finds something out about a dataset. */
    @FunctionalInterface
    public interface Look<T> {
        T look() throws IOException;
    }

    /** Throws if something is not as it should be. */
    @FunctionalInterface
    public interface Check {
        void check() throws IOException;
    }

    /**
     * A dataset, whatever the paths that lead to it.
     *
     * @param file the name of its file
     * @param heap where the list of its parts is: the address of a global heap
     * @param index the object in there
     * @param shape of the dataset, as its file has it
     */
    public record Key(String file, long heap, int index, List<Long> shape) {
        public Key(String file, long heap, int index, long... shape) {
            this(file, heap, index, LongStream.of(shape).boxed().toList());
        }
    }

    private final Map<Key, SoftReference<Mappings>> mappings = latest();
    private final Map<Key, SoftReference<VirtualExtent>> extents = latest();
    private final Map<Key, Boolean> within = latest();

    /** Checks where the parts of a dataset are, unless that has been done and found to be right. */
    public void requireReach(Key key, Check check) throws IOException {
        if (!within.containsKey(key)) {
            check.check();
            within.put(key, true);
        }
    }

    public Mappings mappings(Key key, Look<Mappings> look) throws IOException {
        return known(mappings, key, look);
    }

    public VirtualExtent extent(Key key, Look<VirtualExtent> look) throws IOException {
        return known(extents, key, look);
    }

    private static <T> T known(Map<Key, SoftReference<T>> all, Key key, Look<T> look) throws IOException {
        SoftReference<T> kept = all.get(key);
        T known = kept == null ? null : kept.get();
        if (known == null) {
            known = look.look();
            all.put(key, new SoftReference<>(known));
        }
        return known;
    }

    private static <T> Map<Key, T> latest() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, T> eldest) {
                return size() > MOST;
            }
        });
    }
}
