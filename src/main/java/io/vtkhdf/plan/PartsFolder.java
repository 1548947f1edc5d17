package io.vtkhdf.plan;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.Extent;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.WriteOptions;
import io.vtkhdf.write.WritePlan;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * {@code OUTPUT.parts}, the folder of a plan whose slabs are files of their own:
 *
 * <pre>
 * plan-ID.vtkhdf             the image without its arrays: geometry and field arrays; it is there as long as the plan
 * slab-00007-ATTEMPT.vtkhdf  a slab as an image of its own; another one of each attempt, with .part behind the name
 *                            until it is complete
 * </pre>
 *
 * <p>A part has the slab's slices of points, at their places in space. An image of n slices of points has n - 1 of
 * cells, but the slab has n, unless it is the last: those between its last slice and the next slab's first belong to
 * it. So where there are cell arrays its part has one slice of points more, which is the next slab's first one, and
 * holds the fill value there.
 */
final class PartsFolder {

    private static final Pattern OURS = Pattern.compile("(plan|slab-[0-9]+)-[0-9a-f-]+\\.vtkhdf(\\.part)?");

    private final PlannedImage image;

    PartsFolder(PlannedImage image) {
        this.image = image;
    }

    private Path head() {
        return image.folder().resolve("plan-" + image.id() + ".vtkhdf");
    }

    /** Makes the folder, which no other plan may have. */
    void create(List<FieldArray> fields) throws IOException {
        Path folder = image.folder();
        if (Files.isDirectory(folder)) {
            if (!image.overwrites()) {
                throw new FileAlreadyExistsException(
                        folder.toString(),
                        null,
                        "has the parts of a plan, which may be under way: withOverwrite(true) replaces them");
            }
            delete();
        }
        Files.createDirectory(folder);
        try {
            new WritePlan(head(), WriteOptions.defaults().withKeepExtent(true).withDurable(true))
                    .create(new ImageSpec(image.geometry(), List.of(), fields, List.of()))
                    .finish();
        } catch (IOException | RuntimeException | Error e) {
            Files.deleteIfExists(folder);
            throw e;
        }
        OutputFile.forceNames(folder.toAbsolutePath().getParent());
    }

    /** Whether the folder is there, and this plan's. */
    boolean isThere() {
        return Files.isRegularFile(head());
    }

    /** In the order in which they were given: a file does not tell it. */
    List<FieldArray> fields() throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(head())) {
            List<FieldArray> fields = new ArrayList<>();
            for (String name : image.form().fields()) {
                fields.add(reader.fieldArray(name));
            }
            return fields;
        }
    }

    /** The file of a new attempt at a slab. */
    Path attempt(int slab) {
        return image.folder()
                .resolve(String.format(
                        "slab-%05d-%s.vtkhdf",
                        slab, UUID.randomUUID().toString().substring(0, 8)));
    }

    /** The part that a receipt names; nothing outside of the folder. */
    Path part(SlabReceipt receipt) throws SlabException {
        if (!OURS.matcher(receipt.part()).matches()) {
            throw image.wrong(
                    receipt.slab(),
                    "found a receipt of a part that is called " + ShownText.quoted(receipt.part())
                            + ", expected slab-NUMBER-ATTEMPT.vtkhdf");
        }
        return image.folder().resolve(receipt.part());
    }

    /** The geometry of a slab's part. */
    ImageGeometry geometry(int number) {
        Slab slab = image.slab(number);
        Extent all = image.geometry().extent();
        int first = all.zMin() + slab.first();
        int slices = slab.count() + (isLonger(number) ? 1 : 0);
        Extent own = new Extent(all.xMin(), all.xMax(), all.yMin(), all.yMax(), first, first + slices - 1);
        ImageGeometry whole = image.geometry();
        return new ImageGeometry(own, whole.origin(), whole.spacing(), whole.direction()).zeroBased();
    }

    /** Whether a part has a slice of points that is not its slab's. */
    boolean isLonger(int number) {
        boolean hasCells = image.specs().stream().anyMatch(array -> array.association() == Association.CELL);
        return hasCells && number < image.slabs() - 1;
    }

    /** The size of an array's chunks; the same in all parts. */
    Dimensions chunk(ArrayShape shape) {
        return image.storage().chunkOf(shape.spec(), shape.dimensions()).orElseThrow();
    }

    /** The one of a slab's attempts whose part is there. */
    SlabReceipt winner(int slab, Receipts receipts) throws SlabException {
        String found = "";
        for (SlabReceipt attempt : receipts.attempts(slab)) {
            Path part = part(attempt);
            try {
                long size = Files.size(part);
                if (size == attempt.partBytes()) {
                    return attempt;
                }
                found = part + " of " + size + " bytes, expected " + attempt.partBytes();
            } catch (IOException e) {
                found = "no part at " + part + ", expected one of " + attempt.partBytes() + " bytes";
            }
        }
        throw image.wrong(slab, "found " + found + ": write it again");
    }

    /** Compares the parts of all slabs with their receipts. */
    void verify(List<SlabReceipt> winners, ReadBack values) throws IOException {
        for (SlabReceipt winner : winners) {
            try {
                values.requirePart(winner.slab(), part(winner));
            } catch (FileContentException e) {
                throw broken(winner.slab(), e);
            }
        }
    }

    SlabException broken(int slab, FileContentException reason) {
        SlabException failure = image.wrong(slab, reason.getMessage() + ": write it again");
        failure.initCause(reason);
        return failure;
    }

    /** Deletes all files of the plan but some parts, and the folder if it is empty then. */
    void deleteAllBut(Collection<String> kept) throws IOException {
        Set<String> names = Set.copyOf(kept);
        Files.deleteIfExists(head()); // First, so that a plan that has lost a part is none.
        try (DirectoryStream<Path> files = Files.newDirectoryStream(image.folder())) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (OURS.matcher(name).matches() && !names.contains(name)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            return; // There is no folder.
        }
        if (names.isEmpty()) {
            try {
                Files.deleteIfExists(image.folder());
            } catch (DirectoryNotEmptyException e) {
                throw new FileSystemException(
                        image.folder().toString(), null, "has files that are no parts of a plan; it is kept");
            }
        }
    }

    void delete() throws IOException {
        deleteAllBut(List.of());
    }
}
