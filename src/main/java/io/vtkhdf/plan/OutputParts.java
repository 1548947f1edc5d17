package io.vtkhdf.plan;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.copy.ReferredFiles;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.format.ImageArray;
import io.vtkhdf.format.ImageArrays;
import io.vtkhdf.format.ImageContents;
import io.vtkhdf.hdf5.Signature;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.image.Association;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code OUTPUT.parts}: a folder for each plan whose slabs are files of their own, and perhaps what is somebody else's.
 *
 * <pre>
 * ID/plan.vtkhdf               the image without its arrays: geometry and field arrays; it is there as long as the
 *                              plan is under way
 * ID/joined.txt                the names of the parts that a file of virtual arrays names; see {@link PlanFolder}
 * ID/slab-00007-ATTEMPT.vtkhdf a slab as an image of its own; another one of each attempt, with .part behind the name
 *                              until it is complete
 * </pre>
 *
 * <p>Nothing but these is ever deleted, and no part that a file of virtual arrays may name, unless that is OUTPUT, and
 * replaced.
 */
final class OutputParts {

    private static final int ATTEMPTS = 9;

    private final Path output;
    private final Path folder;

    private OutputParts(Path output, Path folder) {
        this.output = output;
        this.folder = folder;
    }

    static OutputParts of(Path output) {
        Path part = OutputFile.partOf(output);
        return new OutputParts(output, part.resolveSibling(part.getFileName() + "s"));
    }

    Path folder() {
        return folder;
    }

    Path ofPlan(String id) {
        return folder.resolve(id);
    }

    /**
     * Makes the folder of a plan, with all above it.
     *
     * @throws FileAlreadyExistsException if this cannot be a folder of OUTPUT's own
     */
    void create(Path planned) throws IOException {
        requireUsable();
        for (int left = ATTEMPTS; ; left--) {
            try {
                Files.createDirectories(planned);
                return;
            } catch (NoSuchFileException e) { // Another plan has ended, and deleted the empty folder of all.
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    private void requireUsable() throws FileAlreadyExistsException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(
                    folder.toString(), null, "is in the way: the parts are written to a folder of this name");
        }
    }

    /** @throws FileSystemException if one of the files that are read is one that a plan makes, replaces or deletes */
    void requireApart(Collection<Path> inputs) throws IOException {
        Set<Path> read = ReferredFiles.of(inputs);
        for (Path written : List.of(output, OutputFile.partOf(output))) {
            Optional<Path> same = ReferredFiles.find(read, written);
            if (same.isPresent()) {
                throw inUse(same.get(), "the same file as " + written);
            }
        }
        if (Files.isDirectory(folder)) {
            Path real = folder.toRealPath();
            for (Path file : read) {
                if (file.startsWith(real)) {
                    throw inUse(file, "in " + folder + ", whose files go when OUTPUT is replaced");
                }
            }
        }
    }

    private static FileSystemException inUse(Path file, String where) {
        return new FileSystemException(
                file.toString(),
                null,
                "is what the slabs are read from, and " + where + ", expected another OUTPUT or another INPUT");
    }

    private interface Kind {
        boolean test(PlanFolder folder) throws IOException;
    }

    /** The folders of plans that are of some kind. */
    private List<Path> plans(Kind kind) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path each : all) {
                if (PlanFolder.isId(each.getFileName().toString()) && kind.test(new PlanFolder(each))) {
                    found.add(each);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        return found;
    }

    /** @throws FileAlreadyExistsException if a plan is under way, other than that of an id */
    void requireNoneBut(String id) throws IOException {
        for (Path other : plans(PlanFolder::isUnderWay)) {
            if (!other.equals(ofPlan(id))) {
                throw new FileAlreadyExistsException(
                        other.toString(),
                        null,
                        "has the parts of a plan, which may be under way: withOverwrite(true) replaces them");
            }
        }
    }

    /** Gives up all plans but one, none of which is finished, and clears what was left of planning. */
    void replaceAllBut(String id) throws IOException {
        for (Path other : plans(folder -> folder.isUnderWay() || folder.isHalfMade())) {
            if (!other.equals(ofPlan(id))) {
                new PlanFolder(other).clean();
            }
        }
        deleteIfEmpty();
    }

    /**
     * The parts that OUTPUT names, by their real paths, of whatever plan. Empty if that cannot be told, as OUTPUT is
     * damaged; none if there is no OUTPUT, or one that is no HDF5 file.
     */
    Optional<Set<Path>> named() throws IOException {
        return namedBy(output);
    }

    /** As {@link #named}, of another file, such as {@code OUTPUT.part}. */
    Optional<Set<Path>> namedBy(Path master) throws IOException {
        if (!Files.isRegularFile(master) || !Files.isDirectory(folder)) {
            return Optional.of(Set.of());
        }
        Path real = folder.toRealPath();
        Set<Path> parts = new HashSet<>();
        try (Hdf5Reader file = Hdf5Reader.open(master, InputReach.ANYWHERE)) {
            ImageArrays arrays = ImageContents.of(file).arrays();
            if (arrays.unreadable().stream().anyMatch(array -> array.association() != Association.FIELD)) {
                return Optional.empty();
            }
            for (ImageArray array : arrays.arrays()) {
                for (Path other : array.blocks().otherFiles()) {
                    if (other.startsWith(real)) {
                        parts.add(other);
                    }
                }
            }
        } catch (FileContentException e) {
            return isHdf5(master) ? Optional.empty() : Optional.of(Set.of());
        } finally {
            OutputFile.channelClosed(master);
        }
        return Optional.of(parts);
    }

    private static boolean isHdf5(Path master) throws IOException {
        byte[] signature = Signature.bytes();
        try (InputStream file = Files.newInputStream(master)) {
            return Arrays.equals(signature, file.readNBytes(signature.length));
        }
    }

    /** Deletes parts, which nobody names any more, and their folders where nothing else is left. */
    void drop(Set<Path> parts) throws IOException {
        if (parts.isEmpty()) {
            return;
        }
        for (Path each : plans(folder -> true)) {
            PlanFolder planned = new PlanFolder(each);
            Set<String> names = planned.namesIn(parts);
            if (!names.isEmpty()) {
                planned.drop(names);
            }
        }
        deleteIfEmpty();
    }

    void deleteIfEmpty() throws IOException {
        PlanFolder.deleteEmpty(folder);
    }
}
