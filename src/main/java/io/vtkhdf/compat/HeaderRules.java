package io.vtkhdf.compat;

import static io.vtkhdf.compat.Verdict.CRASHED;
import static io.vtkhdf.compat.Verdict.REFUSED;
import static io.vtkhdf.compat.Verdict.WRONG;
import static io.vtkhdf.compat.VtkRelease.VTK_9_1;
import static io.vtkhdf.compat.VtkRelease.VTK_9_2;
import static io.vtkhdf.compat.VtkRelease.VTK_9_3;
import static io.vtkhdf.compat.VtkRelease.VTK_9_4;
import static io.vtkhdf.compat.VtkRelease.VTK_9_5;
import static io.vtkhdf.compat.VtkRelease.VTK_9_7;

import java.util.List;
import java.util.Optional;

/** What the attributes of /VTKHDF and the group Steps must be like. */
final class HeaderRules {

    private static final String IMAGE = "ImageData";

    static final List<Rule<StoredImage>> ALL = List.of(
            new Rule<>(VTK_9_2, VTK_9_4, REFUSED, HeaderRules::notPlainType),
            new Rule<>(VTK_9_5, VTK_9_7, REFUSED, HeaderRules::notType),
            new Rule<>(VTK_9_1, VTK_9_7, REFUSED, HeaderRules::unreadableAttributes),
            new Rule<>(VTK_9_1, VTK_9_7, WRONG, HeaderRules::senselessAttributes),
            new Rule<>(VTK_9_3, VTK_9_7, REFUSED, HeaderRules::noStepCount),
            new Rule<>(VTK_9_3, VTK_9_4, CRASHED, HeaderRules::noStepValues),
            new Rule<>(VTK_9_5, VTK_9_7, REFUSED, HeaderRules::noStepValues));

    private HeaderRules() {}

    private static Optional<String> notPlainType(StoredImage image) {
        if (image.type().filter(StoredText::isImageData).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(
                "the attribute Type is " + describe(image) + " instead of 9 bytes of ASCII, '" + IMAGE + "'");
    }

    private static Optional<String> notType(StoredImage image) {
        boolean readable = image.type()
                .filter(type -> type.text().equals(IMAGE) && type.storedSize() <= StoredText.MOST_BYTES)
                .isPresent();
        return readable ? Optional.empty() : Optional.of("the attribute Type is " + describe(image));
    }

    private static String describe(StoredImage image) {
        if (image.type().isEmpty()) {
            return "missing, or no string,";
        }
        StoredText type = image.type().get();
        return "'" + type.text() + "' ("
                + (type.charset() == StoredText.Charset.ASCII ? "ASCII, " : "UTF-8, ")
                + (type.length() == StoredText.Length.VARIABLE ? "variable length" : type.storedSize() + " bytes")
                + ")";
    }

    private static Optional<String> unreadableAttributes(StoredImage image) {
        return image.unreadableAttributes().isEmpty()
                ? Optional.empty()
                : Optional.of("these attributes are missing, or no lists of numbers of the right length: "
                        + String.join(", ", image.unreadableAttributes()));
    }

    private static Optional<String> senselessAttributes(StoredImage image) {
        return image.senselessAttributes().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "VTK takes numbers that make no sense: " + String.join(", ", image.senselessAttributes()));
    }

    private static Optional<String> noStepCount(StoredImage image) {
        return image.steps().filter(steps -> steps.count() < 1).map(steps -> "the group Steps has no attribute NSteps");
    }

    private static Optional<String> noStepValues(StoredImage image) {
        return image.steps()
                .filter(steps -> image.isTimeSeries() && !steps.hasValues())
                .map(steps -> "the time series has no dataset Steps/Values");
    }
}
