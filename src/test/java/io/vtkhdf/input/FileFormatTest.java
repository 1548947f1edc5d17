package io.vtkhdf.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.NotYetReadableException;
import io.vtkhdf.error.UnsupportedFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatTest {

    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    @TempDir
    private Path directory;

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 512, 1024, 65536})
    void theSignatureMayFollowAUserBlock(int position) throws IOException {
        byte[] content = new byte[position + HDF5.length];
        System.arraycopy(HDF5, 0, content, position, HDF5.length);
        assertEquals(FileFormat.VTKHDF, FileFormat.of(file("misnamed.vti", content)));
    }

    @Test
    void aSignatureElsewhereIsNone() throws IOException {
        byte[] content = new byte[3000];
        System.arraycopy(HDF5, 0, content, 1536, HDF5.length);
        Path file = file("data", content);
        assertThrows(UnsupportedFileException.class, () -> FileFormat.of(file));
    }

    @Test
    void xmlIsKnownByItsContent() throws IOException {
        byte[] content =
                "<?xml version='1.0'?>\n<!-- x -->\n<VTKFile type='ImageData'>".getBytes(StandardCharsets.UTF_8);
        assertEquals(FileFormat.VTI, FileFormat.of(file("no-extension", content)));
    }

    @Test
    void legacyFilesAreKnownByTheirFirstLine() throws IOException {
        byte[] content = "# vtk DataFile Version 3.0\n<VTKFile".getBytes(StandardCharsets.UTF_8);
        assertEquals(FileFormat.LEGACY, FileFormat.of(file("no-extension", content)));
        assertEquals(FileFormat.LEGACY, FileFormat.of(file("cut.vtk", new byte[1])));
    }

    @Test
    void withoutKnownContentTheNameCounts() throws IOException {
        assertEquals(FileFormat.VTI, FileFormat.of(file("cut.VTI", new byte[1])));
        assertEquals(FileFormat.VTKHDF, FileFormat.of(file("cut.hdf", new byte[] {(byte) 0x89, 'H'})));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image.jp2", "image.txt", "vti"})
    void othersAreRefusedWithWhatIsSupported(String name) throws IOException {
        Path file = file(name, "# a comment, not VTK's\n".getBytes(StandardCharsets.UTF_8));
        UnsupportedFileException refused = assertThrows(UnsupportedFileException.class, () -> FileFormat.of(file));
        assertTrue(refused.getMessage().contains(name), refused.getMessage());
        assertTrue(refused.getMessage().contains(".vti"), refused.getMessage());
        assertTrue(refused.getMessage().contains(".vtk)"), refused.getMessage());
        assertTrue(refused.getMessage().contains(".vtkhdf, .hdf"), refused.getMessage());
    }

    @Test
    void whatIsKnownAndNotReadIsToldWithTheWayOut() throws IOException {
        Path file = file("image.vti.gz", new byte[] {31, (byte) 139});
        UnsupportedFileException refused = assertThrows(UnsupportedFileException.class, () -> FileFormat.of(file));
        assertTrue(refused.getMessage().contains("gzip, expected what 'gunzip' makes of it"), refused.getMessage());
    }

    @Test
    void anOutputThatHasJustBegunIsToldAsSuch() throws IOException {
        Path file = file("image.vti.part", new byte[0]);
        NotYetReadableException refused = assertThrows(NotYetReadableException.class, () -> FileFormat.of(file));
        assertTrue(refused.getMessage().contains("an unfinished output that holds nothing yet"), refused.getMessage());
    }

    @Test
    void aDirectoryIsNoImage() {
        assertThrows(FileSystemException.class, () -> FileFormat.of(directory));
    }

    @Test
    void standardInputIsNoImage() {
        FileSystemException refused = assertThrows(FileSystemException.class, () -> FileFormat.of(Path.of("-")));
        assertEquals("-: found standard input, expected a regular file", refused.getMessage());
    }

    @Test
    void aMissingFileIsMissing() {
        assertThrows(NoSuchFileException.class, () -> FileFormat.of(directory.resolve("none.vti")));
    }

    @Test
    void names() {
        assertTrue(FileFormat.VTKHDF.isNameOf(Path.of("a/b.HDF")));
        assertFalse(FileFormat.VTKHDF.isNameOf(Path.of("a.hdf/b")));
    }
}
