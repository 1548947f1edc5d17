package io.vtkhdf.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vtkhdf.hdf5.write.Hdf5Writer;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ScalarType;
import io.vtkhdf.image.Slab;
import io.vtkhdf.read.ImageDataReader;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several plans of one OUTPUT, one after the other, and other people's files: none loses what another one has. */
class OtherPlansTest extends PlanFixture {

    private static final FinishOptions ONE_FILE = FinishOptions.defaults().withConsolidate(true);
    private static final ImageGeometry SMALL = ImageGeometry.of(4, 4, 8);
    private static final List<ArraySpec> DATA = List.of(ArraySpec.point("d", ScalarType.FLOAT32));

    private SlabPlan small(Storage storage, boolean overwrites) throws IOException {
        return SlabPlan.create(
                file,
                SMALL,
                DATA,
                PlanOptions.ofSlabs(2)
                        .withWriteOptions(
                                WriteOptions.defaults().withStorage(storage).withOverwrite(overwrites)));
    }

    private static Storage storage(String how) {
        return how.equals("raw") ? Storage.raw() : Storage.gzip(1);
    }

    private static void fill(SlabWriter writer, float value) throws IOException {
        SlabArray array = writer.array(Association.POINT, "d");
        Slab own = array.slices().orElseThrow();
        float[] values = new float[16 * own.count()];
        Arrays.fill(values, value);
        array.write(own, values);
    }

    private static SlabReceipt filled(SlabPlan plan, int slab, float value) throws IOException {
        try (SlabWriter writer = plan.open(slab)) {
            fill(writer, value);
            return writer.finish();
        }
    }

    private static List<SlabReceipt> filled(SlabPlan plan, float value) throws IOException {
        return new ArrayList<>(List.of(filled(plan, 0, value), filled(plan, 1, value)));
    }

    private void assertAll(float value) throws IOException {
        assertAll(value, file);
    }

    private static void assertAll(float value, Path written) throws IOException {
        try (ImageDataReader reader = ImageDataReader.open(written)) {
            float[] expected = new float[16 * 8];
            Arrays.fill(expected, value);
            assertArrayEquals(expected, reader.pointArray("d").readFloats());
        }
    }

