package io.vtkhdf.volume.npy;

import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.SourceNote;
import io.vtkhdf.input.ArrayChanges;
import io.vtkhdf.input.BinaryValues;
import io.vtkhdf.input.ConvertedValues;
import io.vtkhdf.input.InputContents;
import io.vtkhdf.input.InputFile;
import io.vtkhdf.input.InputFiles;
import io.vtkhdf.input.InputPlace;
import io.vtkhdf.input.InputValues;
import io.vtkhdf.input.RawBytes;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.volume.TransposedValues;
import io.vtkhdf.volume.VolumeSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An array that NumPy has saved ({@code .npy}), of all versions of its format. Its axes, whatever their order in the
 * file, are (y, x), (z, y, x) or (z, y, x, components), as {@code numpy.load} indexes them; it has no geometry, so the
 * origin is 0 and the spacing 1.
 */
public final class NpySource {

    /** More than so many points along a last axis are none that could be components. */
    private static final int FEW = 4;

    private final InputFile file;
    private final NpyPreamble preamble;
    private final NpyType type;
    private final Dimensions dimensions;
    private final int components;

    private NpySource(InputFile file, NpyPreamble preamble) throws IOException {
        this.file = file;
        this.preamble = preamble;
        this.type = NpyType.of(preamble.header().descr())
                .orElseThrow(() -> file.unsupported(
                        "header",
                        "values of type '" + preamble.header().descr() + "'",
                        "booleans, integers of 1 to 8 bytes, or numbers with a point of 2, 4 or 8"));
        long[] shape = preamble.header().shape();
        if (shape.length < 2 || shape.length > 4) {
            throw file.unsupported(
                    "header",
                    "an array of " + shape.length + " axes",
                    "2 to 4: (y, x), (z, y, x) or (z, y, x, components); numpy.reshape makes them");
        }
        for (long length : shape) {
            if (length < 1 || length >= Integer.MAX_VALUE) {
                throw file.unsupported(
                        "header", "the shape " + shape(), "lengths from 1 to " + (Integer.MAX_VALUE - 1));
            }
        }
        int z = shape.length == 2 ? 0 : 1;
        this.dimensions = new Dimensions((int) shape[z + 1], (int) shape[z], z == 0 ? 1 : (int) shape[0]);
        this.components = shape.length == 4 ? (int) shape[3] : 1;
        if (components > VolumeSource.MAX_COMPONENTS) {
            throw file.unsupported("header", components + " components", "at most " + VolumeSource.MAX_COMPONENTS);
        } else if (type.isHalf() && preamble.header().isFortranOrder()) {
            throw file.unsupported(
                    "header",
                    "numbers of 16 bits with a point in Fortran's order",
                    "C's order, or 32 bits; numpy.ascontiguousarray and numpy.astype make them");
        }
        requireWithinFile();
    }

    /**
     * @throws io.vtkhdf.error.CorruptFileException if the file is none of NumPy's, or ends early
     * @throws io.vtkhdf.error.UnsupportedFileException if its array is none of an image
     */
    public static ImageSource open(Path path) throws IOException {
        InputFiles files = new InputFiles();
        InputFile file = files.open(path);
        try {
            return new NpySource(file, NpyPreamble.read(file)).source(path, files);
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    private String shape() {
        String lengths = Arrays.toString(preamble.header().shape());
        return "(" + lengths.substring(1, lengths.length() - 1) + ")";
    }

    private void requireWithinFile() throws IOException {
        long left = file.size() - preamble.start();
        long values = left / type.storedSize();
        // Divided, not multiplied: the product may exceed a long.
        for (long length : preamble.header().shape()) {
            values /= length;
        }
        if (values == 0) {
            throw file.corrupt(
                    "byte " + preamble.start(),
                    left + " bytes up to the end of the file",
                    "the values of the shape " + shape() + ", of " + type.storedSize() + " bytes each");
        }
    }

    private ImageSource source(Path path, InputFiles files) {
        ArraySpec array = new ArraySpec(Association.POINT, VolumeSource.NAME, type.offered(), components);
        InputContents contents = new InputContents(
                ImageGeometry.of(dimensions.extent()), List.of(array), List.of(), List.of(), List.of(), notes());
        boolean isTransposed = preamble.header().isFortranOrder();
        return new VolumeSource(
                path, files, contents, this::values, isTransposed ? dimensions.z() : 1, List.of(), file);
    }

    private List<SourceNote> notes() {
        List<SourceNote> notes = new ArrayList<>();
        type.change()
                .ifPresent(
                        change -> notes.add(ArrayChanges.note(place(), Association.POINT, VolumeSource.NAME, change)));
        long[] shape = preamble.header().shape();
        if (shape.length == 3 && shape[2] <= FEW && shape[1] > FEW) {
            notes.add(note("the shape " + shape() + " is taken for (z, y, x); if the last axis is one of components,"
                    + " numpy.reshape to (1, " + shape[0] + ", " + shape[1] + ", " + shape[2] + ")"));
        }
        long end = preamble.start() + dimensions.count() * components * type.storedSize();
        if (file.size() > end) {
            notes.add(note(file.size() - end + " bytes behind the array are left out"));
        }
        return notes;
    }

    private SourceNote note(String message) {
        return SourceNote.ofImage(file.path() + ": " + message);
    }

    private InputPlace place() {
        return new InputPlace(file, VolumeSource.NAME);
    }

    private InputValues values() {
        InputValues bytes = preamble.header().isFortranOrder()
                ? new TransposedValues(place(), preamble.start(), dimensions, components, type.storedSize())
                : new RawBytes(place(), preamble.start());
        InputValues stored = new BinaryValues(bytes, type.order(), type.storedSize());
        return type.isHalf() ? new ConvertedValues(stored, Short.BYTES, Float.BYTES, NpySource::putHalf) : stored;
    }

    /** A number of binary16 as binary32, which has them all. */
    private static void putHalf(ByteBuffer from, ByteBuffer to) {
        int half = from.getShort();
        int exponent = half >> 10 & 0x1f;
        int mantissa = half & 0x3ff;
        float magnitude =
                switch (exponent) {
                    case 0 -> Math.scalb((float) mantissa, -24);
                    case 0x1f -> Float.intBitsToFloat(0x7f80_0000 | mantissa << 13);
                    default -> Math.scalb((float) (mantissa | 0x400), exponent - 25);
                };
        to.putInt(Float.floatToRawIntBits(magnitude) | (half & 0x8000) << 16);
    }
}
