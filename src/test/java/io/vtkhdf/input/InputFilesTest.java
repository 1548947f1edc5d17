package io.vtkhdf.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.error.ChangedFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {

    private static final int COUNT = 3 * InputFiles.MAX_OPEN;

    @TempDir
    Path folder;

    @Test
    void onlySomeOfManyFilesAreOpen() throws IOException {
        InputFiles files = new InputFiles();
        List<InputFile> all = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            all.add(files.open(Files.write(folder.resolve("" + i), new byte[] {(byte) i})));
        }
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < COUNT; i++) {
                ByteBuffer read = ByteBuffer.allocate(1);
                assertEquals(1, all.get(i).read(0, read));
                assertEquals(i, read.get(0));
                assertTrue(all.get(i).isOpen());
                assertEquals(InputFiles.MAX_OPEN, open(all));
            }
        }
        for (InputFile file : all) {
            file.close();
            assertThrows(ClosedChannelException.class, () -> file.read(0, ByteBuffer.allocate(1)));
        }
        assertEquals(0, open(all));
    }

    private static long open(List<InputFile> files) {
        return files.stream().filter(InputFile::isOpen).count();
    }

    @Test
    void aFileThatWasChangedMeanwhileIsNotReadOn() throws IOException {
        try (InputFile file = new InputFiles().open(Files.write(folder.resolve("file"), new byte[3]))) {
            file.park();
            Files.write(file.path(), new byte[2]);
            ChangedFileException e =
                    assertThrows(ChangedFileException.class, () -> file.read(0, ByteBuffer.allocate(1)));
            assertTrue(e.getMessage().contains("found 2 bytes, expected the 3"), e.getMessage());
        }
    }
}
