package io.vtkhdf.convert;

import io.vtkhdf.bytes.InputReach;
import io.vtkhdf.copy.VtkhdfSeries;
import io.vtkhdf.copy.VtkhdfSource;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.input.FileFormat;
import io.vtkhdf.legacy.LegacySource;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.series.NaturalOrder;
import io.vtkhdf.series.PvdFile;
import io.vtkhdf.series.SeriesJson;
import io.vtkhdf.series.SeveralFiles;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.RawLayout;
import io.vtkhdf.source.StepTimes;
import io.vtkhdf.volume.RawSource;
import io.vtkhdf.volume.meta.MetaSource;
import io.vtkhdf.volume.npy.NpySource;
import io.vtkhdf.volume.nrrd.NrrdSource;
import io.vtkhdf.volume.stack.StackSource;
import io.vtkhdf.vti.PvtiSource;
import io.vtkhdf.vti.VtiSeries;
import io.vtkhdf.vti.VtiSource;
import io.vtkhdf.vti.VtrSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens image files of every format that is read: VTKHDF; VTK's XML image data ({@code .vti}, and {@code .pvti} with
 * its pieces) and legacy {@code .vtk} files with structured points; arrays of NumPy ({@code .npy}), NRRD
 * ({@code .nrrd}, {@code .nhdr}), MetaImage ({@code .mha}, {@code .mhd}), bare values; PNG and TIFF, also a folder of
 * them, as the slices of an image.
 *
 * <p>What a format needs beyond this library and jHDF is not inherited from its artifact, and is named by an
 * {@link UnsupportedFileException} where it is missing: {@code com.fasterxml.woodstox:woodstox-core} for XML,
 * {@code ch.randelshofer:fastdoubleparser} for numbers with a point as text, {@code org.tukaani:xz} for blocks of LZMA,
 * {@code com.twelvemonkeys.imageio:imageio-tiff} for TIFF. On the module path they must be resolved, since the module
 * only {@code requires static} them.
 */
public final class ImageSources {

    private ImageSources() {}

    /** As {@link #open(Path, InputReach)}, with nothing but what lies in the file's folder or below. */
    public static ImageSource open(Path file) throws IOException {
        return open(file, InputReach.FOLDER);
    }

    /**
     * Opens an image file, whose format its first bytes tell, or else its name. Of a VTKHDF file with several steps it
     * is the first one; of others that is an error, see {@link #openSeries(Path, InputReach)}.
     *
     * @param reach where the files may lie that it names
     * @throws UnsupportedFileException if it is of another format, or one of its files lies elsewhere
     * @throws CorruptFileException if it is empty or broken
     */
    public static ImageSource open(Path file, InputReach reach) throws IOException {
        return switch (FileFormat.of(file)) {
            case VTKHDF -> ofVtkhdf(file, reach);
            case VTI -> VtiSource.open(file);
            case VTR -> VtrSource.open(file);
            case LEGACY -> LegacySource.open(file);
            case PVTI -> PvtiSource.open(file, reach);
            case NPY -> NpySource.open(file);
            case NRRD -> NrrdSource.open(file, reach);
            case META -> MetaSource.open(file, reach);
            case PNG, TIFF -> StackSource.open(file);
            case STACK -> StackSource.openFolder(file, NaturalOrder.ofFiles());
            case PVD, SERIES ->
                throw new UnsupportedFileException(
                        file.toString(), "file", "a file of steps", "one image; the steps are read where series are");
        };
    }

    /**
     * Opens a file of bare values.
     *
     * @throws CorruptFileException if it has not exactly the bytes of the layout
     */
    public static ImageSource openRaw(Path file, RawLayout layout) throws IOException {
        return RawSource.open(file, layout);
    }

    /**
     * Opens pictures as the slices of one image, in the natural order of their names ({@code a2} before {@code a10}).
     * The first row, which pictures have at the top, is y = 0.
     *
     * @param slices PNG or TIFF files of a page each, or one TIFF file
     * @throws CorruptFileException if one is broken
     * @throws UnsupportedFileException if one is neither, or of other numbers than this library has
     */
    public static ImageSource openStack(List<Path> slices) throws IOException {
        return StackSource.open(slices.stream().sorted(NaturalOrder.ofFiles()).toList());
    }

    /** As {@link #openSeries(Path, InputReach)}, with nothing but what lies in the file's folder or below. */
    public static ImageSeries openSeries(Path file) throws IOException {
        return openSeries(file, InputReach.FOLDER);
    }

    /**
     * Opens the steps of a file. A single image, of whatever format, is one step, at the time that its field array
     * {@code TimeValue} tells, or 0.
     *
     * @param reach where the files may lie that it names
     * @throws UnsupportedFileException as {@link #open(Path, InputReach)}
     * @throws CorruptFileException as {@link #open(Path, InputReach)}
     */
    public static ImageSeries openSeries(Path file, InputReach reach) throws IOException {
        return switch (FileFormat.of(file)) {
            case VTKHDF -> new VtkhdfSeries(file, ImageDataReader.open(file, reach));
            case VTI -> ofVti(file);
            case PVD -> PvdFile.open(file, reach, step -> openStep(step, reach));
            case SERIES -> SeriesJson.open(file, reach, step -> openStep(step, reach));
            case PVTI, VTR, LEGACY, NPY, NRRD, META, PNG, TIFF, STACK ->
                SingleImage.open(file, () -> open(file, reach));
        };
    }

    /**
     * Opens files as the steps of one series, in the natural order of their names ({@code a2} before {@code a10}).
     *
     * @param files single images of any format
     * @throws IllegalArgumentException if not each has a time, or the times do not increase
     */
    public static ImageSeries openSeries(List<Path> files, StepTimes times, InputReach reach) throws IOException {
        return SeveralFiles.open(files, times, step -> openStep(step, reach));
    }

    /** {@link #openRaw} as a series of one step. */
    public static ImageSeries openRawSeries(Path file, RawLayout layout) throws IOException {
        return SingleImage.open(file, () -> openRaw(file, layout));
    }

    /** {@link #openStack} as a series of one step. */
    public static ImageSeries openStackSeries(List<Path> slices) throws IOException {
        return SingleImage.open(slices.get(0), () -> openStack(slices));
    }

    private static ImageSeries ofVti(Path file) throws IOException {
        VtiSeries series = VtiSeries.open(file);
        return series.hasTimes() ? series : SingleImage.of(file, series.only(), () -> VtiSource.open(file));
    }

    /** A file that is one step of a series, and so must not be a series itself. */
    private static ImageSource openStep(Path file, InputReach reach) throws IOException {
        if (FileFormat.of(file).namesSteps()) {
            throw notOneStep(file, "a file of steps");
        }
        ImageSource image = open(file, reach);
        if (image instanceof VtkhdfSource ofVtkhdf && ofVtkhdf.reader().steps() > 1) {
            image.close();
            throw notOneStep(file, ofVtkhdf.reader().steps() + " steps");
        }
        return image;
    }

    private static UnsupportedFileException notOneStep(Path file, String found) {
        return new UnsupportedFileException(
                file.toString(),
                "file",
                found,
                "one image, as this is a step of a series; convert one series at a time");
    }

    private static ImageSource ofVtkhdf(Path file, InputReach reach) throws IOException {
        ImageDataReader reader = ImageDataReader.open(file, reach);
        try {
            return new VtkhdfSource(reader);
        } catch (IOException | RuntimeException | Error e) {
            reader.close();
            throw e;
        }
    }
}
