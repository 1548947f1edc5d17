package io.vtkhdf.cli;

import io.vtkhdf.copy.SlabLoop;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.NamedTime;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.source.ImageSource;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** What must be true of an input before it is converted, or for its output to be up to date. */
final class InputChecks {

    private InputChecks() {}

    /** @throws UnsupportedFileException with a slice of 2^31 bytes or more */
    static void requireSlices(String name, ImageSource image) throws UnsupportedFileException {
        for (ArraySpec array : image.arrays()) {
            long bytes = SlabLoop.bytes(image, array)
                    / image.geometry().dimensions(array.association()).z();
            if (bytes > Integer.MAX_VALUE) {
                throw new UnsupportedFileException(
                        name,
                        array.association().groupName() + " " + ShownText.quoted(array.name()),
                        "a slice of " + bytes + " bytes",
                        "fewer than 2^31, as slices are read whole");
            }
        }
    }

    /**
     * For an input that is replaced: what cannot be read of it, now or here, would be lost.
     *
     * @param source of which all was looked at
     */
    static void requireWhole(Path input, OpenedInput source) throws FileSystemException {
        Optional<String> lack = source.lack();
        if (lack.isPresent()) {
            throw new FileSystemException(
                    input.toString(),
                    null,
                    "found " + lack.get() + ", expected an image that is read whole, as --replace leaves nothing else"
                            + " of it; --output-dir keeps both");
        }
    }

    /** What has been converted already is of no use if a file of the input was changed since. */
    static void requireOlder(Path input, OpenedInput source, Path earlier, String advice) throws IOException {
        requireOlder(input, earlier, advice);
        for (Path other : source.otherFiles()) {
            requireOlder(other, earlier, advice);
        }
    }

    private static void requireOlder(Path source, Path earlier, String advice) throws IOException {
        if (Files.exists(earlier)
                && Files.getLastModifiedTime(source).compareTo(Files.getLastModifiedTime(earlier)) > 0) {
            throw new FileSystemException(
                    source.toString(), null, "was changed after " + earlier + " was written; " + advice);
        }
    }

    /** Whether a file of the input came to its place after the output was written, such as an older one of its name. */
    static boolean isNamedAfter(Path input, OpenedInput source, Path output) throws IOException {
        FileTime written = Files.getLastModifiedTime(output);
        if (NamedTime.isAfter(input, written)) {
            return true;
        }
        for (Path other : source.otherFiles()) {
            if (NamedTime.isAfter(other, written)) {
                return true;
            }
        }
        return false;
    }
}
