package io.vtkhdf.plan;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.error.FileContentException;
import io.vtkhdf.format.ImageArray;
import io.vtkhdf.format.ImageArrays;
import io.vtkhdf.format.ImageContents;
import io.vtkhdf.hdf5.LayoutClass;
import io.vtkhdf.hdf5.read.Hdf5Reader;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.Names;
import io.vtkhdf.join.ImageJoin;
import io.vtkhdf.join.ImagePart;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        try {
            values.requireFinished(image.output());
        } catch (SlabException | FileContentException e) {
            FileAlreadyExistsException other = new FileAlreadyExistsException(
                    image.output().toString(), null, "is there, and not what the receipts say: " + e.getMessage());
            other.initCause(e);
            throw other;
        }
    }

    /** A file of virtual arrays over the parts, whose chunks stay where they are. */
    private void join(PartsFolder folder, List<SlabReceipt> winners) throws IOException {
        List<ImagePart> parts = new ArrayList<>();
        for (SlabReceipt winner : winners) {
            parts.add(ImagePart.ofSlices(
                    folder.part(winner),
                    image.slab(winner.slab()).first(),
                    folder.geometry(winner.slab()).dimensions().z()));
        }
        ImageJoin.write(
                image.output(),
                new ImageSpec(image.geometry(), image.specs(), folder.fields(), active()),
                new double[0],
                parts,
                WriteOptions.defaults()
                        .withOverwrite(image.overwrites())
                        .withKeepExtent(true)
                        .withDurable(true));
    }

    private void finishParts() throws IOException {
        PartsFolder folder = new PartsFolder(image);
        if (!folder.isThere() || Files.exists(image.output()) && !image.overwrites()) {
            requireFinished();
            if (isOneFile()) { // A run that was killed may have left what is not needed any more.
                folder.delete();
            } else {
                folder.deleteAllBut(parts(winners(folder)));
            }
            return;
        }
        List<SlabReceipt> winners = winners(folder);
        if (options.verifies()) {
            folder.verify(winners, values);
        }
        if (options.consolidates()) {
            new Consolidation(image, folder, winners).publish(folder.fields(), active());
            folder.delete();
        } else {
            join(folder, winners);
            folder.deleteAllBut(parts(winners));
        }
    }

    private List<SlabReceipt> winners(PartsFolder folder) throws SlabException {
        List<SlabReceipt> winners = new ArrayList<>();
        for (int slab = 0; slab < image.slabs(); slab++) {
            winners.add(folder.winner(slab, receipts));
        }
        return winners;
    }

    private static List<String> parts(List<SlabReceipt> winners) {
        return winners.stream().map(SlabReceipt::part).toList();
    }

    private List<ActiveArray> active() {
        return image.form().active().stream().map(PlanForm.RoleForm::toRole).toList();
    }

    /** Whether the file that has the name holds its values itself, so that it needs no parts. */
    private boolean isOneFile() throws IOException {
        try (Hdf5Reader file = Hdf5Reader.open(ByteSource.of(image.output()))) {
            ImageArrays arrays = ImageContents.of(file).arrays();
            for (ArraySpec spec : image.specs()) {
                Optional<ImageArray> found = arrays.find(spec.association(), Names.stored(spec.name()));
                if (found.isPresent() && found.get().blocks().storage() == LayoutClass.VIRTUAL) {
                    return false;
                }
            }
            return arrays.unreadable().isEmpty();
        }
    }
}
