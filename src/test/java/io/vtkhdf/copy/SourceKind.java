package io.vtkhdf.copy;

import io.vtkhdf.convert.ImageSources;
import io.vtkhdf.http.HttpFiles;
import io.vtkhdf.http.HttpOptions;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.shape.IndexRange;
import io.vtkhdf.shape.Shaping;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.testing.TestServer;
import io.vtkhdf.volume.VolumeSource;
import io.vtkhdf.vti.ThriftyPvti;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Every kind of source, with files of which numpy has written the right values: see {@code make_sources.py},
 * {@code make_virtual.py} and {@code make_volumes.py}. A new one is one line here, and a folder that the script fills.
 */
enum SourceKind {
    VTI("vti", ".vti", 55, ImageSources::open),
    PVTI("pvti", ".pvti", 12, ImageSources::open),
    PVTI_IN_LITTLE_MEMORY("pvti", ".pvti", 12, ThriftyPvti::open),
    LEGACY("legacy", ".vtk", 10, ImageSources::open),
    VTR("vtr", ".vtr", 4, ImageSources::open),
    LEGACY_GRID("grids", ".vtk", 2, ImageSources::open),
    NPY("npy", ".npy", 20, ImageSources::open),
    NRRD("nrrd", ".nrrd", 12, ImageSources::open),
    NHDR("nrrd", ".nhdr", 11, ImageSources::open),
    MHA("meta", ".mha", 8, ImageSources::open),
    MHD("meta", ".mhd", 9, ImageSources::open),
    TIFF("tiff", ".tif", 12, ImageSources::open),
    STACK("stacks", "", 4, ImageSources::open),
    VTKHDF("vtkhdf", ".vtkhdf", 26, ImageSources::open),
    VIRTUAL("virtual", ".vtkhdf", 8, ImageSources::open),
    STEP_OF_VTKHDF(
            "series",
            ".vtkhdf",
            6,
            file -> new VtkhdfSource(ImageDataReader.open(file).atStep(1))),
    SHAPED_VTI("vti", ".vti", 55, SourceKind::shaped),
    SHAPED_VTKHDF("vtkhdf", ".vtkhdf", 26, SourceKind::shaped),
    REMOTE_PVTI("pvti", ".pvti", 12, SourceKind::remote),
    REMOTE_NPY("npy", ".npy", 20, SourceKind::remote),
    REMOTE_MHD("meta", ".mhd", 9, SourceKind::remote),
    REMOTE_VTKHDF("vtkhdf", ".vtkhdf", 26, SourceKind::remote),
    REMOTE_VIRTUAL("virtual", ".vtkhdf", 8, SourceKind::remote);

    interface Opener {
        ImageSource open(Path file) throws IOException;
    }

    /** A file of one kind. */
    record Golden(SourceKind kind, Path file) {

        ImageSource open() throws IOException {
            return kind.opener.open(file);
        }

        @Override
        public String toString() {
            return kind + " " + file.getFileName();
        }
    }

    private static final Path FOLDER = folder();

    /** All of an image, through all that could make less of it. */
    private static ImageSource shaped(Path file) throws IOException {
        return Shaping.none()
                .withRegion(IndexRange.ALL, IndexRange.ALL, IndexRange.ALL)
                .withEvery(1, 1, 1)
                .of(ImageSources.open(file), file.toString());
    }

    /** Serves the folder until Java ends. */
    private static final class Remote {
        static final TestServer SERVER = new TestServer(FOLDER);
    }

    private static ImageSource remote(Path file) throws IOException {
        URI address = Remote.SERVER.address(FOLDER.relativize(file).toString().replace('\\', '/'));
        return ImageSources.open(HttpFiles.with(HttpOptions.defaults()).path(address));
    }

    private final String folder;
    private final String extension;
    private final int count;
    private final Opener opener;

    /** @param count of the files, none of which may get lost */
    SourceKind(String folder, String extension, int count, Opener opener) {
        this.folder = folder;
        this.extension = extension;
        this.count = count;
        this.opener = opener;
    }

    private static Path folder() {
        try {
            return Path.of(SourceKind.class.getResource("/sources").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Golden> files() {
        return Stream.of(values()).flatMap(kind -> kind.golden().stream()).toList();
    }

    private List<Golden> golden() {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            List<Golden> found = files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .map(file -> new Golden(this, file))
                    .toList();
            if (found.size() != count) {
                throw new IllegalStateException("found " + found.size() + " files of " + this + ", expected " + count);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All values of an array of any of the files, little-endian. */
    static byte[] values(ArraySpec array) throws IOException {
        // Where a format has no names of arrays, each file has one array, of any type.
        String arrayName = array.name().equals(VolumeSource.NAME)
                ? array.type().vtkName() + "x" + array.components()
                : array.name();
        String name = array.association().name().toLowerCase(Locale.ROOT) + "-" + arrayName + ".bin";
        return Files.readAllBytes(FOLDER.resolve("values").resolve(name));
    }
}
