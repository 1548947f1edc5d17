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
import io.vtkhdf.write.Commits;
import io.vtkhdf.write.ImageSeriesWriter;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import io.vtkhdf.write.WritePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The folder of a plan whose slabs are files of their own, in {@link OutputParts}.
 *
 * <p>A part has the slab's slices of points, at their places in space. An image of n slices of points has n - 1 of
 * cells, but the slab has n, unless it is the last: those between its last slice and the next slab's first belong to
 * it. So where there are cell arrays its part has one slice of points more, which is the next slab's first one, and
 * holds the fill value there.
 *
 * <p>Of a series a part is a series of the slab's steps.
 */
final class PartsFolder {

    private static final Pattern ATTEMPT = Pattern.compile("[0-9a-f]{8}\\.vtkhdf");

    private final PlannedImage image;
    private final Path folder;
    private final PlanFolder state;

    PartsFolder(PlannedImage image) {
        this.image = image;
        this.folder = image.folder();
        this.state = new PlanFolder(folder);
    }

    private Path headFile() {
        return folder.resolve(PlanFolder.HEAD);
    }

    private OutputParts all() {
        return OutputParts.of(image.output());
    }

    /** Makes the folder. */
    void create(PlannedHead said) throws IOException {
        all().create(folder);
        try {
            writeHead(said);
            OutputFile.forceNames(folder.getParent());
            OutputFile.forceNames(folder.getParent().toAbsolutePath().getParent());
        } catch (IOException | RuntimeException | Error e) {
            delete();
            throw e;
        }
    }

    private void writeHead(PlannedHead said) throws IOException {
        WriteOptions options =
                WriteOptions.defaults().withKeepExtent(true).withDurable(true).withCommits(Commits.onDemand());
        if (!image.isSeries()) {
            new WritePlan(headFile(), options)
                    .create(new ImageSpec(image.geometry(), List.of(), said.fields(), List.of()))
                    .finish();
            return;
        }
        ImageSeriesWriter series =
                ImageSeriesWriter.create(headFile(), image.geometry(), TimeAxis.of(said.times()), options);
        try {
            for (FieldArray field : said.fields()) {
                series.writeField(field);
            }
            for (double time : said.times()) {
                series.step(time);
            }
            series.finish();
        } finally {
            series.abort();
        }
    }

    /** Whether the plan is under way. */
    boolean isThere() {
        return state.isUnderWay();
    }

    /** @throws java.nio.file.NoSuchFileException if the plan is not under way */
    void requireThere() throws IOException {
        if (!isThere()) {
            throw image.notThere();
        }
    }

