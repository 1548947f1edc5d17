package io.vtkhdf.validate;

import io.vtkhdf.compat.rules.StoredArray;
import io.vtkhdf.compat.rules.StoredImage;
import io.vtkhdf.compat.rules.StoredSteps;
import io.vtkhdf.compat.rules.StoredText;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.format.ImageArrays;
import io.vtkhdf.format.ImageHeader;
import io.vtkhdf.format.UnfinishedMarks;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.hdf5.read.StoredAttribute;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.Direction;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Unfinished;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through the structure of a file, notes what is wrong and describes what VTK would see. */
final class ImageSurvey {

    /** The attributes that are lists of numbers, and how many each has. */
    private static final Map<String, Integer> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put(ImageHeader.VERSION, 2);
        LISTS.put(ImageHeader.EXTENT, 6);
        LISTS.put(ImageHeader.ORIGIN, 3);
        LISTS.put(ImageHeader.SPACING, 3);
        LISTS.put(ImageHeader.DIRECTION, 9);
    }

    private static final List<String> GEOMETRY =
            List.of(ImageHeader.EXTENT, ImageHeader.ORIGIN, ImageHeader.SPACING, ImageHeader.DIRECTION);

    private final List<Finding> findings = new ArrayList<>();
    private List<SurveyedDataset> datasets = List.of();
    private Optional<Unfinished> unfinished = Optional.empty();
    private Optional<SeriesOutline> series = Optional.empty();
    private final StoredImage image;

    /** @throws UnsupportedFileException if it is no image */
    ImageSurvey(Hdf5Reader file) throws IOException {
        Optional<StoredObject> group = ImageHeader.group(file);
        if (group.isPresent()) {
            this.image = survey(group.get());
        } else {
            findings.add(Finding.error("/", "no group " + ImageHeader.GROUP, "one"));
            this.image = new StoredImage(
                    Optional.empty(), List.copyOf(LISTS.keySet()), List.of(), List.of(), Optional.empty(), List.of());
        }
    }

    List<Finding> findings() {
        return findings;
    }

    /** Empty if it does not say that it is unfinished. */
    Optional<Unfinished> unfinished() {
        return unfinished;
    }

    /** Empty if it is no time series. */
    Optional<SeriesOutline> series() {
        return series;
    }

    /** Those whose data can be looked for. */
    List<SurveyedDataset> datasets() {
        return datasets;
    }

    StoredImage image() {
        return image;
    }

    private StoredImage survey(StoredObject group) throws IOException {
        Optional<StoredText> type = type(group);
        List<String> unreadable = unreadableLists(group);
        Optional<ImageGeometry> geometry = geometry(group);
        List<String> senseless = geometry.isEmpty() && unreadable.isEmpty() ? GEOMETRY : List.of();
        StoredLinks links = StoredLinks.of(group);
        if (group.attribute(UnfinishedMarks.UNFINISHED).isPresent()) {
            unfinished = Optional.of(unfinished(group, links));
        }
        ArraySurvey arrays = new ArraySurvey(links, geometry, findings);
        List<StoredArray> stored = arrays.arrays();
        datasets = arrays.datasets();
        Optional<StoredSteps> steps = arrays.steps();
        series = arrays.series();
        List<Integer> extent = geometry.map(
                        known -> Arrays.stream(known.extent().toArray()).boxed().toList())
                .orElse(List.of());
        boolean turned = geometry.filter(known -> !known.direction().equals(Direction.IDENTITY))
                .isPresent();
        return new StoredImage(type, unreadable, senseless, extent, turned, steps, stored);
    }

    private static Unfinished unfinished(StoredObject group, StoredLinks links) throws IOException {
        try {
            return new ImageArrays(ImageHeader.of(group, links), links).slices();
        } catch (FileContentException e) {
            return new Unfinished(List.of()); // What is wrong with it stands elsewhere.
        }
    }

    private Optional<StoredText> type(StoredObject group) throws IOException {
        Optional<StoredAttribute> type = group.attribute(ImageHeader.TYPE);
        if (type.isEmpty()) {
            findings.add(Finding.error(group.path(), "no attribute " + ImageHeader.TYPE, "one"));
            return Optional.empty();
        }
        try {
            ImageHeader.requireImage(group);
            return SurveyedText.of(type.get());
        } catch (CorruptFileException e) {
            findings.add(Finding.of(Finding.Severity.ERROR, e));
            return Optional.empty();
        }
    }

    private List<String> unreadableLists(StoredObject group) throws IOException {
        List<String> unreadable = new ArrayList<>();
        for (Map.Entry<String, Integer> list : LISTS.entrySet()) {
            try {
                requireList(group, list.getKey(), list.getValue());
            } catch (FileContentException e) {
                findings.add(Finding.of(Finding.Severity.ERROR, e));
                unreadable.add(list.getKey());
            }
        }
        return unreadable;
    }

    private static void requireList(StoredObject group, String name, int count) throws IOException {
        Optional<StoredAttribute> attribute = group.attribute(name);
        if (attribute.isEmpty()) {
            throw group.file().corrupt(group.path(), "no attribute " + name, "one");
        } else if (!attribute.get().isList(count)) {
            throw group.file().corrupt(attribute.get().place(), "something else", "a list of " + count + " numbers");
        }
    }

    /** Empty if the extent, or what else makes the geometry, cannot be made out. */
    private Optional<ImageGeometry> geometry(StoredObject group) throws IOException {
        try {
            ImageGeometry geometry = ImageHeader.geometry(group);
            noteCollapsed(group.path(), geometry);
            return Optional.of(geometry);
        } catch (FileContentException e) {
            Finding finding = Finding.of(Finding.Severity.ERROR, e);
            if (findings.stream().noneMatch(known -> known.path().equals(finding.path()))) {
                findings.add(finding);
            }
            return Optional.empty();
        }
    }

    /** Legal, but points fall together, and world coordinates cannot be turned back. */
    private void noteCollapsed(String path, ImageGeometry geometry) {
        double[] spacing = geometry.spacing().toArray();
        int[] extent = geometry.extent().toArray();
        for (int axis = 0; axis < spacing.length; axis++) {
            if (spacing[axis] == 0 && extent[2 * axis] < extent[2 * axis + 1]) {
                String found = "0 along " + "xyz".charAt(axis) + ", where all points fall together";
                findings.add(Finding.warning(path + "@" + ImageHeader.SPACING, found, "another number than 0"));
            }
        }
        if (geometry.direction().isSingular()) {
            findings.add(Finding.warning(
                    path + "@" + ImageHeader.DIRECTION,
                    "a singular matrix, " + geometry.direction(),
                    "three axes that do not lie in a plane"));
        }
    }
}
