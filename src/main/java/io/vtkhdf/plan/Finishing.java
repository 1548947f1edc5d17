package io.vtkhdf.plan;

import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.join.ImageJoin;
import io.vtkhdf.join.ImagePart;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/** Publishes what the workers have written. */
final class Finishing {

    private final PlannedImage image;
    private final Receipts receipts;
    private final FinishOptions options;
    private final ReadBack values;

    Finishing(PlannedImage image, Receipts receipts, FinishOptions options) {
        this.image = image;
        this.receipts = receipts;
        this.options = options;
        this.values = new ReadBack(image, receipts);
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
            SharedFile.publish(image, file -> {
                if (options.verifies() || isCommitted) { // Then nothing else says that it is this plan's.
                    values.requireSharedFile(file.written(), file.channel());
                }
            });
            return;
        }
        requireFinished();
    }

    private void requireFinished() throws IOException {
        if (!Files.exists(image.output())) {
            throw new NoSuchFileException(
                    image.isShared() ? image.part().toString() : image.folder().toString(),
                    null,
                    "is not there, or not this plan's, which was abandoned or replaced: plan it again");
        }
        values.requireFinished(image.output());
    }

    /** A file of virtual arrays over the parts, whose chunks stay where they are. */
    private void join(PartsFolder folder, List<SlabReceipt> winners, List<ActiveArray> active) throws IOException {
        List<ImagePart> parts = new ArrayList<>();
        for (SlabReceipt winner : winners) {
            parts.add(ImagePart.ofSlices(
                    folder.part(winner),
                    image.slab(winner.slab()).first(),
                    folder.geometry(winner.slab()).dimensions().z()));
        }
        ImageJoin.write(
                image.output(),
                new ImageSpec(image.geometry(), image.specs(), folder.fields(), active),
                new double[0],
                parts,
                WriteOptions.defaults()
                        .withOverwrite(image.overwrites())
                        .withKeepExtent(true)
                        .withDurable(true));
    }

    private void finishParts() throws IOException {
        PartsFolder folder = new PartsFolder(image);
        if (!folder.isThere()) {
            requireFinished();
            return;
        }
        List<SlabReceipt> winners = new ArrayList<>();
        for (int slab = 0; slab < image.slabs(); slab++) {
            winners.add(folder.winner(slab, receipts));
        }
        if (options.verifies()) {
            folder.verify(winners, values);
        }
        List<ActiveArray> active =
                image.form().active().stream().map(PlanForm.RoleForm::toRole).toList();
        if (options.consolidates()) {
            new Consolidation(image, folder, winners).publish(folder.fields(), active);
            folder.delete();
        } else {
            join(folder, winners, active);
            folder.deleteAllBut(winners.stream().map(SlabReceipt::part).toList());
        }
    }
}
