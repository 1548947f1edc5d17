package io.vtkhdf.input;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.NotYetReadableException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.file.RegularFile;
import io.vtkhdf.hdf5.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The formats of image files. */
public enum FileFormat {
    VTKHDF(List.of(".vtkhdf", ".hdf")),
    VTI(List.of(".vti")),
    PVTI(List.of(".pvti")),
    /** A rectilinear grid, which may be an image. */
    VTR(List.of(".vtr")),
    LEGACY(List.of(".vtk")),
    /** A series: XML that names a file for each time. */
    PVD(List.of(".pvd")),
    /** A series: JSON that names a file for each time. */
    SERIES(List.of(".series")),
    /** An array that NumPy has saved. */
    NPY(List.of(".npy")),
    /** Nearly raw raster data. */
    NRRD(List.of(".nrrd", ".nhdr")),
    /** MetaIO's images. */
    META(List.of(".mha", ".mhd")),
    PNG(List.of(".png")),
    TIFF(List.of(".tif", ".tiff")),
    /** A folder of pictures, the slices of one image. */
    STACK(List.of());

    private static final String TYPE = "<VTKFile[^>]*\\stype\\s*=\\s*[\"'](\\w+)";

    private static final String META_IMAGE = "(Comment\\s*[=:].*\\s+)?ObjectType\\s*[=:]\\s*Image";

    /** Of either byte order, and of files of more than 4 GB. */
    private static final List<String> TIFF_MAGIC = List.of("II*\0", "MM\0*", "II+\0", "MM\0+");

    private static final int HEAD = 1024;

    private final List<String> extensions;

    FileFormat(List<String> extensions) {
        this.extensions = extensions;
    }

    /**
     * The format of an existing file, by its first bytes or else by its name.
     *
     * @throws UnsupportedFileException if neither tells
     * @throws CorruptFileException if it is empty
     * @throws NotYetReadableException if it is empty since its writer has only begun with it
     */
    public static FileFormat of(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            requirePictures(file);
            return STACK;
        }
        RegularFile.require(file);
        if (file.toString().equals("-") && !Files.exists(file)) {
            throw new FileSystemException("-", null, "found standard input, expected a regular file");
        }
        if (Files.size(file) == 0) {
            throw OutputFile.isPart(file.toString())
                    ? new NotYetReadableException(
                            file.toString(), "file", "an unfinished output that holds nothing yet", "an image")
                    : new CorruptFileException(file.toString(), "file", "an empty file", "an image");
        }
        String head = head(file);
        Optional<FileFormat> ofContent = ofContent(file, head);
        if (ofContent.isPresent()) {
            return ofContent.get();
        }
        for (FileFormat format : values()) {
            if (format.isNameOf(file)) {
                return format;
            }
        }
        throw unknown(file, head);
    }

    private static UnsupportedFileException unknown(Path file, String head) {
        Optional<ForeignFormat> foreign = ForeignFormat.of(file, head);
        return new UnsupportedFileException(
                file.toString(),
                "beginning of the file",
                foreign.map(ForeignFormat::shown).orElse("an unknown format"),
                foreign.map(ForeignFormat::expected)
                        .orElse("VTK XML image data (.vti, .pvti, .vtr), a series of images (.pvd, .series), legacy VTK"
                                + " (.vtk), HDF5 (.vtkhdf, .hdf), or a volume (.npy, .nrrd, .nhdr, .mha, .mhd, .tif,"
                                + " .png)"));
    }

    private static void requirePictures(Path folder) throws IOException {
        if (pictures(folder).isEmpty()) {
            throw new FileSystemException(
                    folder.toString(),
                    null,
                    "found a directory without pictures (.png, .tif, .tiff), expected a file, or pictures that are the"
                            + " slices of an image; with --recursive the command line takes all images in it");
        }
    }

    /** The pictures of a folder, by their names, in no order; not of the folders in it. */
    public static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> (PNG.isNameOf(file) || TIFF.isNameOf(file)) && !isHidden(file))
                    .filter(Files::isRegularFile)
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isHidden(Path file) {
        return file.getFileName().toString().startsWith(".");
    }

    private static Optional<FileFormat> ofContent(Path file, String head) throws IOException {
        try (ByteSource source = ByteSource.of(file)) {
            if (Signature.find(source).isPresent()) {
                return Optional.of(VTKHDF);
            }
        }
        return head.startsWith("# vtk DataFile Version")
                ? Optional.of(LEGACY)
                : ofVolume(head).or(() -> ofXml(head));
    }

    private static Optional<FileFormat> ofVolume(String head) {
        if (head.startsWith("\u0093NUMPY")) {
            return Optional.of(NPY);
        } else if (head.startsWith("\u0089PNG\r\n")) {
            return Optional.of(PNG);
        } else if (TIFF_MAGIC.contains(head.substring(0, Math.min(head.length(), 4)))) {
            return Optional.of(TIFF);
        } else if (head.startsWith("NRRD00")) {
            return Optional.of(NRRD);
        }
        return Pattern.compile(META_IMAGE).matcher(head).lookingAt() ? Optional.of(META) : Optional.empty();
    }

    private static Optional<FileFormat> ofXml(String head) {
        Matcher type = Pattern.compile(TYPE).matcher(head);
        if (type.find()) {
            return Optional.of(
                    switch (type.group(1)) {
                        case "PImageData" -> PVTI;
                        case "Collection" -> PVD;
                        case "RectilinearGrid" -> VTR;
                        default -> VTI;
                    });
        }
        return head.contains("<VTKFile") ? Optional.of(VTI) : Optional.empty();
    }

    /** Whether a file of this format names others, each of which is an image of its own at some time. */
    public boolean namesSteps() {
        return this == PVD || this == SERIES;
    }

    /** Whether a file's name ends in one of this format's extensions, in any case of letters. */
    public boolean isNameOf(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (String extension : extensions) {
            if (name.endsWith(extension)) {
                return true;
            }
        }
        return false;
    }

    /** The first bytes, taken for characters. */
    private static String head(Path file) throws IOException {
        try (ByteSource source = ByteSource.of(file)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(HEAD, source.length()));
            source.read(0, bytes);
            return new String(bytes.array(), StandardCharsets.ISO_8859_1);
        }
    }
}
