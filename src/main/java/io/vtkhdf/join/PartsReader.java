package io.vtkhdf.join;

import io.vtkhdf.copy.Likeness;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Axis;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.series.NaturalOrder;
import io.vtkhdf.series.TimesOfSteps;
import io.vtkhdf.source.StepTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Opens parts, one after the other, and makes sure that they fit together. Not thread-safe.
 *
 * @see ImageJoin what fits
 */
final class PartsReader {

    private final Predicate<ArraySpec> wanted;
    private final boolean areAllWanted;
    private final List<OpenedPart> opened = new ArrayList<>();

    /** @param wanted empty for all arrays, none of which may then be beyond reading */
    PartsReader(Optional<Predicate<ArraySpec>> wanted) {
        this.wanted = wanted.orElse(array -> true);
        this.areAllWanted = wanted.isEmpty();
    }

    private static void requireFiles(List<Path> files) {
        if (files.isEmpty() || new HashSet<>(files).size() < files.size()) {
            throw new IllegalArgumentException("found " + files + ", expected the file of each part once");
        }
    }

    private OpenedPart open(Path file, String reason, OpenedPart.FieldsListener listener) throws IOException {
        OpenedPart part = OpenedPart.read(file, wanted, areAllWanted, listener);
        opened.add(part);
        likeness(part, reason).requireSameArrays(part.specs(), opened.get(0).specs());
        return part;
    }

    private Likeness likeness(OpenedPart part, String reason) {
        return new Likeness(part.file().toString(), opened.get(0).file().toString(), reason);
    }

    JoinedParts along(Axis axis, List<Path> files) throws IOException {
        requireFiles(files);
        String reason = "all parts of an image are alike";
        JoinedFields fields = JoinedFields.ofImage();
        List<Long> starts = new ArrayList<>();
        for (Path file : files) {
            OpenedPart part =
                    open(file, reason, (step, found, unreadable) -> fields.add(file.toString(), found, unreadable));
            requireOneStep(part);
            if (part.isTimed() && opened.get(0).isTimed()) {
                likeness(part, reason)
                        .requireSame("time", part.times()[0], opened.get(0).times()[0]);
            }
            starts.add(new Alignment(opened.get(0), axis).start(part));
        }
        long lowest = starts.stream().mapToLong(Long::longValue).min().orElseThrow();
        List<ImagePart> parts = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            parts.add(slab(opened.get(i), starts.get(i) - lowest, axis));
        }
        Arrangement arrangement = Arrangement.of(axis, parts);
        arrangement.requireCells(opened.get(0).specs());
        OpenedPart base = opened.get(starts.indexOf(lowest));
        return joined(arrangement, joined(base.geometry(), axis, arrangement.slices()), fields, new double[0]);
    }

    private static void requireOneStep(OpenedPart part) throws UnsupportedFileException {
        if (part.steps() > 1) {
            throw new UnsupportedFileException(
                    part.file().toString(),
                    "/VTKHDF/Steps",
                    "a time series of " + part.steps() + " steps",
                    "a single image: time series are joined in time only");
        }
    }

    private static ImagePart slab(OpenedPart part, long start, Axis axis) throws UnsupportedFileException {
        int slices = part.geometry().dimensions().along(axis);
        if (start + slices > Integer.MAX_VALUE) {
            throw new UnsupportedFileException(
                    part.file().toString(),
                    "/VTKHDF",
                    "slices of points " + start + " to " + (start + slices - 1) + " of all parts",
                    "less than 2^31 together");
        }
        return ImagePart.ofSlices(part.file(), (int) start, slices);
    }

    /** The grid of the lowest part, of so many slices. */
    private static ImageGeometry joined(ImageGeometry lowest, Axis axis, int slices) {
        ImageGeometry based = lowest.zeroBased();
        Dimensions d = based.dimensions();
        Dimensions all =
                switch (axis) {
                    case X -> new Dimensions(slices, d.y(), d.z());
                    case Y -> new Dimensions(d.x(), slices, d.z());
                    case Z -> new Dimensions(d.x(), d.y(), slices);
                };
        return new ImageGeometry(all.extent(), based.origin(), based.spacing(), based.direction());
    }

    JoinedParts inTime(List<Path> files, StepTimes times) throws IOException {
        requireFiles(files);
        String reason = "all steps of a series are alike";
        List<Path> sorted = files.stream()
                .sorted(Comparator.comparing(Path::toString, new NaturalOrder()))
                .toList();
        JoinedFields fields = JoinedFields.ofSeries();
        List<ImagePart> parts = new ArrayList<>();
        List<Path> fileOfStep = new ArrayList<>();
        for (Path file : sorted) {
            OpenedPart part =
                    open(file, reason, (step, found, unreadable) -> fields.add(file.toString(), found, unreadable));
            likeness(part, reason)
                    .requireSameGeometry(part.geometry(), opened.get(0).geometry());
            parts.add(ImagePart.ofSteps(file, part.geometry(), fileOfStep.size(), part.steps()));
            for (int step = 0; step < part.steps(); step++) {
                fileOfStep.add(file);
            }
        }
        Optional<double[]> chosen = TimesOfSteps.chosen(times, fileOfStep.size());
        double[] known = chosen.isPresent() ? chosen.get() : timesOfFiles(fileOfStep.size());
        TimesOfSteps.requireIncreasing(fileOfStep, known);
        return joined(Arrangement.of(Axis.Z, parts), opened.get(0).geometry(), fields, known);
    }

    private double[] timesOfFiles(int steps) {
        OpenedPart first = opened.get(0);
        double[] times = new double[steps];
        int step = 0;
        for (OpenedPart part : opened) {
            TimesOfSteps.requireTimedAlike(part.file(), part.isTimed(), first.file(), first.isTimed());
            for (double time : part.times()) {
                times[step] = part.isTimed() ? time : step;
                step++;
            }
        }
        return times;
    }

    private JoinedParts joined(Arrangement arrangement, ImageGeometry geometry, JoinedFields fields, double[] times) {
        ImageSpec image = new ImageSpec(
                geometry, opened.get(0).specs(), fields.same(), opened.get(0).active());
        return new JoinedParts(arrangement, opened, image, fields, times);
    }
}
