package io.vtkhdf.write;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.ImageContents;
import io.vtkhdf.format.ImageHeader;
import io.vtkhdf.format.Steps;
import io.vtkhdf.format.TimeValue;
import io.vtkhdf.hdf5.Signature;
import io.vtkhdf.hdf5.read.StoredDataset;
import io.vtkhdf.hdf5.read.StoredFile;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.Association;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Makes sure that a commit of ours can take the place of what a finished file of anybody's tells, and nothing of it is
 * lost: it begins with its superblock, which nobody has open to write, and there is nothing in it but an image.
 */
final class AppendableFile {

    private static final int VERSION = 8;

    /** Of superblocks from this version on the flags tell whether somebody is writing the file. */
    private static final int FLAGGED_VERSION = 3;

    private static final int FLAGS = 11;

    private static final Set<String> IMAGE_ATTRIBUTES = Set.of(
            ImageHeader.TYPE,
            ImageHeader.VERSION,
            ImageHeader.EXTENT,
            ImageHeader.ORIGIN,
            ImageHeader.SPACING,
            ImageHeader.DIRECTION);

    private final StoredFile file;
    private final String advice;

    private AppendableFile(StoredFile file, String advice) {
        this.file = file;
        this.advice = advice;
    }

    /** @throws io.vtkhdf.error.UnsupportedFileException if it is not such a file */
    static void require(ByteSource bytes, ImageContents image, String advice) throws IOException {
        new AppendableFile(image.group().file(), advice).require(bytes, image);
    }

    private void require(ByteSource bytes, ImageContents image) throws IOException {
        if (Signature.find(bytes).orElseThrow() != 0) {
            throw unsupported("/", "a user block", "a file that begins with its superblock");
        }
        ByteBuffer head = ByteBuffer.allocate(FLAGS + 1);
        bytes.read(0, head);
        if (head.get(VERSION) >= FLAGGED_VERSION && head.get(FLAGS) != 0) {
            throw unsupported(
                    "superblock",
                    "a file that a program has open to write, or has not closed",
                    "one that nobody writes (h5clear -s takes the mark away)");
        }
        StoredObject root = StoredObject.root(file);
        requireOnly(root, Set.of(), Set.of(ImageHeader.GROUP));
        Set<String> groups = new HashSet<>(Set.of(ImageHeader.STEPS));
        for (Association association : Association.values()) {
            groups.add(association.groupName());
        }
        requireOnly(image.group(), IMAGE_ATTRIBUTES, groups);
        StoredLinks links = StoredLinks.of(image.group());
        for (Association association : Association.values()) {
            Optional<StoredObject> group = links.get(association.groupName());
            if (group.isPresent()) {
                requireArrays(group.get());
            }
        }
        Optional<StoredObject> fields = links.get(Association.FIELD.groupName());
        if (fields.isPresent()) {
            requireFields(fields.get(), image);
        }
        Optional<StoredObject> steps = links.get(ImageHeader.STEPS);
        if (steps.isPresent()) {
            requireSteps(steps.get(), links);
        }
        if (!image.arrays().notes().isEmpty()) {
            throw unsupported(
                    image.group().path(), image.arrays().notes().get(0).message(), "arrays of all steps");
        }
    }

    private void requireArrays(StoredObject group) throws IOException {
        Set<String> roles = new HashSet<>();
        Arrays.stream(ArrayRole.values()).forEach(role -> roles.add(role.vtkName()));
        StoredLinks links = StoredLinks.of(group);
        requireAttributes(group, roles);
        for (String name : links.names()) {
            Optional<StoredObject> array = links.get(name);
            if (array.isEmpty() || !array.get().isDataset()) {
                throw unsupported(group.path() + "/" + name, "no dataset", "arrays and nothing else");
            }
            requireAttributes(array.get(), Set.of(ArrayRole.ROLE, "ComponentNames"));
        }
    }

    private void requireFields(StoredObject group, ImageContents image) throws IOException {
        Map<String, StoredDataset> first = image.arrays().fieldDatasets();
        for (String name : StoredLinks.of(group).names()) {
            if (!first.containsKey(name)) {
                throw unsupported(group.path() + "/" + name, "no values at step 0", "some at every step");
            }
        }
        for (String name : List.of(TimeValue.NAME, TimeValue.ADDED_BY_VTK)) {
            if (first.containsKey(name) && !canStay(name, image)) {
                throw unsupported(
                        group.path() + "/" + name,
                        "values that new steps cannot have: "
                                + image.arrays().findField(name).orElseThrow(),
                        "the times nowhere but in " + ImageHeader.STEPS + "/" + Steps.VALUES);
            }
        }
    }

    /** Whether what is called like times is that of the only step, or does not change. */
    private static boolean canStay(String name, ImageContents image) throws IOException {
        double[] times = image.times().toArray();
        return name.equals(TimeValue.NAME) && times.length == 1
                ? TimeValue.of(image.arrays().findField(name).orElseThrow()).equals(OptionalDouble.of(times[0]))
                : image.arrays().isOneField(name, times.length);
    }

    private void requireSteps(StoredObject steps, StoredLinks image) throws IOException {
        Map<String, Association> known = new HashMap<>();
        for (Association association : Association.values()) {
            known.put(association.groupName() + Steps.OFFSETS, association);
        }
        known.put(Association.FIELD.groupName() + Steps.SIZES, Association.FIELD);
        Set<String> all = new HashSet<>(known.keySet());
        all.add(Steps.VALUES);
        requireOnly(steps, Set.of(Steps.COUNT), all);
        StoredLinks links = StoredLinks.of(steps);
        for (Map.Entry<String, Association> entry : known.entrySet()) {
            Optional<StoredObject> group = links.get(entry.getKey());
            Optional<StoredObject> arrays = image.get(entry.getValue().groupName());
            Set<String> names = new HashSet<>();
            if (arrays.isPresent()) {
                StoredLinks.of(arrays.get()).names().forEach(names::add);
            }
            if (group.isPresent()) {
                requireOnly(group.get(), Set.of(), names);
            }
        }
    }

    private void requireOnly(StoredObject group, Set<String> attributes, Set<String> linked) throws IOException {
        requireAttributes(group, attributes);
        for (String name : StoredLinks.of(group).names()) {
            if (!linked.contains(name)) {
                throw unsupported(group.path(), "the object " + ShownText.quoted(name), "an image and nothing else");
            }
        }
    }

    private void requireAttributes(StoredObject object, Set<String> known) throws FileContentException {
        for (String name : object.attributeNames()) {
            if (!known.contains(name)) {
                throw unsupported(
                        object.path(), "the attribute " + ShownText.quoted(name), "an image and nothing else");
            }
        }
    }

    private FileContentException unsupported(String place, String found, String expected) {
        return file.unsupported(place, found, expected).advising(advice);
    }
}
