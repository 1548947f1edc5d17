package io.vtkhdf.validate;

import io.vtkhdf.compat.rules.StoredArray;
import io.vtkhdf.compat.rules.StoredArray.Content;
import io.vtkhdf.compat.rules.StoredArray.Group;
import io.vtkhdf.compat.rules.StoredArray.Position;
import io.vtkhdf.compat.rules.StoredParts;
import io.vtkhdf.compat.rules.StoredSteps;
import io.vtkhdf.compat.rules.StoredText;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.format.AxisOrder;
import io.vtkhdf.format.ImageArrays;
import io.vtkhdf.format.ImageFields;
import io.vtkhdf.hdf5.BoundedBytes;
import io.vtkhdf.hdf5.StoredFilter;
import io.vtkhdf.hdf5.StoredType;
import io.vtkhdf.hdf5.read.StoredAttribute;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ImageGeometry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Goes through the groups of arrays of a file. */
final class ArraySurvey {

    private final StoredLinks links;
    private final Optional<ImageGeometry> geometry;
    private final List<Finding> findings;
    private final StepsSurvey steps;
    private final List<StoredArray> arrays = new ArrayList<>();
    private final List<SurveyedDataset> datasets = new ArrayList<>();

    /** @param findings to be added to */
    ArraySurvey(StoredLinks links, Optional<ImageGeometry> geometry, List<Finding> findings) throws IOException {
        this.links = links;
        this.geometry = geometry;
        this.findings = findings;
        this.steps = StepsSurvey.of(links, findings);
        for (Group group : Group.values()) {
            survey(group);
        }
    }

    /** In the order in which HDF5 lists them. */
    List<StoredArray> arrays() {
        return arrays;
    }

    /** The datasets whose data this library can decode, without those that are empty. */
    List<SurveyedDataset> datasets() {
        return datasets;
    }

    /** Empty if it has no group Steps. */
    Optional<StoredSteps> steps() throws IOException {
        return steps.steps(arrays);
    }

    /** After {@link #steps()}; empty if it is no time series. */
    Optional<SeriesOutline> series() {
        return steps.outline();
    }

    private void survey(Group group) throws IOException {
        Optional<StoredObject> object = get(links, group.groupName());
        if (object.isEmpty()) {
            return;
        } else if (object.get().isDataset()) {
            findings.add(Finding.error(object.get().path(), "a dataset", "a group"));
            return;
        }
        StoredLinks members;
        try {
            members = StoredLinks.of(object.get());
        } catch (FileContentException e) {
            note(e);
            return;
        }
        RoleSurvey roles = new RoleSurvey(object.get());
        for (String name : members.storedNames()) {
            try {
                survey(group, name, object.get().path() + "/" + name, members.get(name), roles);
            } catch (FileContentException e) {
                note(e);
                if (e instanceof CorruptFileException) {
                    arrays.add(entry(group, name, Content.BROKEN));
                }
            }
        }
        if (group != Group.FIELD_DATA) {
            surveyActive(roles);
        }
    }

    private void surveyActive(RoleSurvey roles) throws IOException {
        for (ArrayRole role : ArrayRole.values()) {
            try {
                roles.ofGroup(role).ifPresent(findings::add);
            } catch (FileContentException e) {
                note(e);
            }
        }
    }

    private void note(FileContentException e) {
        findings.add(finding(e));
    }

    private Finding finding(FileContentException e) {
        Finding finding =
                Finding.of(e instanceof CorruptFileException ? Finding.Severity.ERROR : Finding.Severity.WARNING, e);
        return new Finding(
                finding.severity(), place(e.resource(), finding.path()), finding.found(), finding.expected());
    }

    private String place(StoredDataset dataset) {
        return place(dataset.file().name(), dataset.path());
    }

    /** With the name of the file if it is not the one that is judged, but one that a link of it leads to. */
    private String place(String file, String path) {
        return file.equals(links.file().name()) ? path : file + ": " + path;
    }

    private Optional<StoredObject> get(StoredLinks from, String name) throws IOException {
        try {
            return from.get(name);
        } catch (FileContentException e) {
            note(e);
            return Optional.empty();
        }
    }

    private static StoredArray entry(Group group, String name, Content content) {
        return new StoredArray(
                group, name, content, List.of(), List.of(), Optional.empty(), Optional.empty(), StoredParts.ALL_THERE);
    }

    private void survey(Group group, String name, String path, Optional<StoredObject> object, RoleSurvey roles)
            throws IOException {
        if (object.isEmpty()) {
            findings.add(Finding.warning(path, "a link that leads nowhere", "a dataset"));
            arrays.add(entry(group, name, Content.NOTHING));
        } else if (object.get().isDataset()) {
            survey(group, name, StoredDataset.of(object.get()), role(object.get()), roles);
        }
    }

