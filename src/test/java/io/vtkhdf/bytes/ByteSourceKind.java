package io.vtkhdf.bytes;

import io.vtkhdf.http.HttpFiles;
import io.vtkhdf.http.HttpOptions;
import io.vtkhdf.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** Every kind of source, and what it holds. A new one is a line here. */
enum ByteSourceKind {
    FILE(folder -> of(random(folder), ByteSource::of)),
    CHANNEL(folder -> of(random(folder), file -> ByteSource.of(file.toString(), FileChannel.open(file)))),
    MEMORY(folder -> of(random(folder), file -> new OwnSourcesTest.InMemory("memory", Files.readAllBytes(file)))),
    ARCHIVE(folder -> of(archived(random(folder)), ByteSource::of)),
    SEEKABLE_CHANNEL(folder -> of(SeekableOnly.path(archived(random(folder))), ByteSource::of)),
    HTTP(folder -> of(random(folder), ByteSourceKind::remote));

    interface Opener {
        ByteSource open(Path file) throws IOException;
    }

    interface Maker {
        Opened make(Path folder) throws IOException;
    }

    /** A source, and the bytes that are in it. */
    record Opened(ByteSource source, byte[] bytes) {}

    private final Maker maker;

    ByteSourceKind(Maker maker) {
        this.maker = maker;
    }

    /** @param folder for files */
    Opened open(Path folder) throws IOException {
        return maker.make(folder);
    }

    private static Opened of(Path file, Opener opener) throws IOException {
        return new Opened(opener.open(file), Files.readAllBytes(file));
    }

    private static Path random(Path folder) throws IOException {
        byte[] bytes = new byte[400_000];
        new Random(7).nextBytes(bytes);
        return Files.write(folder.resolve("file.bin"), bytes);
    }

    private static Path archived(Path file) throws IOException {
        Path archive = file.resolveSibling("archive.zip");
        try (FileSystem written = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Files.copy(file, written.getPath("/file.bin"));
        }
        return FileSystems.newFileSystem(archive).getPath("/file.bin");
    }

    /** Served until Java ends. */
    private static ByteSource remote(Path file) throws IOException {
        URI address = new TestServer(file.getParent()).address("file.bin");
        return ByteSource.of(HttpFiles.with(HttpOptions.defaults()).path(address));
    }
}
