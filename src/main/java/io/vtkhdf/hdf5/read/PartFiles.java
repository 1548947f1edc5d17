package io.vtkhdf.hdf5.read;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.chunk.ElementForm;
import io.vtkhdf.chunk.ReadBuffers;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.file.FileState;
import io.vtkhdf.hdf5.virtual.Mapping;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of the virtual datasets of an open file, of which those used last are kept open: {@value #MOST_OPEN} beside
 * those that somebody reads. Thread-safe.
 */
final class PartFiles implements Parts {

    static final int MOST_OPEN = 16;

    /** @param file the real path, or the file that was opened first */
    private record Key(Object file, String dataset) {}

    /** A file that is open because of some parts. */
    private static final class OpenFile {
        private final Hdf5Reader reader;
        private int parts;

        OpenFile(Hdf5Reader reader) {
            this.reader = reader;
        }
    }

    private final PartLocator locator;
    private final ReadBuffers buffers;
    private final Map<Path, OpenFile> files = new HashMap<>();
    /** From the one that was used first. */
    private final Map<Key, OpenPart> parts = new LinkedHashMap<>(2 * MOST_OPEN, 0.75f, true);
    /** Of all files, as they were when they were first opened. */
    private final Map<Path, FileState> states = new HashMap<>();

    /** How many datasets are being opened, each because of the one before: their shape may depend on their parts'. */
    private int opening;

    private boolean closed;

    PartFiles(InputReach reach, ReadBuffers buffers) {
        this.locator = new PartLocator(reach);
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
            ByteOrder order = numbers().order();
            return dataset.form(order);
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
    public Optional<Path> locate(StoredFile from, String place, String file) throws IOException {
        return file.equals(Mapping.SAME_FILE) ? Optional.empty() : locator.find(from, place, file);
    }

    @Override
    public void requireReach(StoredFile from, String place, String file) throws IOException {
        if (!file.equals(Mapping.SAME_FILE)) {
            locator.named(from, place, file);
        }
    }

    @Override
    public synchronized Optional<Part> open(StoredFile from, String place, String file, String dataset)
            throws IOException {
        if (closed) {
            throw new IllegalStateException(ShownText.of(from.name()) + ": the reader is closed");
        }
        boolean same = file.equals(Mapping.SAME_FILE);
        Optional<Path> path = same ? from.location().filter(files::containsKey) : locator.find(from, place, file);
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
        OpenFile file = files.get(path);
        if (file == null) {
            FileState state = states.get(path);
            if (state == null) {
                states.put(path, FileState.of(path));
            } else {
                state.requireSameFile();
            }
            try {
                file = new OpenFile(Hdf5Reader.openPart(path, this, buffers));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
            files.put(path, file);
        }
        file.parts++;
        Optional<StoredDataset> found = Optional.empty();
        try {
            found = find(file.reader.file(), dataset);
        } finally {
            if (found.isEmpty()) {
                letGo(path);
            }
        }
        return found;
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

    /** @throws io.vtkhdf.error.ChangedFileException if a file is not as it was when it was first opened */
    synchronized void requireUnchanged() throws IOException {
        for (FileState state : states.values()) {
            state.requireUnchanged();
        }
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
