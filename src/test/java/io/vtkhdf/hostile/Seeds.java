package io.vtkhdf.hostile;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The files beside {@code make_seeds.py}. */
final class Seeds {

    private Seeds() {}

    /** Small files, each with something of its own. */
    static List<Path> of(InputKind kind) throws IOException {
        return list(kind.name().toLowerCase(Locale.ROOT));
    }

    /** What the fuzzer once found something wrong with. */
    static List<Path> findings(InputKind kind) throws IOException {
        return list("findings/" + kind.name().toLowerCase(Locale.ROOT));
    }

    /** A file that asks for more than it is worth. */
    static Path bomb(String name) {
        return root().resolve("bombs").resolve(name + ".h5");
    }

    private static List<Path> list(String directory) throws IOException {
        try (Stream<Path> files = Files.list(root().resolve(directory))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** Puts there what the files of this kind name: pieces, or slices. */
    static void companions(InputKind kind, Path directory) throws IOException {
        if (kind == InputKind.PVTI) {
            Files.createDirectory(directory.resolve("sub"));
            Files.copy(piece("0 1"), directory.resolve("left.vti"));
            Files.copy(piece("1 2"), directory.resolve("sub/right.vti"));
        } else if (kind == InputKind.NRRD || kind == InputKind.META) {
            Files.createDirectory(directory.resolve("sub"));
            for (String name : List.of("a.raw", "sub/b.raw", "0.raw", "1.raw")) {
                Files.write(directory.resolve(name), new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
            }
        }
    }

    private static java.io.InputStream piece(String extent) {
        String text =
                "<VTKFile type='ImageData'><ImageData WholeExtent='" + extent + " 0 1 0 1'><Piece Extent='" + extent
                        + " 0 1 0 1'><PointData><DataArray type='UInt8' Name='a' format='ascii'>1 2 3 4 5 6 7 8</DataArray>"
                        + "</PointData></Piece></ImageData></VTKFile>";
        return new java.io.ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Path root() {
        try {
            return Path.of(Seeds.class.getResource("/hostile/make_seeds.py").toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
