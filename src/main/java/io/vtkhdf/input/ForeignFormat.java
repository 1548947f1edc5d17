package io.vtkhdf.input;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Formats that are known and not read, and what makes of them one that is. */
enum ForeignFormat {
    DICOM(
            "DICOM",
            head -> head.startsWith("DICM", 128),
            List.of(".dcm", ".dicom"),
            "a volume in one file; SimpleITK or 3D Slicer writes a series of DICOM files as .nrrd or .mha"),
    NIFTI(
            "NIfTI",
            head -> head.startsWith("n+1\0", 344) || head.startsWith("ni1\0", 344) || head.startsWith("n+2\0", 4),
            List.of(".nii", ".nii.gz"),
            ".nrrd or .mha, as SimpleITK writes it: sitk.WriteImage(sitk.ReadImage('in.nii'), 'out.nrrd')"),
    NUMPY_ARCHIVE(
            "an archive (.npz, .zip)",
            head -> head.startsWith("PK\3\4"),
            List.of(".npz", ".zip"),
            "the files in it, one by one; numpy.save writes an array of an .npz file as .npy"),
    GZIP("a file compressed by gzip", head -> false, List.of(".gz"), "what 'gunzip' makes of it"),
    SURFACE(
            "a surface",
            head -> head.startsWith("ply\n") || head.startsWith("solid "),
            List.of(".stl", ".ply", ".obj", ".glb", ".gltf"),
            "an image; in ParaView 'Resample To Image' samples what is around a surface"),
    NETCDF(
            "netCDF's classic format",
            head -> head.startsWith("CDF\1") || head.startsWith("CDF\2") || head.startsWith("CDF\5"),
            List.of(".nc"),
            "an array as .npy, as numpy.save writes it of one of xarray or netCDF4"),
    FITS(
            "FITS",
            head -> head.startsWith("SIMPLE  ="),
            List.of(".fits", ".fit"),
            "an array as .npy, as numpy.save writes it of astropy's"),
    MATLAB(
            "MATLAB's format",
            head -> head.startsWith("MATLAB "),
            List.of(".mat"),
            "an array as .npy, as numpy.save writes it of scipy.io.loadmat's"),
    JPEG(
            "JPEG",
            head -> head.startsWith("\u00ff\u00d8\u00ff"),
            List.of(".jpg", ".jpeg", ".bmp", ".gif", ".webp"),
            "pictures without losses: PNG or TIFF"),
    MICROSCOPE(
            "a microscope's own format",
            head -> false,
            List.of(".czi", ".lif", ".nd2", ".lsm", ".oib", ".oif", ".ims", ".mrc"),
            "OME-TIFF, as Bio-Formats' bfconvert writes it"),
    EXODUS(
            "Exodus",
            head -> false,
            List.of(".exo", ".e", ".ex2"),
            "an image; ParaView's 'Resample To Image' makes one of a grid"),
    BARE(
            "no format that tells what its values are",
            head -> false,
            List.of(".raw", ".bin", ".dat", ".img", ".vol"),
            "--dimensions X,Y,Z and --raw-type TYPE beside it, if it is of bare values");

    private final String shown;
    private final Predicate<String> isHead;
    private final List<String> extensions;
    private final String expected;

    /** @param isHead whether a file begins so, its bytes taken for characters */
    ForeignFormat(String shown, Predicate<String> isHead, List<String> extensions, String expected) {
        this.shown = shown;
        this.isHead = isHead;
        this.extensions = extensions;
        this.expected = expected;
    }

    /** The format of a file by its beginning, or else by its name. */
    static Optional<ForeignFormat> of(Path file, String head) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.isHead.test(head))
                .findFirst()
                .or(() -> Arrays.stream(values())
                        .filter(format -> format.extensions.stream().anyMatch(name::endsWith))
                        .findFirst());
    }

    /** What was found, for an error. */
    String shown() {
        return shown;
    }

    /** What is expected instead, and how to get there. */
    String expected() {
        return expected;
    }
}
