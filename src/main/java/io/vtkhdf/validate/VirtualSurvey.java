package io.vtkhdf.validate;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.compat.rules.StoredParts;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.NotYetReadableException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.read.StoredFile;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.hdf5.read.VirtualPart;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for the parts of virtual datasets. Their names come from the file: what is not in its folder or below is not
 * opened.
 */
final class VirtualSurvey {

    private enum Found {
        THERE,
        MISSING,
        BROKEN,
        UNKNOWN
    }

    private static final String SAME_FILE = ".";

    private final List<Finding> findings;
    private final Map<VirtualPart, Found> known = new HashMap<>();

    /** @param findings to be added to */
    VirtualSurvey(List<Finding> findings) {
        this.findings = findings;
    }

    StoredParts survey(StoredDataset dataset) throws IOException {
        List<String> missing = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (VirtualPart part : dataset.virtualParts()) {
            Found found = known.get(part);
            if (found == null) {
                found = look(dataset.file(), part);
                known.put(part, found);
            }
            switch (found) {
                case MISSING -> missing.add(part.file() + ":" + part.dataset());
                case BROKEN -> broken.add(part.file() + ":" + part.dataset());
                case UNKNOWN -> unknown.add(part.file() + ":" + part.dataset());
                default -> {
                    // As it should be.
                }
            }
        }
        note(dataset, missing, "that is not there", "the file, with that dataset, beside this one");
        note(dataset, broken, "that is no HDF5 file", "the file, with that dataset, beside this one");
        if (!unknown.isEmpty()) {
            findings.add(Finding.warning(
                    dataset.path(), of(unknown) + " that was not looked for", "parts in the file's folder or below"));
        }
        return new StoredParts(missing, broken);
    }

    private void note(StoredDataset dataset, List<String> parts, String found, String expected) {
        if (!parts.isEmpty()) {
            findings.add(Finding.error(dataset.path(), of(parts) + " " + found, expected));
        }
    }

    private static String of(List<String> parts) {
        return "the virtual dataset's part " + parts.get(0)
                + (parts.size() > 1 ? ", and " + (parts.size() - 1) + " more," : "");
    }

    private static Found look(StoredFile file, VirtualPart part) throws IOException {
        if (part.file().contains("%b") || part.dataset().contains("%b")) {
            return Found.THERE; // A block's number: there are as many blocks as there are.
        } else if (part.file().equals(SAME_FILE)) {
            return holds(StoredObject.root(file), part) ? Found.THERE : Found.MISSING;
        }
        Optional<Path> path = inFolder(Path.of(file.name()), part.file().replace("%%", "%"));
        if (path.isEmpty()) {
            return Found.UNKNOWN;
        } else if (!Files.isRegularFile(path.get())) {
            return Found.MISSING;
        }
        try (Hdf5Reader other = Hdf5Reader.open(ByteSource.of(path.get()))) {
            return holds(other.root(), part) ? Found.THERE : Found.MISSING;
        } catch (CorruptFileException e) {
            return Found.BROKEN;
        } catch (UnsupportedFileException | NotYetReadableException | FileSystemException e) {
            return Found.UNKNOWN;
        }
    }

    /** Empty if it is elsewhere. */
    private static Optional<Path> inFolder(Path file, String name) throws IOException {
        Path folder = file.toAbsolutePath().getParent().toRealPath();
        try {
            Path path = folder.resolve(name).normalize();
            boolean inside = path.startsWith(folder)
                    && (!Files.exists(path) || path.toRealPath().startsWith(folder));
            return inside ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static boolean holds(StoredObject root, VirtualPart part) throws IOException {
        Optional<StoredObject> place = Optional.of(root);
        for (String step : part.dataset().replace("%%", "%").split("/")) {
            if (place.isPresent() && !step.isEmpty()) {
                place = place.get().isDataset()
                        ? Optional.empty()
                        : StoredLinks.of(place.get()).get(step);
            }
        }
        return place.filter(StoredObject::isDataset).isPresent();
    }
}
