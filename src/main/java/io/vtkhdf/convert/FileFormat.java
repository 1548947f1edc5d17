package io.vtkhdf.convert;

import io.vtkhdf.UnsupportedFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats of image files. */
public enum FileFormat {
    VTKHDF(List.of(".vtkhdf", ".hdf")),
    VTI(List.of(".vti"));

    private static final byte[] HDF5_SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    /** A superblock lies at 0 or, behind a user block, at 512 or a doubling of it. */
    private static final int SMALLEST_USER_BLOCK = 512;

    private static final int XML_HEAD = 1024;

    private final List<String> extensions;

    FileFormat(List<String> extensions) {
        this.extensions = extensions;
    }

    /**
     * The format of an existing file, by its first bytes or else by its name.
     *
     * @throws UnsupportedFileException if neither tells
     */
    public static FileFormat of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UnsupportedFileException(file, "file", "a directory", "an image file");
        }
        try (FileChannel channel = FileChannel.open(file)) {
            if (hasHdf5Signature(channel)) {
                return VTKHDF;
            } else if (new String(head(channel, 0, XML_HEAD), StandardCharsets.ISO_8859_1).contains("<VTKFile")) {
                return VTI;
            }
        }
        for (FileFormat format : values()) {
            if (format.isNameOf(file)) {
                return format;
            }
        }
        throw new UnsupportedFileException(
                file,
                "beginning of the file",
                "an unknown format",
                "VTK XML image data (.vti) or HDF5 (.vtkhdf, .hdf)");
    }

    /** Whether a file's name ends in one of this format's extensions, in any case of letters. */
    public boolean isNameOf(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return extensions.stream().anyMatch(name::endsWith);
    }

    private static boolean hasHdf5Signature(FileChannel channel) throws IOException {
        long size = channel.size();
        for (long at = 0; at < size; at = at == 0 ? SMALLEST_USER_BLOCK : 2 * at) {
            if (Arrays.equals(head(channel, at, HDF5_SIGNATURE.length), HDF5_SIGNATURE)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] head(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) > 0) {
            // read on
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