    PlannedHead head() throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(headFile())) {
            return PlannedHead.of(image, reader);
        }
    }

    /** Something that writes OUTPUT. */
    interface Publishing {
        void run() throws IOException;
    }

    /**
     * Deletes what a run that was killed has left of OUTPUT: a file that has the plan's id, or is made of its parts.
     */
    void dropNameless() throws IOException {
        Path part = image.part();
        if (!Files.isRegularFile(part) || OutputFile.isBeingWritten(part)) {
            return;
        }
        if (SharedFile.isNameless(image) || hasOne(all().namedBy(part).orElse(Set.of()))) {
            Files.deleteIfExists(part);
        }
    }

    /** The file of a new attempt at a slab. */
    Path attempt(int slab) {
        return folder.resolve(prefix(slab) + UUID.randomUUID().toString().substring(0, 8) + ".vtkhdf");
    }

    private static String prefix(int slab) {
        return String.format(Locale.ROOT, "slab-%05d-", slab);
    }

    /** The part that a receipt names; nothing but an attempt at its own slab. */
    Path part(SlabReceipt receipt) throws SlabException {
        String prefix = prefix(receipt.slab());
        String name = receipt.part();
        if (!name.startsWith(prefix)
                || !ATTEMPT.matcher(name.substring(prefix.length())).matches()) {
            throw image.wrong(
                    receipt.slab(),
                    "found a receipt of a part that is called " + ShownText.quoted(name) + ", expected " + prefix
                            + "ATTEMPT.vtkhdf with eight hexadecimal digits: write it again");
        }
        return folder.resolve(name);
    }

    /** The geometry of a slab's part. */
    ImageGeometry geometry(int number) {
        if (image.isSeries()) {
            return image.geometry();
        }
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
        return !image.isSeries() && hasCells && number < image.slabs() - 1;
    }

    /** The size of an array's chunks; the same in all parts. */
    Dimensions chunk(ArrayShape shape) {
        return image.storage().chunkOf(shape.spec(), shape.dimensions()).orElseThrow();
    }

    /** For each slab the part of one of its attempts, which is there. */
    List<Path> parts(Receipts receipts) throws SlabException {
        List<Path> parts = new ArrayList<>();
        for (int slab = 0; slab < image.slabs(); slab++) {
            parts.add(winner(slab, receipts));
        }
        return parts;
    }

    private Path winner(int slab, Receipts receipts) throws SlabException {
        String found = "";
        for (SlabReceipt attempt : receipts.attempts(slab)) {
            Path part = part(attempt);
            try {
                long size = Files.size(part);
                if (size == attempt.partBytes()) {
                    return part;
                }
                found = part + " of " + size + " bytes, expected " + attempt.partBytes();
            } catch (IOException e) {
                found = "no part at " + part + ", expected one of " + attempt.partBytes() + " bytes";
            }
        }
        throw image.wrong(slab, "found " + found + ": write it again");
    }

    /**
     * For each slab the one of some parts that is of this plan.
     *
     * @param named by their real paths
     * @throws SlabException if one is missing
     */
    List<Path> parts(Set<Path> named) throws IOException {
        Path real = folder.toRealPath();
        Map<String, Path> found = new HashMap<>();
        for (Path part : named) {
            String name = part.getFileName().toString();
            if (real.equals(part.getParent()) && name.lastIndexOf('-') > 0) {
                found.put(name.substring(0, name.lastIndexOf('-') + 1), part);
            }
        }
        List<Path> parts = new ArrayList<>();
        for (int slab = 0; slab < image.slabs(); slab++) {
            Path part = found.get(prefix(slab));
            if (part == null) {
                throw image.wrong(slab, "found no part of it that " + image.output() + " names, expected one");
            }
            parts.add(part);
        }
        return parts;
    }

    /** Compares the parts of all slabs with their receipts. */
    void verify(List<Path> parts, ReadBack values) throws IOException {
        for (int slab = 0; slab < parts.size(); slab++) {
            try {
                values.requirePart(slab, parts.get(slab));
            } catch (FileContentException e) {
                throw image.broken(slab, e);
            }
        }
    }

    /** Whether some parts have one of this plan among them. */
    boolean hasOne(Set<Path> named) throws IOException {
        return !state.namesIn(named).isEmpty();
    }

    /** Publishes a file of virtual arrays over some parts, which are kept from before it has its name. */
    void publishOver(List<Path> parts, Publishing publishing) throws IOException {
        Set<String> before = state.joined();
        Set<String> named = new HashSet<>(before); // What may have been published earlier, and renamed.
        parts.forEach(part -> named.add(part.getFileName().toString()));
        state.setJoined(named);
        try {
            publishing.run();
        } catch (IOException | RuntimeException | Error e) {
            if (!isNamedBy(image.output()) && !isNamedBy(image.part())) {
                state.setJoined(before);
            }
            throw e;
        }
    }

    /** Whether a file refers to parts of this plan, or nobody can tell. */
    private boolean isNamedBy(Path master) {
        try {
            Optional<Set<Path>> named = all().namedBy(master);
            return named.isEmpty() || hasOne(named.get());
        } catch (IOException e) {
            return true;
        }
    }

    /** Ends the plan: deletes all of it but parts that a file of virtual arrays may name. */
    void delete() throws IOException {
        state.clean();
        all().deleteIfEmpty();
    }
}
