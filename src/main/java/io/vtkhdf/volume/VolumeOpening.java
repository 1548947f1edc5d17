package io.vtkhdf.volume;

import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.input.InputContents;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputFiles;
import io.vtkhdf.input.InputValues;
import io.vtkhdf.runtime.Workers;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A volume that is being opened: what is open of it is closed, unless a source came of it, which then closes it. */
public final class VolumeOpening implements Closeable {

    private final Path path;
    private final InputFiles files;
    private final InputFile file;
    private final Workers workers = new Workers("vtkhdf-decode", Workers.processors());
    private boolean isOpened;

    public VolumeOpening(Path path, InputFiles files) throws IOException {
        this.path = path;
        this.files = files;
        this.file = files.open(path);
    }

    /** The file that is named. */
    public InputFile file() {
        return file;
    }

    public static ArraySpec array(ScalarType type, int components) {
        return new ArraySpec(Association.POINT, VolumeSource.NAME, type, components);
    }

    /** @throws CorruptFileException if the bytes of all values exceed a long */
    public void requireCountable(Dimensions dimensions, ArraySpec array) throws CorruptFileException {
        try {
            Math.multiplyExact(dimensions.count(), (long) array.tupleSize());
        } catch (ArithmeticException e) {
            throw file.corrupt(
                    "header", dimensions + " points of " + array.tupleSize() + " bytes", "fewer than 2^63 bytes");
        }
    }

    /**
     * A volume whose components stand together.
     *
     * @throws CorruptFileException if the files are too short for it
     */
    public VolumeSource source(InputContents contents, VolumeData data, List<Path> others) throws IOException {
        return source(contents, data, others, () -> data.open(workers));
    }

    /**
     * A volume whose components come one after the other, in one file.
     *
     * @throws CorruptFileException if the file is too short for it
     */
    public VolumeSource planarSource(InputContents contents, VolumeData data, int components, List<Path> others)
            throws IOException {
        return source(contents, data, others, () -> {
            List<InputValues> planes = new ArrayList<>();
            for (int component = 0; component < components; component++) {
                InputValues plane = data.open(workers);
                plane.skip(data.bytes() / components * component);
                planes.add(plane);
            }
            return new PlanarValues(planes, data.type().size());
        });
    }

    private VolumeSource source(InputContents contents, VolumeData data, List<Path> others, VolumeSource.Opener opener)
            throws IOException {
        data.requireWithinFiles();
        isOpened = true;
        return new VolumeSource(path, files, contents, opener, 1, others, () -> {
            workers.close();
            files.closeAll();
        });
    }

    @Override
    public void close() throws IOException {
        if (!isOpened) {
            workers.close();
            files.closeAll();
        }
    }
}
