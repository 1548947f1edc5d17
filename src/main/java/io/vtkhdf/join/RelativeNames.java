package io.vtkhdf.join;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.error.UnsupportedFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * How a file names others: from its own folder on, with {@code /} between folders on every system, since that is where
 * readers look for them, wherever they are started.
 */
final class RelativeNames {

    /** What stands for bytes of a name that are no text in the encoding of this process. */
    private static final char NO_TEXT = '\ufffd';

    private final Path folder;
    private final InputReach reach;
    /** Most parts lie in a few folders; to follow all links to each of them takes as many calls as it is deep. */
    private final Map<Path, Path> realFolders = new HashMap<>();

    /** @param file that is to name others, be it that it does not exist yet; links have been followed */
    RelativeNames(Path file, InputReach reach) throws IOException {
        this.folder = file.toAbsolutePath().getParent().toRealPath();
        this.reach = reach;
    }

    /**
     * @throws UnsupportedFileException if the other is out of reach, or has a name that is no text
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    String of(Path other) throws IOException {
        Path absolute = other.toAbsolutePath();
        Path named = real(absolute.getParent()).resolve(absolute.getFileName());
        if (reach == InputReach.FOLDER && !isBelow(named)) {
            throw new UnsupportedFileException(
                    other.toString(),
                    "file",
                    "a part outside of " + folder,
                    "one in that folder or below, since readers may refuse to look elsewhere; --allow-outside names it"
                            + " all the same");
        }
        String name = slashed(isSameRoot(named) ? folder.relativize(named) : named);
        if (name.indexOf(NO_TEXT) >= 0) {
            throw new UnsupportedFileException(
                    other.toString(),
                    "file name",
                    "bytes that are no text here",
                    "a name in the encoding of the system; a UTF-8 locale, such as LC_ALL=C.UTF-8, may help");
        }
        return name;
    }

    private Path real(Path parent) throws IOException {
        Path known = realFolders.get(parent);
        if (known == null) {
            known = parent.toRealPath();
            realFolders.put(parent, known);
        }
        return known;
    }

    /** Also where a link leads that has this name. */
    private boolean isBelow(Path named) throws IOException {
        return named.startsWith(folder) && (!isLink(named) || named.toRealPath().startsWith(folder));
    }

    private static boolean isLink(Path named) throws IOException {
        return Files.readAttributes(named, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isSymbolicLink();
    }

    private boolean isSameRoot(Path named) {
        return named.getRoot() == null || named.getRoot().equals(folder.getRoot());
    }

    private static String slashed(Path path) {
        StringJoiner name = new StringJoiner("/", path.getRoot() == null ? "" : root(path), "");
        path.forEach(part -> name.add(part.toString()));
        return name.toString();
    }

    private static String root(Path path) {
        String root = path.getRoot().toString();
        return path.getFileSystem().getSeparator().equals("/") ? root : root.replace('\\', '/');
    }
}
