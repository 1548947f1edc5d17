package io.vtkhdf.plan;

import io.vtkhdf.file.OutputFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The folder of one plan, and how far the plan is, which nothing but the files in it tell:
 *
 * <pre>
 * plan.vtkhdf  joined.txt
 * there        -            slabs may be written; no file of virtual arrays was ever made of them
 * there        there        a file of virtual arrays is being published, or was, by a run that was killed
 * -            there        it was published, whatever its name is by now
 * -            -            nobody needs the parts
 * </pre>
 *
 * <p>{@code joined.txt} has the names of the parts that such a file names, each on a line. They stay until the file
 * that names them is replaced under its name: it may have been given another one, and reads NaN without them.
 */
final class PlanFolder {

    /** The image without its arrays: geometry and field arrays. */
    static final String HEAD = "plan.vtkhdf";

    private static final String JOINED = "joined.txt";
    private static final String PART = ".part";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern SLAB = Pattern.compile("slab-[0-9]{5,10}-[0-9a-f]{8}\\.vtkhdf");
    private static final Pattern OTHERS = Pattern.compile("plan\\.vtkhdf(\\.part)?|joined\\.txt\\.part");

    private final Path folder;

    PlanFolder(Path folder) {
        this.folder = folder;
    }

    /** Whether an id may be the name of a folder. */
    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /** Whether slabs may be written. */
    boolean isUnderWay() {
        return Files.isRegularFile(folder.resolve(HEAD));
    }

    /** Whether a run that was killed while it planned has left it: there is nothing but what it had begun. */
    boolean isHalfMade() throws IOException {
        Path begun = folder.resolve(HEAD + PART);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (!file.equals(begun)) {
                    return false;
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return false;
        }
        return Files.isRegularFile(begun) && !OutputFile.isBeingWritten(begun);
    }

    /** The names of the parts that a file of virtual arrays may name. */
    Set<String> joined() throws IOException {
        try {
            return Files.readAllLines(folder.resolve(JOINED)).stream()
                    .filter(name -> SLAB.matcher(name).matches())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (NoSuchFileException e) {
            return Set.of();
        }
    }

    /** Notes, on the disk, what {@link #joined} is from now on. */
    void setJoined(Set<String> names) throws IOException {
        Path note = folder.resolve(JOINED);
        if (names.isEmpty()) {
            Files.deleteIfExists(note);
            return;
        }
        Path begun = folder.resolve(JOINED + PART);
        Files.write(begun, new TreeSet<>(names), StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(begun, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(begun, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        OutputFile.forceNames(folder);
    }

    /** The names of those files that lie in this folder, by their real paths. */
    Set<String> namesIn(Set<Path> files) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        Path real = folder.toRealPath();
        return files.stream()
                .filter(file -> real.equals(file.getParent()))
                .map(file -> file.getFileName().toString())
                .collect(Collectors.toSet());
    }

    /** Ends the plan: deletes all of it but parts that a file of virtual arrays may name. */
    void clean() throws IOException {
        Files.deleteIfExists(folder.resolve(HEAD)); // First, so that a plan that has lost a part is none.
        Set<String> joined = joined();
        boolean isNoted = Files.exists(folder.resolve(JOINED));
        delete(name -> OTHERS.matcher(name).matches()
                || isPart(name) && !joined.contains(name) && !(isNoted && joined.isEmpty()));
    }

    /** Deletes parts of which it is known that the file that named them is no more. */
    void drop(Set<String> names) throws IOException {
        delete(name -> isPart(name) && names.contains(name));
        Set<String> left = new TreeSet<>(joined());
        if (left.removeAll(names)) {
            setJoined(left);
        }
        deleteEmpty(folder);
    }

    private static boolean isPart(String name) {
        return SLAB.matcher(name.endsWith(PART) ? name.substring(0, name.length() - PART.length()) : name)
                .matches();
    }

    /** Deletes files, and the folder if it is empty then: what is not of a plan stays. */
    private void delete(Predicate<String> unwanted) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (unwanted.test(file.getFileName().toString())) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            return;
        }
        deleteEmpty(folder);
    }

    static void deleteEmpty(Path folder) throws IOException {
        try {
            Files.deleteIfExists(folder);
        } catch (DirectoryNotEmptyException e) {
            // Somebody needs it.
        }
    }
}
