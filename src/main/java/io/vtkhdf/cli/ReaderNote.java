package io.vtkhdf.cli;

import io.vtkhdf.ImageSource;
import io.vtkhdf.convert.ImageTarget;
import java.util.List;

/** Which releases of VTK do not read a file that is written, for what is said about it. */
final class ReaderNote {

    private ReaderNote() {}

    /** Empty if all read it. */
    static String of(ImageSource image, ImageTarget target) {
        List<String> failed = target.readings(image).stream()
                .filter(reading -> !reading.isRight())
                .map(reading -> reading.release().version())
                .toList();
        return failed.isEmpty()
                ? ""
                : "not read by VTK " + String.join(", ", failed) + " ('vtkhdf validate' tells why)";
    }
}
