package io.vtkhdf.convert;

import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.legacy.LegacySource;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.InputReach;
import io.vtkhdf.vti.PvtiSource;
import io.vtkhdf.vti.VtiSource;
import java.io.IOException;
import java.nio.file.Path;

/** Opens image files of every format that is read. */
public final class Sources {

    private Sources() {}

    /** As {@link #open(Path, InputReach)}, with nothing but what lies in the file's folder or below. */
    public static ImageSource open(Path file) throws IOException {
        return open(file, InputReach.FOLDER);
    }

    /**
     * Opens an image file of a format that {@link FileFormat} knows.
     *
     * @param reach where the files may lie that it names
     * @throws UnsupportedFileException if the format is not supported
     */
    public static ImageSource open(Path file, InputReach reach) throws IOException {
        return switch (FileFormat.of(file)) {
            case VTKHDF -> ofVtkhdf(file);
            case VTI -> VtiSource.open(file);
            case LEGACY -> LegacySource.open(file);
            case PVTI -> PvtiSource.open(file, reach);
        };
    }

    private static ImageSource ofVtkhdf(Path file) throws IOException {
        ImageDataReader reader = ImageDataReader.open(file);
        try {
            return new VtkhdfSource(reader);
        } catch (IOException | RuntimeException | Error e) {
            reader.close();
            throw e;
        }
    }
}
