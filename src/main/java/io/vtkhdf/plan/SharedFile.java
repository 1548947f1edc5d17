package io.vtkhdf.plan;

import io.vtkhdf.bytes.ByteSource;
import io.vtkhdf.file.FileState;
import io.vtkhdf.file.OutputFile;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.hdf5.Signature;
import io.vtkhdf.hdf5.write.ContiguousLayout;
import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.image.ActiveArray;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.FieldArray;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * {@code OUTPUT.part} of a plan whose slabs are all written to one file:
 *
 * <pre>
 * superblock               leads to the waiting tree until all is there, then to the planned one
 * an image without arrays  as the first commit of every writer
 * field arrays
 * arrays                   reserved; sparse until the workers have written them
 * planned tree             that of the finished file, with contiguous arrays; the file ends here in the end
 * waiting tree             an unfinished image without arrays, marked with the plan's id
 * </pre>
 *
 * <p>So finishing is one write of 48 bytes, a name and a cut; see {@link PlanMark}.
 */
final class SharedFile {

    private static final int PAGE = 4096;
    private static final int EIGHT = 8;

    private SharedFile() {}

    /** The options with which the file gets its name; it reaches the disk before that. */
    static Set<OutputFile.Option> options(boolean overwrites, OutputFile.Option... more) {
        Set<OutputFile.Option> options = EnumSet.of(OutputFile.Option.DURABLE, more);
        if (overwrites) {
            options.add(OutputFile.Option.OVERWRITE);
        }
        return options;
    }

    /** Makes the file, with space for all arrays; returns where they are. */
    static PlanForm.Places reserve(
            PlannedImage image, List<FieldArray> fields, List<ActiveArray> active, boolean isAligned, double... times)
            throws IOException {
        OutputFile output = OutputFile.create(image.output(), options(image.overwrites()), Signature.bytes());
        try {
            Hdf5Writer file = Hdf5Writer.create(output.target(), output.channel(), Hdf5Writer.Durability.FORCED);
            PlannedTree planned = PlannedTree.begin(file, image.geometry(), times);
            planned.addFields(fields);
            Long[] addresses = new Long[image.shapes().size()];
            for (Association association : List.of(Association.POINT, Association.CELL)) {
                for (int array = 0; array < addresses.length; array++) {
                    ArrayShape shape = image.shapes().get(array);
                    if (shape.spec().association() == association) {
                        long bytes = image.arrayBytes(array);
                        addresses[array] = file.allocate(bytes, isAligned ? PAGE : EIGHT);
                        planned.addArray(shape, new ContiguousLayout(addresses[array], bytes));
                    }
                }
            }
            long root = file.prepare(planned.finish(active).root());
            PlanForm.Places places = new PlanForm.Places(Arrays.asList(addresses), root, file.end());
            PlanMark.commit(file, image);
            output.forceName();
            output.close();
            return places;
        } catch (IOException | RuntimeException | Error e) {
            output.giveUp();
            throw e;
        }
    }

    /** Whether the file is there and waits for the slabs of this plan. */
    static boolean isWaiting(PlannedImage image) throws IOException {
        return PlanMark.waiting(image.part()).filter(image.id()::equals).isPresent();
    }

    /** Whether the file is there, of this plan, and lacks its name. */
    static boolean isNameless(PlannedImage image) throws IOException {
        return PlanMark.isOf(image.id(), image.part());
    }

    /** @throws FileAlreadyExistsException if a plan of one file has come to stand where this one publishes its own */
    static void requireNoPlan(PlannedImage image) throws IOException {
        if (PlanMark.waiting(image.part()).isPresent()) {
            throw new FileAlreadyExistsException(
                    image.part().toString(),
                    null,
                    "is reserved for the slabs of another plan, expected none: finish or abandon that one first");
        }
    }

    private static boolean isPublished(PlannedImage image) throws IOException {
        Path part = image.part();
        return Files.exists(part) && Files.exists(image.output()) && Files.isSameFile(part, image.output());
    }

    /** Does what is left to do of a file that has its name, if a run was killed meanwhile. */
    static void settle(PlannedImage image) throws IOException {
        if (isPublished(image) && isNameless(image) && !isWaiting(image)) {
            Files.delete(image.part());
        }
        PlanMark.cut(image.id(), image.output());
    }

    /** Deletes the file if it is this plan's, with values or without, and lacks its name. */
    static void abandon(PlannedImage image) throws IOException {
        settle(image);
        if (isNameless(image)) {
            Files.deleteIfExists(image.part());
        }
    }

    /** What is done to the values before they are published. */
    interface Check {
        void run(OutputFile file) throws IOException;
    }

    /** Commits the file and gives it its name. */
    static void publish(PlannedImage image, Check check) throws IOException {
        PlanForm.Places places = image.form().places();
        if (isPublished(image)) {
            throw new FileAlreadyExistsException(
                    image.output().toString(),
                    null,
                    "is the same file as " + image.part() + ", expected it under that name alone: delete this name");
        }
        OutputFile output = OutputFile.create(
                image.output(), options(image.overwrites(), OutputFile.Option.RESUME), Signature.bytes());
        try {
            FileState state = FileState.of(output.written());
            long length = output.channel().size();
            if (length == 0) {
                output.delete(); // It was taken away meanwhile, and is made by this.
            }
            if (length < places.end()) {
                throw new FileSystemException(
                        output.written().toString(),
                        null,
                        "found " + length + " bytes, expected the " + places.end()
                                + " that the plan has reserved; the file system has lost some; plan it again");
            }
            check.run(output);
            requireOwn(image, output, state);
            Hdf5Writer file =
                    Hdf5Writer.resume(output.target(), output.channel(), Hdf5Writer.Durability.FORCED, places.end());
            file.commitPrepared(places.root());
            output.publish();
            output.truncate(places.end());
        } finally {
            output.close();
        }
    }

    /** Immediately before the commit, as what came before may have taken hours. */
    private static void requireOwn(PlannedImage image, OutputFile output, FileState state) throws IOException {
        state.requireSameFile();
        ByteSource locked = ByteSource.of(output.written().toString(), output.channel()); // It stays open.
        if (!PlanMark.isOf(image.id(), locked)) {
            throw image.notThere();
        }
    }
}
