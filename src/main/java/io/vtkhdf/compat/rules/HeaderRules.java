package io.vtkhdf.compat.rules;

import static io.vtkhdf.compat.Verdict.CRASHED;
import static io.vtkhdf.compat.Verdict.REFUSED;
import static io.vtkhdf.compat.Verdict.WRONG;
import static io.vtkhdf.compat.VtkRelease.VTK_9_1;
import static io.vtkhdf.compat.VtkRelease.VTK_9_2;
import static io.vtkhdf.compat.VtkRelease.VTK_9_3;
import static io.vtkhdf.compat.VtkRelease.VTK_9_4;
import static io.vtkhdf.compat.VtkRelease.VTK_9_5;
import static io.vtkhdf.compat.VtkRelease.VTK_9_6;
import static io.vtkhdf.compat.VtkRelease.VTK_9_7;

import io.vtkhdf.compat.rules.StoredSteps.Times;
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
            new Rule<>(VTK_9_1, VTK_9_2, WRONG, HeaderRules::timeSeries),
            new Rule<>(VTK_9_3, VTK_9_7, REFUSED, HeaderRules::noStepCount),
            new Rule<>(VTK_9_3, VTK_9_4, CRASHED, HeaderRules::noTimes),
            new Rule<>(VTK_9_5, VTK_9_7, REFUSED, HeaderRules::noTimes),
            new Rule<>(VTK_9_3, VTK_9_7, CRASHED, HeaderRules::tooManyTimes),
            new Rule<>(VTK_9_4, VTK_9_6, CRASHED, HeaderRules::turnedSeries),
            new Rule<>(VTK_9_3, VTK_9_7, WRONG, HeaderRules::wrongTimes));

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

    private static Optional<String> timeSeries(StoredImage image) {
        return image.isTimeSeries()
                ? Optional.of("the image is a time series, which VTK reads from 9.3 on")
                : Optional.empty();
    }

    private static Optional<String> noStepCount(StoredImage image) {
        return image.steps().filter(steps -> steps.count() < 1).map(steps -> "the group Steps has no attribute NSteps");
    }

    private static Optional<String> noTimes(StoredImage image) {
        return image.hasTimes(Times.MISSING)
                ? Optional.of("the time series has no list of numbers Steps/Values that VTK's HDF5 reads")
                : Optional.empty();
    }

    private static Optional<String> tooManyTimes(StoredImage image) {
        return image.hasTimes(Times.TOO_MANY)
                ? Optional.of("Steps/Values holds more numbers than NSteps says: VTK writes beyond its list")
                : Optional.empty();
    }

    private static Optional<String> turnedSeries(StoredImage image) {
        return image.turned() && image.isTimeSeries()
                ? Optional.of("the image is a time series with a Direction: VTK 9.4 to 9.6 die of its second step")
                : Optional.empty();
    }

    private static Optional<String> wrongTimes(StoredImage image) {
        if (image.hasTimes(Times.TOO_FEW)) {
            return Optional.of(
                    "Steps/Values holds fewer numbers than NSteps says: VTK shows other steps than asked for");
        }
        return image.hasTimes(Times.UNORDERED)
                ? Optional.of("Steps/Values does not increase: VTK shows other steps than asked for")
                : Optional.empty();
    }
}
