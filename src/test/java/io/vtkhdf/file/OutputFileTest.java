package io.vtkhdf.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFileTest {

    private static final byte[] HEAD = {'h'};

    @TempDir
    private Path directory;

    private Path target;

    @BeforeEach
    void name() {
        target = directory.resolve("image");
    }

    private OutputFile create(Set<OutputFile.Option> options) throws IOException {
        OutputFile output = OutputFile.create(target, options, HEAD);
        output.channel().write(ByteBuffer.wrap(HEAD));
        return output;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Whoever gives it up afterwards, as all do whose finish() fails, takes nothing away. */
    @ParameterizedTest
    @ValueSource(strings = {"directory", "file", "folder gone"})
    void a_finished_file_is_not_deleted_though_its_name_cannot_be_had(String obstacle) throws IOException {
        Set<OutputFile.Option> options =
                obstacle.equals("file") ? Set.of() : Set.of(OutputFile.Option.OVERWRITE, OutputFile.Option.DURABLE);
        Path moved = directory.resolveSibling(directory.getFileName() + " moved");
        OutputFile output = create(options);
        switch (obstacle) {
            case "directory" -> Files.createDirectories(target.resolve("in the way"));
            case "file" -> Files.writeString(target, "another's");
            default -> Files.move(directory, moved);
        }

        assertThrows(IOException.class, output::publish);
        output.giveUp();

        if (obstacle.equals("folder gone")) {
            Files.move(moved, directory);
        }
        assertTrue(names().contains("image.part"), names().toString());
        assertEquals("h", Files.readString(directory.resolve("image.part")));
    }

    @Test
    void an_unfinished_file_is_deleted_when_it_is_given_up() throws IOException {
        create(Set.of()).giveUp();

        assertEquals(List.of(), names());
    }

    @Test
    void a_published_file_stays_when_it_is_given_up() throws IOException {
        OutputFile output = create(Set.of());
        output.publish();
        output.giveUp();

        assertEquals(List.of("image"), names());
    }
}
