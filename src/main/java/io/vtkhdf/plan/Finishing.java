package io.vtkhdf.plan;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.Slab;
import io.vtkhdf.join.ImageJoin;
import io.vtkhdf.join.ImagePart;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.Leftover;
import io.vtkhdf.write.WriteOptions;
import io.vtkhdf.write.WritePlan;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        SharedFile.settle(image);
        if (SharedFile.isNameless(image)) {
            Set<Path> before = output.named().orElse(Set.of());
            SharedFile.publish(image, file -> {
                if (options.verifies()) {
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
        SharedFile.settle(image);
        folder.dropNameless();
        Optional<Set<Path>> named = output.named();
        boolean isJoined = folder.hasOne(named.orElse(Set.of()));
        if (isJoined || !folder.isThere() || Files.exists(image.output()) && !image.overwrites()) {
            requireFinished();
            if (isJoined && options.consolidates()) {
                consolidateJoined(folder, named.get());
            } else {
                folder.delete(); // A run that was killed may have left what is not needed any more.
            }
            return;
        }
        requireNoLeftover();
        List<Path> parts = folder.parts(receipts);
        if (options.consolidates()) {
            Consolidation consolidation = new Consolidation(image, folder, parts, file -> {
                verify(file);
                folder.requireThere();
            });
            PlannedHead said = folder.head();
            consolidation.publish(said, active(), image.overwrites());
        } else {
            if (options.verifies()) {
                folder.verify(parts, values);
            }
            folder.requireThere();
            folder.publishOver(parts, () -> join(folder, parts));
        }
        folder.delete();
        output.drop(named.orElse(Set.of()));
    }

    private void verify(Path written) throws IOException {
        if (options.verifies()) {
            values.requireFinished(written);
        }
    }

    /** @throws FileAlreadyExistsException if somebody else's file would be lost that is to be kept */
    private void requireNoLeftover() throws IOException {
        SharedFile.requireNoPlan(image);
        Optional<Leftover> found = image.overwrites()
                ? Optional.empty()
                : new WritePlan(image.output(), WriteOptions.defaults())
                        .leftover()
                        .filter(Leftover::isWorthKeeping);
        if (found.isPresent()) {
            throw new FileAlreadyExistsException(
                    image.part().toString(),
                    null,
                    "is " + found.get() + ", and not of this plan: finish what has begun it, or delete it");
        }
    }

    /** The plan was finished before as a file of virtual arrays, which is now replaced by one that needs no parts. */
    private void consolidateJoined(PartsFolder folder, Set<Path> named) throws IOException {
        PlannedHead said;
        try (ImageDataReader reader = ImageDataReader.open(image.output())) {
            said = PlannedHead.of(image, reader);
        }
        requireNoLeftover();
        Consolidation consolidation = new Consolidation(image, folder, folder.parts(named), this::verify);
        consolidation.publish(said, active(), true);
        output.drop(named);
        folder.delete();
    }

    /** A file of virtual arrays over the parts, whose chunks stay where they are. */
    private void join(PartsFolder folder, List<Path> parts) throws IOException {
        List<ImagePart> joined = new ArrayList<>();
        for (int slab = 0; slab < parts.size(); slab++) {
            Slab own = image.slab(slab);
            ImageGeometry geometry = folder.geometry(slab);
            joined.add(
                    image.isSeries()
                            ? ImagePart.ofSteps(parts.get(slab), geometry, own.first(), own.count())
                            : ImagePart.ofSlices(
                                    parts.get(slab),
                                    own.first(),
                                    geometry.dimensions().z()));
        }
        PlannedHead said = folder.head();
        folder.requireThere();
        ImageJoin.write(
                image.output(),
                new ImageSpec(image.geometry(), image.specs(), said.fields(), active()),
                said.times(),
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
