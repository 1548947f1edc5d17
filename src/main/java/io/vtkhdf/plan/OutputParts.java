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
import java.nio.file.DirectoryNotEmptyException;
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
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * {@code OUTPUT.parts}: a folder for each plan whose slabs are files of their own, and perhaps what is somebody else's.
 *
 * <pre>
 * ID/plan.vtkhdf               the image without its arrays: geometry and field arrays; it is there as long as the
 *                              plan is under way
 * ID/copying.vtkhdf            empty; there as long as the parts are copied to one file, OUTPUT.part
 * ID/slab-00007-ATTEMPT.vtkhdf a slab as an image of its own; another one of each attempt, with .part behind the name
 *                              until it is complete
 * </pre>
 *
 * <p>Nothing but these is ever deleted, and none that OUTPUT names.
 */
final class OutputParts {

    static final String HEAD = "plan.vtkhdf";

    static final String COPYING = "copying.vtkhdf";

    private static final Pattern PLAN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern OURS =
            Pattern.compile("(plan|copying|slab-[0-9]{5,10}-[0-9a-f]{8})\\.vtkhdf(\\.part)?");

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

    /** Whether an id may be the name of a folder. */
    static boolean isPlan(String id) {
        return PLAN.matcher(id).matches();
    }

    Path folder() {
        return folder;
    }

    Path ofPlan(String id) {
        return folder.resolve(id);
    }

    /** @throws FileAlreadyExistsException if it cannot be a folder of OUTPUT's own */
    void requireUsable() throws FileAlreadyExistsException {
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

    /** The folders of plans that are under way. */
    private List<Path> planned() throws IOException {
        List<Path> planned = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path each : all) {
                if (isPlan(each.getFileName().toString()) && Files.isRegularFile(each.resolve(HEAD))) {
                    planned.add(each);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
        return planned;
    }

    /** @throws FileAlreadyExistsException if a plan is under way */
    void requireNonePlanned() throws IOException {
        for (Path other : planned()) {
            throw new FileAlreadyExistsException(
                    other.toString(),
                    null,
                    "has the parts of a plan, which may be under way: withOverwrite(true) replaces them");
        }
    }

    /** Gives up all plans but one, none of which is finished. */
    void replaceAllBut(String id) throws IOException {
        List<Path> others = new ArrayList<>(planned());
        others.remove(ofPlan(id));
        if (!others.isEmpty()) {
            Optional<Set<Path>> named = named();
            for (Path other : others) {
                clean(other, name -> named.isEmpty() || isIn(named.get(), other, name));
            }
        }
    }

    /**
     * The parts that OUTPUT names, by their real paths, of whatever plan. Empty if that cannot be told, as OUTPUT is
     * damaged; none if there is no OUTPUT, or one that is no HDF5 file.
     */
    Optional<Set<Path>> named() throws IOException {
        if (!Files.isRegularFile(output) || !Files.isDirectory(folder)) {
            return Optional.of(Set.of());
        }
        Path real = folder.toRealPath();
        Set<Path> parts = new HashSet<>();
        try (Hdf5Reader file = Hdf5Reader.open(output, InputReach.ANYWHERE)) {
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
            return isHdf5() ? Optional.empty() : Optional.of(Set.of());
        }
        return Optional.of(parts);
    }

    private boolean isHdf5() throws IOException {
        byte[] signature = Signature.bytes();
        try (InputStream file = Files.newInputStream(output)) {
            return Arrays.equals(signature, file.readNBytes(signature.length));
        }
    }

    /** Whether a plan's folder has a file of this name that is one of these. */
    static boolean isIn(Set<Path> files, Path planned, String name) {
        try {
            return files.contains(planned.toRealPath().resolve(name));
        } catch (IOException e) {
            return false; // There is no such folder.
        }
    }

    /** Deletes parts, which nobody names any more, and their folders where nothing else is left. */
    void drop(Set<Path> parts) throws IOException {
        Set<Path> plans = new HashSet<>();
        if (parts.isEmpty()) {
            return;
        }
        Path real = folder.toRealPath();
        for (Path part : parts) {
            Path planned = part.getParent();
            if (planned != null
                    && planned.getParent() != null
                    && planned.getParent().equals(real)
                    && isPlan(planned.getFileName().toString())
                    && OURS.matcher(part.getFileName().toString()).matches()) {
                Files.deleteIfExists(part);
                plans.add(planned);
            }
        }
        for (Path planned : plans) {
            deleteEmpty(planned);
        }
        deleteEmpty(folder);
    }

    /**
     * Deletes all files of a plan but some, and the folders if they are empty then: what is not of a plan stays.
     *
     * @param kept which names
     */
    void clean(Path planned, Predicate<String> kept) throws IOException {
        Files.deleteIfExists(planned.resolve(HEAD)); // First, so that a plan that has lost a part is none.
        try (DirectoryStream<Path> files = Files.newDirectoryStream(planned)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (OURS.matcher(name).matches() && !kept.test(name)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            // There is no folder.
        }
        deleteEmpty(planned);
        deleteEmpty(folder);
    }

    private static void deleteEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Somebody needs it.
        }
    }
}
