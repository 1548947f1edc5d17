package io.vtkhdf.write;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.ImageContents;
import io.vtkhdf.format.ImageHeader;
import io.vtkhdf.hdf5.Signature;
import io.vtkhdf.hdf5.read.StoredFile;
import io.vtkhdf.hdf5.read.StoredLinks;
import io.vtkhdf.hdf5.read.StoredObject;
import io.vtkhdf.image.ArrayRole;
import io.vtkhdf.image.Association;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
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