    /** All files of a folder and what is in them. */
    private Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(each).toString(), Arrays.toString(Files.readAllBytes(each)));
            }
        }
        return contents;
    }

    /** Whoever still writes for a plan that was replaced writes to nobody's file, and is told so. */
    @ParameterizedTest
    @ValueSource(strings = {"raw", "gzip"})
    void aWorkerOfAReplacedPlanHarmsNobody(String how) throws IOException {
        SlabPlan replaced = small(storage(how), false);
        try (SlabWriter late = replaced.open(1)) {
            SlabPlan plan = small(storage(how), true);
            List<SlabReceipt> receipts = filled(plan, 7);
            fill(late, -1);
            assertMessage(
                    SlabException.class,
                    "slab 1 (slices 4 to 7): found no " + (how.equals("raw") ? "file" : "parts") + " of this plan at ",
                    late::finish);
            plan.finish(receipts);
        }
        assertAll(7);
        assertMessage(SlabException.class, "it was finished, abandoned or replaced", () -> replaced.open(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"raw", "gzip"})
    void aWorkerOfAnAbandonedPlanIsTold(String how) throws IOException {
        SlabPlan plan = small(storage(how), false);
        try (SlabWriter late = plan.open(0)) {
            fill(late, 1);
            plan.abandon();
            assertMessage(SlabException.class, "it was finished, abandoned or replaced", late::finish);
        }
        assertFiles();
    }

    /** A plan may overwrite, and until it is finished what is there stays, with its parts. */
    @Test
    void aJoinedOutputStaysUntilItIsReplaced() throws IOException {
        SlabPlan before = small(Storage.gzip(1), false);
        before.finish(filled(before, 1));
        for (Storage storage : List.of(Storage.gzip(1), Storage.raw())) {
            SlabPlan given = small(storage, true);
            filled(given, 2);
            assertAll(1);
            given.abandon();
            assertAll(1);
        }
        SlabPlan plan = small(Storage.gzip(1), true);
        plan.finish(filled(plan, 3));
        assertAll(3);
        assertFalse(Files.exists(before.written()));
        SlabPlan raw = small(Storage.raw(), true);
        raw.finish(filled(raw, 4));
        assertAll(4);
        assertFiles("image.vtkhdf");
        assertFalse(Files.exists(plan.written().getParent()));
    }

    /** The old plan's OUTPUT was taken away, and another plan is at work under its name. */
    @Test
    void anOldPlanThatIsFinishedAgainTouchesNoOtherPlan() throws IOException {
        SlabPlan old = small(Storage.gzip(1), false);
        List<SlabReceipt> receipts = filled(old, 1);
        old.finish(receipts, ONE_FILE);
        SlabPlan plan = small(Storage.gzip(1), true);
        List<SlabReceipt> others = filled(plan, 2);
        old.finish(receipts, ONE_FILE);
        old.finish(receipts);
        old.abandon();
        plan.finish(others);
        assertAll(2);
        assertMessage(FileAlreadyExistsException.class, "not what the receipts say", () -> old.finish(receipts));
        old.abandon();
        assertAll(2);
    }

    /** More than one attempt is there; the one that OUTPUT names is not always the first by name. */
    @Test
    void finishedAgainItKeepsThePartsThatOutputNames() throws IOException {
        SlabPlan plan = small(Storage.gzip(1), false);
        List<SlabReceipt> receipts = filled(plan, 1);
        plan.finish(receipts);
        Map<String, String> finished = contents(directory);
        SlabReceipt named = receipts.get(1);
        Path part = plan.written().resolve(named.part());
        for (String attempt : List.of("00000000", "ffffffff")) {
            String name = "slab-00001-" + attempt + ".vtkhdf";
            Files.copy(part, plan.written().resolve(name));
            receipts.add(new SlabReceipt(named.planId(), 1, named.bytes(), named.crc32c(), name, named.partBytes()));
        }
        plan.finish(receipts);
        assertEquals(finished, contents(directory));
        assertAll(1);
    }

    /** Killed when OUTPUT had its name, and the plan's head was still there. */
    @Test
    void whatIsFinishedIsNotAbandoned() throws IOException {
        SlabPlan plan = small(Storage.gzip(1), false);
        List<SlabReceipt> receipts = filled(plan, 1);
        Path head = plan.written().resolve("plan.vtkhdf");
        byte[] bytes = Files.readAllBytes(head);
        plan.finish(receipts);
        Map<String, String> finished = contents(directory);
        Files.write(head, bytes);
        plan.abandon();
        assertEquals(finished, contents(directory));
        Files.write(head, bytes);
        SlabPlan other = small(Storage.raw(), true); // Gives up what is not finished.
        other.abandon();
        assertEquals(finished, contents(directory));
        Files.write(head, bytes);
        plan.finish(receipts);
        assertEquals(finished, contents(directory));
        assertAll(1);
    }

    @Test
    void partsOfAnOutputThatNobodyCanReadAreKept() throws IOException {
        SlabPlan plan = small(Storage.gzip(1), false);
        plan.finish(filled(plan, 1));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(100);
        }
        Map<String, String> before = contents(directory);
        plan.abandon();
        assertEquals(before, contents(directory));
    }

    /** The user gives a finished file another name, which no plan can know. */
    @Test
    void aRenamedJoinedFileKeepsItsParts() throws IOException {
        SlabPlan plan = small(Storage.gzip(1), false);
        List<SlabReceipt> receipts = filled(plan, 1);
        plan.finish(receipts);
        Path kept = Files.move(file, directory.resolve("kept.vtkhdf"));
        plan.abandon();
        assertAll(1, kept);
        SlabPlan same = small(Storage.gzip(1), false);
        same.finish(filled(same, 1));
        plan.finish(receipts);
        plan.finish(receipts, ONE_FILE);
        plan.abandon();
        assertAll(1, kept);
        SlabPlan next = small(Storage.gzip(1), true);
        List<SlabReceipt> others = filled(next, 2);
        next.finish(others);
        assertFalse(Files.exists(same.written()));
        next.finish(others, ONE_FILE);
        assertAll(2);
        assertAll(1, kept);
        assertFalse(Files.exists(next.written()));
    }

    /** Killed when OUTPUT had its name and the plan's head was still there; then the user renames OUTPUT. */
    @Test
    void aRenamedFileOfAKilledRunKeepsItsParts() throws IOException {
        SlabPlan plan = small(Storage.gzip(1), true);
        List<SlabReceipt> receipts = filled(plan, 1);
        Path head = plan.written().resolve("plan.vtkhdf");
        byte[] bytes = Files.readAllBytes(head);
        plan.finish(receipts);
        Path kept = Files.move(file, directory.resolve("kept.vtkhdf"));
        Files.write(head, bytes);
        plan.finish(receipts); // Nobody knows that it was published, so it is again.
        assertAll(1);
        Files.delete(file);
        Files.write(head, bytes);
        plan.finish(receipts, ONE_FILE);
        assertAll(1);
        assertAll(1, kept);
        Files.delete(file);
        Files.write(head, bytes);
        SlabPlan other = small(Storage.gzip(1), true);
        assertAll(1, kept);
        assertFalse(Files.exists(head));
        plan.abandon();
        other.abandon();
        assertAll(1, kept);
    }

    /** A name that is taken meanwhile: nothing was published, and nothing stays of what was not. */
    @Test
    void whatFailsToBePublishedIsAbandoned() throws IOException {
        SlabPlan plan = small(Storage.gzip(1), false);
        List<SlabReceipt> receipts = filled(plan, 1);
        Path part = Files.writeString(directory.resolve("image.vtkhdf.part"), "mine");
        assertMessage(FileAlreadyExistsException.class, "is in the way", () -> plan.finish(receipts));
        Files.delete(part);
        plan.abandon();
        assertFiles();
    }

    /** Killed while the parts were copied to one file, and after that, before it had its name. */
    @Test
    void aCopyThatWasBegunIsKnown() throws IOException {
        SlabPlan plan = small(Storage.gzip(1), false);
        List<SlabReceipt> receipts = filled(plan, 1);
        begin(plan);
        plan.finish(receipts);
        assertAll(1);
        Path part = directory.resolve("image.vtkhdf.part");
        assertFalse(Files.exists(part));
        begin(plan);
        plan.finish(receipts, ONE_FILE);
        assertAll(1);
        assertFiles("image.vtkhdf");
        byte[] finished = Files.readAllBytes(file);
        Files.delete(file);
        SlabPlan again = small(Storage.gzip(1), false);
        List<SlabReceipt> others = filled(again, 1);
        Files.write(file, finished);
        takeName(again);
        again.finish(others, ONE_FILE);
        assertArrayEquals(finished, Files.readAllBytes(file));
        assertFiles("image.vtkhdf");
        takeName(again);
        again.abandon();
        assertFiles();
    }

    /** What is at OUTPUT.part from the time on when it is known where everything goes. */
    private static void begin(SlabPlan plan) throws IOException {
        PlannedImage image = new PlannedImage(PlanJson.plan(plan.toJson()));
        try (FileChannel channel =
                FileChannel.open(image.part(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            PlanMark.commit(Hdf5Writer.create(image.part(), channel, Hdf5Writer.Durability.CACHED), image);
        }
    }

    /** Killed between the commit and the name, in whichever of the two steps that the name takes. */
    @Test
    void aJoinedFileWithoutItsNameIsKnown() throws IOException {
        SlabPlan plan = small(Storage.gzip(1), false);
        List<SlabReceipt> receipts = filled(plan, 1);
        Path head = plan.written().resolve("plan.vtkhdf");
        byte[] bytes = Files.readAllBytes(head);
        Path part = directory.resolve("image.vtkhdf.part");
        plan.finish(receipts);
        Map<String, String> finished = contents(directory);
        Files.write(head, bytes);
        Files.move(file, part);
        plan.finish(receipts);
        assertEquals(finished, contents(directory));
        Files.write(head, bytes);
        Files.createLink(part, file);
        plan.finish(receipts);
        assertEquals(finished, contents(directory));
        Files.write(head, bytes);
        Files.move(file, part);
        plan.abandon();
        assertFalse(Files.exists(part));
        assertFalse(Files.exists(head));
    }

    /** A failed copy, and somebody else's file that comes to stand there after it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void someoneElsesNamelessFileStays(boolean isJoined) throws IOException {
        SlabPlan plan = small(Storage.gzip(1), false);
        List<SlabReceipt> receipts = filled(plan, 1);
        if (isJoined) {
            plan.finish(receipts);
        } else {
            List<SlabReceipt> wrong = new ArrayList<>(receipts);
            SlabReceipt one = receipts.get(1);
            wrong.set(1, new SlabReceipt(one.planId(), 1, one.bytes(), List.of(7), one.part(), one.partBytes()));
            assertMessage(
                    SlabException.class,
                    "found other values of 'd' than were written",
                    () -> plan.finish(wrong, ONE_FILE.withVerify(true)));
        }
        Path part = Files.move(single(Storage.gzip(1)), directory.resolve("image.vtkhdf.part"));
        byte[] other = Files.readAllBytes(part);
        assertMessage(
                FileAlreadyExistsException.class,
                "image.vtkhdf.part: is a complete file that only lacks its name, and not of this plan",
                () -> plan.finish(receipts, ONE_FILE));
        assertArrayEquals(other, Files.readAllBytes(part));
        plan.abandon();
        assertArrayEquals(other, Files.readAllBytes(part));
    }

    /** The new plan's run was killed between the commit and the name; only the origin may tell the files apart. */
    @Test
    void theNamelessFileOfAnotherPlanStays() throws IOException {
        SlabPlan old = small(Storage.raw(), false);
        List<SlabReceipt> receipts = filled(old, 1);
        SlabPlan plan = SlabPlan.create(
                file,
                SMALL.withOrigin(1, 2, 3),
                DATA,
                PlanOptions.ofSlabs(2).withWriteOptions(WriteOptions.defaults().withOverwrite(true)));
        List<SlabReceipt> others = filled(plan, 1);
        plan.finish(others);
        takeName(plan);
        byte[] nameless = Files.readAllBytes(plan.written());
        old.abandon();
        assertMessage(NoSuchFileException.class, "or not this plan's", () -> old.finish(receipts));
        assertArrayEquals(nameless, Files.readAllBytes(plan.written()));
        plan.finish(others);
        assertAll(1);
        assertFiles("image.vtkhdf");
    }

    @Test
    void anAbandonedPlanWithoutItsHeadLeavesNothing() throws IOException {
        SlabPlan plan = small(Storage.gzip(1), false);
        filled(plan, 1);
        Files.delete(plan.written().resolve("plan.vtkhdf"));
        plan.abandon();
        assertFiles();
        assertFalse(Files.exists(plan.written().getParent()));
    }

    /** Of one file, of parts: either is in the way of the other. */
    @Test
    void plansOfBothKindsKnowEachOther() throws IOException {
        SlabPlan parts = small(Storage.gzip(1), false);
        List<SlabReceipt> receipts = filled(parts, 1);
        assertMessage(
                FileAlreadyExistsException.class,
                "has the parts of a plan, which may be under way: withOverwrite(true) replaces them",
                () -> small(Storage.raw(), false));
        SlabPlan raw = small(Storage.raw(), true);
        assertMessage(NoSuchFileException.class, parts.id(), () -> parts.finish(receipts));
        assertMessage(
                FileAlreadyExistsException.class,
                "is reserved for the slabs of a plan",
                () -> small(Storage.gzip(1), false));
        SlabPlan again = small(Storage.gzip(1), true);
        assertMessage(SlabException.class, "it was finished, abandoned or replaced", () -> raw.open(0));
        again.abandon();
        assertFiles();
    }

    /** As it comes about if a plan's folder is put back from elsewhere. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFileOfAnotherPlanIsNotEmptied(boolean consolidates) throws IOException {
        SlabPlan parts = small(Storage.gzip(1), false);
        List<SlabReceipt> receipts = filled(parts, 1);
        Path away = Files.move(parts.written().getParent(), directory.resolve("away"));
        SlabPlan raw = small(Storage.raw(), false);
        List<SlabReceipt> others = filled(raw, 2);
        Files.move(away, parts.written().getParent());
        assertMessage(
                FileAlreadyExistsException.class,
                "is reserved for the slabs of another plan",
                () -> parts.finish(receipts, ONE_FILE.withConsolidate(consolidates)));
        raw.finish(others);
        assertAll(2);
    }

    @Test
    void otherPeoplesFilesStay() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("image.vtkhdf.parts"));
        Files.writeString(folder.resolve("README"), "mine");
        Files.writeString(folder.resolve("slab-00000-00000000.vtkhdf"), "mine");
        Path below = Files.createDirectory(folder.resolve("slabs"));
        Files.writeString(below.resolve("plan.vtkhdf"), "mine");
        Map<String, String> before = contents(folder);
        for (FinishOptions options : List.of(ONE_FILE, FinishOptions.defaults(), ONE_FILE)) {
            SlabPlan plan = small(Storage.gzip(1), true);
            plan.finish(filled(plan, 1), options);
            assertAll(1);
        }
        assertEquals(before, contents(folder));
    }

    /** NFS leaves such a file where one was deleted that somebody has open. */
    @Test
    void aFileThatIsLeftInTheFolderIsNoFailure() throws IOException {
        SlabPlan plan = small(Storage.gzip(1), false);
        List<SlabReceipt> receipts = filled(plan, 1);
        Files.writeString(plan.written().resolve(".nfs000000000001"), "");
        plan.finish(receipts, ONE_FILE);
        plan.finish(receipts, ONE_FILE);
        assertTrue(Files.exists(plan.written().resolve(".nfs000000000001")));
        assertAll(1);
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.writeString(directory.resolve("image.vtkhdf.parts"), "mine");
        assertMessage(FileAlreadyExistsException.class, "is in the way", () -> small(Storage.gzip(1), true));
        assertFiles("image.vtkhdf.parts");
    }

    /** OUTPUT is a second name of the file that waits: not what a killed run has left of the end. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSecondNameOfAWaitingFileIsNotTakenForTheEnd(boolean overwrites) throws IOException {
        SlabPlan plan = small(Storage.raw(), overwrites);
        List<SlabReceipt> receipts = filled(plan, 1);
        Files.createLink(file, plan.written());
        assertMessage(
                FileAlreadyExistsException.class,
                "is the same file as " + plan.written() + ", expected it under that name alone",
                () -> plan.finish(receipts));
        assertFiles("image.vtkhdf", "image.vtkhdf.part");
        Files.delete(file);
        plan.finish(receipts);
        assertAll(1);
    }

    /** Killed between the commit and the name. */
    @Test
    void aFileWithoutItsNameIsAbandoned() throws IOException {
        SlabPlan plan = small(Storage.raw(), false);
        plan.finish(filled(plan, 1));
        takeName(plan);
        assertMessage(
                FileAlreadyExistsException.class,
                "is a complete file that only lacks its name, which no plan goes on with: finish what has begun it, or"
                        + " withOverwrite(true) replaces it",
                () -> small(Storage.raw(), false));
        plan.abandon();
        assertFiles();
    }

    /** The same values in another image, which has more of them. */
    @Test
    void anotherImageIsNotTakenForTheFinishedOne() throws IOException {
        SlabPlan plan = small(Storage.raw(), false);
        List<SlabReceipt> receipts = filled(plan, 1);
        plan.finish(receipts);
        Files.delete(file);
        for (ImageGeometry other : List.of(SMALL.withOrigin(1, 2, 3), ImageGeometry.of(4, 4, 9))) {
            SlabPlan another = SlabPlan.create(file, other, DATA, PlanOptions.ofSlabs(2));
            another.finish(filled(another, 1));
            FileAlreadyExistsException failure = assertMessage(
                    FileAlreadyExistsException.class,
                    "is there, and not what the receipts say: ",
                    () -> plan.finish(receipts));
            assertTrue(failure.getMessage().contains("found a file of the geometry "), failure.getMessage());
            Files.delete(file);
        }
    }

    @Test
    void aReceiptNamesAPartOfItsOwnSlab() throws IOException {
        SlabPlan plan = small(Storage.gzip(1), false);
        List<SlabReceipt> receipts = filled(plan, 1);
        SlabReceipt one = receipts.get(1);
        Path other = plan.written().resolve(receipts.get(0).part());
        String half = one.part() + ".part";
        Files.copy(other, plan.written().resolve(half));
        for (String name : List.of(receipts.get(0).part(), half, "plan.vtkhdf")) {
            receipts.set(1, new SlabReceipt(one.planId(), 1, one.bytes(), one.crc32c(), name, Files.size(other)));
            assertMessage(
                    SlabException.class,
                    "slab 1 (slices 4 to 7): found a receipt of a part that is called '" + name
                            + "', expected slab-00001-ATTEMPT.vtkhdf",
                    () -> plan.finish(receipts));
            assertFalse(Files.exists(file));
        }
    }

    /** At the same time: at most one gets a plan, and who gets one has it. */
    @Test
    @Timeout(60)
    void plansThatAreMadeTogetherDoNotTakeEachOthersPlace() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 30; round++) {
                CyclicBarrier together = new CyclicBarrier(2);
                Callable<Optional<SlabPlan>> planning = () -> {
                    together.await();
                    try {
                        return Optional.of(small(Storage.gzip(1), false));
                    } catch (FileAlreadyExistsException e) {
                        return Optional.empty();
                    }
                };
                List<SlabPlan> made = new ArrayList<>();
                for (Future<Optional<SlabPlan>> each : both.invokeAll(List.of(planning, planning))) {
                    each.get().ifPresent(made::add);
                }
                assertTrue(made.size() < 2, made.toString());
                for (SlabPlan plan : made) {
                    filled(plan, 0, 1);
                    plan.abandon();
                }
                assertFiles();
            }
        } finally {
            both.shutdown();
        }
    }

    /** Killed while it planned, so that nobody has the plan. */
    @Test
    void whatWasLeftOfPlanningIsCleared() throws IOException {
        Path folder = directory.resolve("image.vtkhdf.parts");
        Path left = Files.createDirectories(folder.resolve("01234567-89ab-cdef-0123-456789abcdef"));
        Path other = Files.createDirectories(folder.resolve("11234567-89ab-cdef-0123-456789abcdef"));
        Files.writeString(left.resolve("plan.vtkhdf.part"), "begun");
        Files.writeString(other.resolve("plan.vtkhdf.part"), "begun");
        Files.writeString(other.resolve("notes"), "mine");
        small(Storage.gzip(1), false).abandon();
        assertTrue(Files.exists(left));
        small(Storage.raw(), true).abandon();
        assertFalse(Files.exists(left));
        assertEquals(2, contents(other).size());
    }
}