    private static Optional<String> role(StoredObject dataset) throws IOException {
        Optional<StoredAttribute> attribute = dataset.attribute(ArrayRole.ROLE);
        if (attribute.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(SurveyedText.of(attribute.get())
                .filter(text -> text.storedSize() <= StoredText.MOST_BYTES)
                .map(StoredText::text)
                .orElse(""));
    }

    private void survey(Group group, String name, StoredDataset dataset, Optional<String> role, RoleSurvey roles)
            throws IOException {
        Content content = content(dataset);
        Optional<AxisOrder> layout = Optional.empty();
        if (content == Content.BOOLEANS) {
            findings.add(Finding.warning(
                    place(dataset),
                    "booleans, which no VTK reads",
                    "numbers: 'vtkhdf convert' makes them UInt8, 0 and 1"));
        }
        if (content == Content.OTHER || content.isText() && group != Group.FIELD_DATA) {
            findings.add(Finding.error(place(dataset), "elements of type " + dataset.typeName(), "numbers"));
        } else if (group == Group.FIELD_DATA) {
            tryOut(() -> ImageFields.requireSupported(dataset, BoundedBytes.mostMemory()));
        } else {
            layout = layout(group, dataset);
            Optional<AxisOrder> axes = layout;
            tryOut(() -> ImageArrays.requireTuples(
                    dataset, axes.map(AxisOrder::components).orElse(1)));
            layout.ifPresent(known -> {
                roles.add(name, known.components());
                role.flatMap(text -> roles.ofDataset(place(dataset), text, known.components()))
                        .ifPresent(findings::add);
            });
        }
        if (dataset.size() > 0) {
            Optional<AxisOrder> known = layout;
            tryOut(() -> {
                dataset.blocks().storedBytes();
                datasets.add(new SurveyedDataset(group.groupName() + "/" + name, place(dataset), dataset, known));
            });
        }
        StoredParts parts = VirtualSurvey.survey(dataset, place(dataset), findings);
        boolean ofHdf5Two = dataset.isOfHdf5Two();
        if (ofHdf5Two) {
            noteHdf5Two(dataset);
        }
        arrays.add(new StoredArray(
                group,
                name,
                ofHdf5Two ? Content.OF_HDF5_2 : content,
                Arrays.stream(dataset.shape()).boxed().toList(),
                dataset.neededFilters().stream().map(StoredFilter::name).toList(),
                role,
                layout.map(known ->
                        new Position(Arrays.stream(known.start()).boxed().toList(), known.components())),
                ofHdf5Two ? StoredParts.ALL_THERE : parts));
    }

    private void noteHdf5Two(StoredDataset dataset) throws IOException {
        findings.add(Finding.warning(
                place(dataset),
                "data stored in a way that came with HDF5 2.0: VTK up to 9.7 leaves this array and all after it out"
                        + " without a word",
                "a file of HDF5 1: write it with libver 'v110', or copy it by 'vtkhdf convert'"));
    }

    private interface Attempt {
        void run() throws IOException;
    }

    /** Notes what this library cannot do; what is broken goes up. */
    private void tryOut(Attempt attempt) throws IOException {
        try {
            attempt.run();
        } catch (UnsupportedFileException e) {
            if (findings.stream().noneMatch(finding(e)::equals)) {
                note(e);
            }
        }
    }

    private static Content content(StoredDataset dataset) {
        if (dataset.type().isNumber()) {
            return dataset.type().isSparse() ? Content.SPARSE_NUMBERS : Content.NUMBERS;
        } else if (dataset.type() instanceof StoredType.Booleans) {
            return Content.BOOLEANS;
        }
        return dataset.type().isAsciiOfVariableLength()
                ? Content.ASCII_STRINGS
                : dataset.type().isText() ? Content.OTHER_STRINGS : Content.OTHER;
    }

    private Optional<AxisOrder> layout(Group group, StoredDataset dataset) {
        if (geometry.isEmpty()) {
            return Optional.empty();
        }
        Association association = group == Group.POINT_DATA ? Association.POINT : Association.CELL;
        Dimensions dimensions = geometry.get().dimensions(association);
        int[] extent = geometry.get().extent().toArray();
        Optional<AxisOrder> layout = AxisOrder.find(
                steps.withoutTime(dataset.shape()),
                dimensions,
                new int[] {extent[0], extent[2], extent[4]},
                steps.count() == 1 ? AxisOrder.TimeAxis.POSSIBLE : AxisOrder.TimeAxis.ABSENT);
        if (layout.isEmpty()) {
            findings.add(Finding.error(
                    place(dataset),
                    "a dataset of shape " + Arrays.toString(dataset.shape()) + " (slowest axis first)",
                    "one that holds " + dimensions + " tuples (x, y, z)" + steps.expectation()));
        }
        return layout;
    }
}
