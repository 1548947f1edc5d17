package io.vtkhdf;

import io.vtkhdf.compat.Compatibility;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Judges VTKHDF image files, whoever wrote them, also broken ones: what breaks the format, and which releases of VTK
 * and ParaView read them. Looks at the structure, and where the data lie; reads no values of point and cell arrays.
 */
public final class VtkhdfValidator {

    private VtkhdfValidator() {}

    /**
     * Judges a file.
     *
     * @throws CorruptFileException if it is not HDF5, or broken before anything can be said about an image
     * @throws UnsupportedFileException if it is of another type than ImageData
     * @throws IOException if it cannot be read
     */
    public static Validation validate(Path path) throws IOException {
        try (JhdfFile file = JhdfFile.open(path)) {
            ImageSurvey survey = new ImageSurvey(file);
            return new Validation(survey.findings(), Compatibility.of(survey.image()));
        }
    }
}
