package io.vtkhdf.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Folders whose files, and those below, may be opened because a file names them. A name is followed as systems do it,
 * one folder after the other: {@code ..} is the parent of where a link has led to. Nothing is looked at that lies
 * elsewhere, not even whether it is there, other than the folders on the way. Immutable.
 */
public final class ReachableFolders {

    /** As systems have it. */
    private static final int MOST_LINKS = 40;

    private static final String PARENT = "..";

    /** A name leads elsewhere. */
    public static final class OutsideException extends Exception {
        private static final long serialVersionUID = 1L;

        private OutsideException(Path at) {
            super(at.toString());
        }
    }

    private final List<Path> folders;

    /** @param folders links are followed */
    public ReachableFolders(List<Path> folders) throws IOException {
        List<Path> real = new ArrayList<>();
        for (Path folder : folders) {
            real.add(folder.toRealPath());
        }
        this.folders = List.copyOf(real);
    }

    /** Whether a name cannot lead out of the folder that it counts from unless there are links in it. */
    public static boolean isBelow(Path name) {
        if (name.getRoot() != null) {
            return false;
        }
        for (Path step : name) {
            if (step.toString().equals(PARENT)) {
                return false;
            }
        }
        return true;
    }

    /**
     * What a name stands for, without links in it; empty if there is nothing.
     *
     * @param folder that a relative name counts from
     * @throws OutsideException if it leads elsewhere
     */
    public Optional<Path> find(Path folder, Path name) throws IOException, OutsideException {
        if (folder.getFileSystem() instanceof UnlinkedFileSystem) {
            return findByName(folder, name);
        }
        Deque<Path> rest = new ArrayDeque<>();
        Path at = name.getRoot() == null ? folder.toRealPath() : name.getRoot();
        int links = 0;
        push(name, rest);
        while (!rest.isEmpty()) {
            Path step = rest.pop();
            if (step.toString().equals(PARENT)) {
                at = at.getParent() == null ? at : at.getParent();
            } else if (!step.toString().isEmpty() && !step.toString().equals(".")) {
                Path next = at.resolve(step);
                Optional<BasicFileAttributes> found = look(next);
                if (found.isEmpty()) {
                    return Optional.empty();
                } else if (found.get().isSymbolicLink()) {
                    Path target = Files.readSymbolicLink(next);
                    at = target.getRoot() == null ? at : target.getRoot();
                    push(target, rest);
                    if (++links > MOST_LINKS) {
                        return Optional.empty();
                    }
                } else if (!rest.isEmpty() && !found.get().isDirectory()) {
                    return Optional.empty();
                } else {
                    at = next;
                }
            }
        }
        if (folders.stream().noneMatch(at::startsWith)) {
            throw new OutsideException(at);
        }
        return Optional.of(at);
    }

    /** Where nobody can tell whether a folder is there, nothing is that is reached through it and out of it again. */
    private Optional<Path> findByName(Path folder, Path name) throws IOException, OutsideException {
        if (parents(name.normalize()) != parents(name)) {
            return Optional.empty();
        }
        Path at = folder.resolve(name).normalize();
        if (folders.stream().noneMatch(at::startsWith)) {
            throw new OutsideException(at);
        }
        return look(at).map(there -> at);
    }

    private static int parents(Path name) {
        int count = 0;
        for (Path step : name) {
            count += step.toString().equals(PARENT) ? 1 : 0;
        }
        return count;
    }

    /** In front of what is there. */
    private static void push(Path name, Deque<Path> rest) {
        for (int i = name.getNameCount() - 1; i >= 0; i--) {
            rest.push(name.getName(i));
        }
    }

    private Optional<BasicFileAttributes> look(Path next) throws IOException, OutsideException {
        if (folders.stream().noneMatch(folder -> next.startsWith(folder) || folder.startsWith(next))) {
            throw new OutsideException(next);
        }
        try {
            return Optional.of(Files.readAttributes(next, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException | NotDirectoryException e) {
            return Optional.empty();
        }
    }
}
