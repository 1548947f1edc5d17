package io.vtkhdf.http;

import java.net.URI;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** What a server says of a file; one that does not tell when it was changed has 1970. */
record RemoteAttributes(RemoteState state, URI address) implements BasicFileAttributes {

    private record Key(URI address, RemoteState state) {}

    @Override
    public FileTime lastModifiedTime() {
        return FileTime.from(state.modified().map(RemoteAttributes::instant).orElse(Instant.EPOCH));
    }

    private static Instant instant(String text) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    @Override
    public FileTime lastAccessTime() {
        return lastModifiedTime();
    }

    @Override
    public FileTime creationTime() {
        return lastModifiedTime();
    }

    @Override
    public boolean isRegularFile() {
        return true;
    }

    @Override
    public boolean isDirectory() {
        return false;
    }

    @Override
    public boolean isSymbolicLink() {
        return false;
    }

    @Override
    public boolean isOther() {
        return false;
    }

    @Override
    public long size() {
        return state.length();
    }

    @Override
    public Object fileKey() {
        return new Key(address, state);
    }
}
