package io.vtkhdf.validate;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.compat.Reading;
import io.vtkhdf.compat.rules.Compatibility;
import io.vtkhdf.error.ChangedFileException;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.read.ArrayReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Judges VTKHDF image files, whoever wrote them, also broken ones: what breaks the format, and which releases of VTK
 * and ParaView read them. {@link #validate(Path)} looks at the structure, and where the data lie; {@link #validateDeep}
 * reads all data too. Thread-safe.
 */
public final class ImageValidator {

    /** Hears how far a deep look has come, on any thread, one call at a time. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Called after every chunk.
         *
         * @param done the stored bytes verified so far
         * @param total the stored bytes in all
         */
        void progress(long done, long total);
    }

    private ImageValidator() {}

    /**
     * Judges a file. Opens no other but those that it names as parts of virtual datasets, if they are in its folder or
     * below, to see whether they are there and as they were.
     *
     * @throws CorruptFileException if it is not HDF5, or broken before anything can be said about an image
     * @throws UnsupportedFileException if it is of another type than ImageData
     * @throws ChangedFileException if it was changed meanwhile, unless it is {@linkplain Validation#unfinished
     *     unfinished}
     * @throws ChangedFileException as {@link #validate(Path)}
     * @throws IOException if it cannot be read
     */
    public static Validation validate(Path path) throws IOException {
        return validate(path, InputReach.FOLDER);
    }

    /**
     * As {@link #validate(Path)}.
     *
     * @param reach where the parts of virtual datasets may lie
     * @throws CorruptFileException as {@link #validate(Path)}
     * @throws UnsupportedFileException as {@link #validate(Path)}
     * @throws ChangedFileException as {@link #validate(Path)}
     * @throws IOException if it cannot be read
     */
    public static Validation validate(Path path, InputReach reach) throws IOException {
        return judge(path, reach, survey -> Compatibility.of(survey.image()));
    }

    /**
     * As {@link #validateDeep(Path, Listener)}, with nobody to hear how far it has come.
     *
     * @throws CorruptFileException as {@link #validate(Path)}
     * @throws UnsupportedFileException as {@link #validate(Path)}
     * @throws ChangedFileException as {@link #validate(Path)}
     * @throws IOException if it cannot be read
     */
    public static Validation validateDeep(Path path) throws IOException {
        return validateDeep(path, null);
    }

    /**
     * The same as {@link #validate(Path)}, and reads all stored data of point, cell and field arrays, also of chunks
     * outside the image, on all processors: verifies fletcher32 checksums, those of zlib, and sizes. An
     * {@linkplain Finding.Severity#ERROR error} names each bad chunk, by its index in the grid of chunks (slowest axis
     * first), its first tuple (x, y, z, counted from 0) and its place in the file; of more than 20 of an array, the
     * others are counted. A {@linkplain Finding.Severity#NOTE note} names each array of which some bytes have no
     * checksum. No release {@linkplain Validation#readings() reads} a file with bad data. Takes the memory of a few
     * chunks, see {@link ArrayReader}.
     *
     * @param listener null if nobody is to hear of it
     * @throws CorruptFileException as {@link #validate(Path)}
     * @throws UnsupportedFileException as {@link #validate(Path)}
     * @throws ChangedFileException as {@link #validate(Path)}
     * @throws IOException if it cannot be read
     */
    public static Validation validateDeep(Path path, Listener listener) throws IOException {
        return validateDeep(path, InputReach.FOLDER, listener);
    }

    /**
     * As {@link #validateDeep(Path, Listener)}, the data of parts of virtual datasets included.
     *
     * @param reach where these parts may lie
     * @param listener null if nobody is to hear of it
     * @throws CorruptFileException as {@link #validate(Path)}
     * @throws UnsupportedFileException as {@link #validate(Path)}
     * @throws ChangedFileException as {@link #validate(Path)}
     * @throws IOException if it cannot be read
     */
    public static Validation validateDeep(Path path, InputReach reach, Listener listener) throws IOException {
        Listener hearing = listener == null ? (done, total) -> {} : listener;
        return judge(path, reach, survey -> {
            DeepSurvey deep = new DeepSurvey(survey.datasets(), survey.findings(), hearing);
            deep.run();
            return deep.readings(Compatibility.of(survey.image()));
        });
    }

    /** What the releases make of a file, by what was found in it; adds what else it finds. */
    private interface Judge {
        List<Reading> readings(ImageSurvey survey) throws IOException;
    }

    private static Validation judge(Path path, InputReach reach, Judge judge) throws IOException {
        try (Hdf5Reader file = Hdf5Reader.open(path, reach)) {
            Validation validation = validation(file, judge);
            if (validation.unfinished().isEmpty()) {
                file.requireUnchanged();
            }
            return validation;
        }
    }

    private static Validation validation(Hdf5Reader file, Judge judge) throws IOException {
        try {
            ImageSurvey survey = new ImageSurvey(file);
            List<Reading> readings = judge.readings(survey);
            return new Validation(survey.findings(), survey.unfinished(), survey.series(), readings);
        } catch (FileContentException e) {
            try {
                file.requireUnchanged(); // Else it says nothing of the file.
            } catch (IOException changed) {
                changed.addSuppressed(e);
                throw changed;
            }
            throw e;
        }
    }
}
