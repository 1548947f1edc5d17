package io.vtkhdf.hdf5.read;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.chunk.ElementForm;
import io.vtkhdf.chunk.ReadBuffers;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.hdf5.number.StoredNumbers;
import io.vtkhdf.hdf5.virtual.KnownDatasets;
import io.vtkhdf.hdf5.virtual.Mapping;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of the virtual datasets of an open file, of which those used last are kept open: {@value #MOST_OPEN} beside
 * those that somebody reads; and the files that its external links name, which stay open, {@value #MOST_LINKED} at
 * most. Thread-safe.
 */
final class PartFiles implements Parts {

    static final int MOST_OPEN = 16;
    static final int MOST_LINKED = 64;

    /** @param file the real path, or the file that was opened first */
    private record Key(Object file, String dataset) {}

    /** A file that is open because of some parts, or of links. */
    private static final class OpenFile {
        private final Hdf5Reader reader;
        private int parts;

        OpenFile(Hdf5Reader reader) {
            this.reader = reader;
        }
    }

    private final NamedFiles names;
    private final ReadBuffers buffers;
    private final Map<Path, OpenFile> files = new HashMap<>();
    /** From the one that was used first. */
    private final Map<Key, OpenPart> parts = new LinkedHashMap<>(2 * MOST_OPEN, 0.75f, true);
    /** Of external links. */
    private final Set<Path> linked = new LinkedHashSet<>();

    private final KnownDatasets known = new KnownDatasets();

    /** How many datasets are being opened, each because of the one before: their shape may depend on their parts'. */
    private int opening;

    private boolean closed;

    /** @param first the file that was opened first; empty if its bytes are not those of a local file */
    PartFiles(Optional<Path> first, InputReach reach, ReadBuffers buffers) {
        this.names = new NamedFiles(first, reach);
        this.buffers = buffers;
    }

    private final class OpenPart implements Part {
        private final Key key;
        private final StoredDataset dataset;
        private Blocks blocks;
        private int users;
        private boolean dropped;

        OpenPart(Key key, StoredDataset dataset) {
            this.key = key;
            this.dataset = dataset;
        }

        @Override
        public long[] shape() {
            return dataset.shape();
        }

        @Override
        public StoredNumbers numbers() throws IOException {
            return dataset.numbers();
        }

        @Override
        public ElementForm form() throws IOException {
            return dataset.form();
        }

        @Override
        public synchronized Blocks blocks() throws IOException {
            if (blocks == null) {
                blocks = dataset.blocks();
            }
            return blocks;
        }

        @Override
        public StoredFile file() {
            return dataset.file();
        }

        @Override
        public String path() {
            return dataset.path();
        }

        @Override
        public void close() throws IOException {
            giveBack(this);
        }
    }

    @Override
    public synchronized Optional<Path> locate(StoredFile from, String place, String file) throws IOException {
        return file.equals(Mapping.SAME_FILE) ? Optional.empty() : names.find(from, place, file);
    }

    @Override
    public void requireReach(StoredFile from, String place, String file) throws IOException {
        if (!file.equals(Mapping.SAME_FILE)) {
            names.requireReach(from, place, file);
        }
    }

    @Override
    public synchronized Optional<StoredFile> linked(StoredFile from, String place, String file) throws IOException {
        requireOpen(from);
        Optional<Path> path = names.find(from, place, file);
        if (path.isEmpty()) {
            return Optional.empty();
        } else if (!linked.contains(path.get()) && linked.size() == MOST_LINKED) {
            throw from.unsupported(
                    place, "links to more than " + MOST_LINKED + " other files", "links to at most so many");
        }
        Optional<OpenFile> open = openFile(path.get());
        if (open.isPresent() && linked.add(path.get())) {
            open.get().parts++;
        }
        return open.map(opened -> opened.reader.file());
    }

    private void requireOpen(StoredFile from) {
        if (closed) {
            throw new IllegalStateException(ShownText.of(from.name()) + ": the reader is closed");
        }
    }

    /** The files that external links have led to. */
    synchronized Set<Path> linked() {
        return Set.copyOf(linked);
    }

    /** Where files were looked for that are not there. */
    synchronized Set<Path> missing() throws IOException {
        return names.missing();
    }

    @Override
    public KnownDatasets known() {
        return known;
    }

    @Override
    public synchronized Optional<Part> open(StoredFile from, String place, String file, String dataset)
            throws IOException {
        requireOpen(from);
        boolean same = file.equals(Mapping.SAME_FILE);
        Optional<Path> path = same ? from.location().filter(files::containsKey) : names.find(from, place, file);
        if (!same && path.isEmpty()) {
            return Optional.empty();
        }
        Key key = new Key(path.isPresent() ? path.get() : from, dataset);
        OpenPart part = parts.get(key);
        if (part == null) {
            Optional<StoredDataset> found = path.isPresent() ? find(path.get(), dataset) : find(from, dataset);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            part = new OpenPart(key, found.get());
            parts.put(key, part);
        }
        part.users++;
        dropEldest();
        return Optional.of(part);
    }

    private Optional<StoredDataset> find(StoredFile file, String dataset) throws IOException {
        Optional<StoredObject> object = StoredLinks.find(file, dataset);
        if (object.isEmpty()) {
            return Optional.empty();
        } else if (!object.get().isDataset()) {
            throw file.corrupt(object.get().path(), "a group", "a dataset, as a virtual one is made of it");
        } else if (opening >= MOST_NESTED) {
            throw Parts.nestedTooDeep(file, object.get().path());
        }
        opening++;
        try {
            return Optional.of(StoredDataset.of(object.get()));
        } finally {
            opening--;
        }
    }

    /** Counts what it finds as a part of the file. */
    private Optional<StoredDataset> find(Path path, String dataset) throws IOException {
        Optional<OpenFile> file = openFile(path);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        file.get().parts++;
        Optional<StoredDataset> there = Optional.empty();
        try {
            there = find(file.get().reader.file(), dataset);
        } finally {
            if (there.isEmpty()) {
                letGo(path);
            }
        }
        return there;
    }

    /** Empty if it has vanished this moment, before it was ever opened. */
    private Optional<OpenFile> openFile(Path path) throws IOException {
        OpenFile file = files.get(path);
        if (file == null) {
            try {
                names.requireSameFile(path);
                file = new OpenFile(Hdf5Reader.openPart(path, this, buffers));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
            files.put(path, file);
        }
        return Optional.of(file);
    }

    private void dropEldest() throws IOException {
        if (parts.size() > MOST_OPEN) {
            OpenPart eldest = parts.values().iterator().next();
            parts.remove(eldest.key);
            eldest.dropped = true;
            letGo(eldest);
        }
    }

    private synchronized void giveBack(OpenPart part) throws IOException {
        part.users--;
        letGo(part);
    }

    /** Closes the file of a part if nobody needs it any more. */
    private void letGo(OpenPart part) throws IOException {
        if (part.dropped && part.users == 0 && part.key.file() instanceof Path path) {
            letGo(path);
        }
    }

    private void letGo(Path path) throws IOException {
        OpenFile file = files.get(path);
        if (file != null && --file.parts == 0) {
            files.remove(path).reader.close();
        }
    }

    /** @throws io.vtkhdf.error.ChangedFileException if one of the files is not as it was, or is there and was not */
    synchronized void requireUnchanged() throws IOException {
        names.requireUnchanged();
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        List<OpenFile> open = new ArrayList<>(files.values());
        files.clear();
        parts.clear();
        IOException failure = null;
        for (OpenFile file : open) {
            try {
                file.reader.close();
            } catch (IOException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
