package io.vtkhdf.plan;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.join.ImageJoin;
import io.vtkhdf.join.ImagePart;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Publishes what the workers have written. */
final class Finishing {

    private final PlannedImage image;
    private final Receipts receipts;
    private final FinishOptions options;
    private final ReadBack values;
    private final OutputParts output;

    Finishing(PlannedImage image, Receipts receipts, FinishOptions options) {
        this.image = image;
        this.receipts = receipts;
        this.options = options;
        this.values = new ReadBack(image, receipts);
        this.output = OutputParts.of(image.output());
    }

    void run() throws IOException {
        if (image.isShared()) {
            finishShared();
        } else {
            finishParts();
        }
    }

    private void finishShared() throws IOException {
        SharedFile.dropSecondName(image);
        boolean isCommitted = SharedFile.isCommitted(image);
        if (isCommitted || SharedFile.isWaiting(image)) {
            Set<Path> before = output.named().orElse(Set.of());
            SharedFile.publish(image, file -> {
                if (options.verifies() || isCommitted) { // Then nothing else says that it is this plan's.
                    values.requireSharedFile(file.written(), file.channel());
                }
            });
            output.drop(before);
            return;
        }
        requireFinished();
    }

    private void requireFinished() throws IOException {
        if (!Files.exists(image.output())) {
            throw image.notThere();
        }
        try {
            values.requireFinished(image.output());
        } catch (SlabException | FileContentException e) {
            FileAlreadyExistsException other = new FileAlreadyExistsException(
                    image.output().toString(), null, "is there, and not what the receipts say: " + e.getMessage());
            other.initCause(e);
            throw other;
        }
    }

    private void finishParts() throws IOException {
        PartsFolder folder = new PartsFolder(image);
        Optional<Set<Path>> named = output.named();
        boolean isJoined = folder.hasOne(named.orElse(Set.of()));
        if (isJoined || !folder.isThere() || Files.exists(image.output()) && !image.overwrites()) {
            requireFinished();
            if (isJoined && options.consolidates()) {
                consolidateJoined(folder, named.get());
            } else if (named.isPresent()) { // A run that was killed may have left what is not needed any more.
                folder.deleteAllBut(named.get());
            }
            return;
        }
        folder.dropCopy();
        SharedFile.requireNoPlan(image);
        List<Path> parts = folder.parts(receipts);
        Set<Path> kept = new HashSet<>();
        if (options.consolidates()) {
            Consolidation consolidation = new Consolidation(image, folder, parts, file -> {
                verify(file);
                folder.requireThere();
            });
            List<FieldArray> fields = folder.fields();
            folder.copy(() -> consolidation.publish(fields, active(), image.overwrites()));
        } else {
            if (options.verifies()) {
                folder.verify(parts, values);
            }
            join(folder, parts);
            for (Path part : parts) {
                kept.add(part.toRealPath());
            }
        }
        folder.deleteAllBut(kept);
        output.drop(named.orElse(Set.of()));
    }

    private void verify(Path written) throws IOException {
        if (options.verifies()) {
            values.requireFinished(written);
        }
    }

    /** The plan was finished before as a file of virtual arrays, which is now replaced by one that needs no parts. */
    private void consolidateJoined(PartsFolder folder, Set<Path> named) throws IOException {
        List<FieldArray> fields;
        try (ImageDataReader reader = ImageDataReader.open(image.output())) {
            fields = PartsFolder.inOrder(image, reader);
        }
        folder.dropCopy();
        SharedFile.requireNoPlan(image);
        Consolidation consolidation = new Consolidation(image, folder, folder.parts(named), this::verify);
        folder.copy(() -> consolidation.publish(fields, active(), true));
        folder.delete();
    }

    /** A file of virtual arrays over the parts, whose chunks stay where they are. */
    private void join(PartsFolder folder, List<Path> parts) throws IOException {
        List<ImagePart> joined = new ArrayList<>();
        for (int slab = 0; slab < parts.size(); slab++) {
            joined.add(ImagePart.ofSlices(
                    parts.get(slab),
                    image.slab(slab).first(),
                    folder.geometry(slab).dimensions().z()));
        }
        List<FieldArray> fields = folder.fields();
        folder.requireThere();
        ImageJoin.write(
                image.output(),
                new ImageSpec(image.geometry(), image.specs(), fields, active()),
                new double[0],
                joined,
                WriteOptions.defaults()
                        .withOverwrite(image.overwrites())
                        .withKeepExtent(true)
                        .withDurable(true));
    }

    private List<ActiveArray> active() {
        return image.form().active().stream().map(PlanForm.RoleForm::toRole).toList();
    }
}
