package io.vtkhdf.plan;

import io.vtkhdf.error.FileContentException;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Association;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.Names;
import io.vtkhdf.image.Slab;
import io.vtkhdf.write.ImageDataWriter;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.store.ContiguousStore;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a plan says, checked: which values each slab has, and where they go. Immutable. */
final class PlannedImage {

    private static final long SUPERBLOCK = 48;

    private final PlanForm form;
    private final Path output;
    private final ImageGeometry geometry;
    private final Storage storage;
    private final List<ArrayShape> shapes = new ArrayList<>();
    private final SlabCut cut;

    /** @throws IllegalArgumentException if the form contradicts itself */
    PlannedImage(PlanForm form) {
        this.form = form;
        this.output = Path.of(form.output());
        requireNames();
        this.geometry = form.geometry().toGeometry();
        this.storage = form.storage().toStorage();
        for (PlanForm.ArrayForm array : form.arrays()) {
            shapes.add(ArrayShape.of(array.toSpec(), geometry));
        }
        if (form.steps() < 0 || shapes.isEmpty()) {
            throw new IllegalArgumentException(
                    "found " + shapes.size() + " arrays and " + form.steps() + " steps, expected at least one array");
        }
        form.active().forEach(PlanForm.RoleForm::toRole);
        this.cut = new SlabCut(
                isSeries() ? form.steps() : geometry.dimensions().z(), form.unit(), form.units(), form.slabs());
        if (isShared()) {
            requirePlaces();
        }
    }

    private void requireNames() {
        if (output.getFileName() == null || output.getFileName().toString().isEmpty()) {
            throw new IllegalArgumentException(
                    "found the output " + ShownText.quoted(form.output()) + ", expected the name of a file");
        } else if (!PlanFolder.isId(form.id())) {
            throw new IllegalArgumentException("found the id " + ShownText.quoted(form.id())
                    + ", expected 32 hexadecimal digits in five groups, as 123e4567-e89b-12d3-a456-426614174000");
        }
    }

    private void requirePlaces() {
        PlanForm.Places places = form.places();
        if (places.addresses().size() != shapes.size()) {
            throw new IllegalArgumentException(
                    "found the places of " + places.addresses().size() + " arrays, expected " + shapes.size());
        }
        List<Integer> inFile = IntStream.range(0, shapes.size())
                .boxed()
                .sorted(Comparator.comparing(places.addresses()::get))
                .toList();
        long free = SUPERBLOCK;
        for (int array : inFile) {
            long address = address(array);
            if (address < free || address > places.end() - arrayBytes(array)) {
                throw new IllegalArgumentException("found an array of " + arrayBytes(array) + " bytes at " + address
                        + ", expected it behind " + (free == SUPERBLOCK ? "the superblock" : "the one before")
                        + ", which ends at " + free + ", in the " + places.end() + " bytes of the file");
            }
            free = address + arrayBytes(array);
            if (places.root() >= address && places.root() < free) {
                throw new IllegalArgumentException(
                        "found the root at " + places.root() + ", expected it beside the arrays");
            }
        }
        if (places.root() < SUPERBLOCK || places.root() >= places.end()) {
            throw new IllegalArgumentException("found the root at " + places.root() + ", expected it in the file");
        }
    }

    PlanForm form() {
        return form;
    }

    String id() {
        return form.id();
    }

    Path output() {
        return output;
    }

    /** The one file of all that is written until it gets its name. */
    Path part() {
        return ImageDataWriter.partOf(output);
    }

    /** The folder of the plan's parts. */
    Path folder() {
        return OutputParts.of(output).ofPlan(id());
    }

    boolean overwrites() {
        return form.overwrites();
    }

    ImageGeometry geometry() {
        return geometry;
    }

    Storage storage() {
        return storage;
    }

    boolean isSeries() {
        return form.steps() > 0;
    }

    /** Whether all slabs are written to one file. */
    boolean isShared() {
        return storage.chunk().isEmpty();
    }

    List<ArrayShape> shapes() {
        return shapes;
    }

    List<ArraySpec> specs() {
        return shapes.stream().map(ArrayShape::spec).toList();
    }

    int slabs() {
        return cut.slabs();
    }

    /** @throws IllegalArgumentException if there is none of that number */
    Slab slab(int number) {
        if (number < 0 || number >= cut.slabs()) {
            throw new IllegalArgumentException(
                    ShownText.of(output + ": found slab " + number + ", expected one of 0 to " + (cut.slabs() - 1)));
        }
        return cut.slab(number);
    }

    /** The z slices that an array has in a slab of an image; empty if none, of a series those of a step. */
    Optional<Slab> slices(int number, int array) {
        int all = shapes.get(array).dimensions().z();
        if (isSeries()) {
            return Optional.of(new Slab(0, all));
        }
        Slab slab = slab(number);
        int end = Math.min(slab.first() + slab.count(), all);
        return end > slab.first() ? Optional.of(new Slab(slab.first(), end - slab.first())) : Optional.empty();
    }

    /** The number of an array. */
    int find(Association association, String name) {
        String stored = Names.stored(name);
        for (int array = 0; array < shapes.size(); array++) {
            ArraySpec spec = shapes.get(array).spec();
            if (spec.association() == association && Names.stored(spec.name()).equals(stored)) {
                return array;
            }
        }
        throw new IllegalArgumentException(ShownText.of(output + ": found no array ") + ShownText.quoted(name) + " in "
                + association.groupName() + ", expected one of "
                + specs().stream().map(spec -> ShownText.quoted(spec.name())).toList());
    }

    /** The bytes of an array, or of all of its steps. */
    long arrayBytes(int array) {
        return Math.multiplyExact(ContiguousStore.bytes(shapes.get(array)), (long) Math.max(1, form.steps()));
    }

    /** Where an array is in the one file. */
    long address(int array) {
        return form.places().addresses().get(array);
    }

    /** Where the first value of a slab is, from the array's first one on. */
    long start(int number, int array) {
        ArrayShape shape = shapes.get(array);
        return isSeries()
                ? slab(number).first() * ContiguousStore.bytes(shape)
                : slices(number, array).map(Slab::first).orElse(0) * shape.sliceBytes();
    }

    /** The bytes of the values that an array has in a slab. */
    long bytes(int number, int array) {
        ArrayShape shape = shapes.get(array);
        return isSeries()
                ? slab(number).count() * ContiguousStore.bytes(shape)
                : slices(number, array).map(Slab::count).orElse(0) * shape.sliceBytes();
    }

    /** The bytes of all values of a slab. */
    long bytes(int number) {
        long bytes = 0;
        for (int array = 0; array < shapes.size(); array++) {
            bytes = Math.addExact(bytes, bytes(number, array));
        }
        return bytes;
    }

    /** Such as {@code slab 7 (slices 70 to 79)} or {@code slab 0 (steps 0 to 3)}. */
    String nameOf(int number) {
        if (number < 0 || number >= cut.slabs()) {
            return "slab " + number;
        }
        String slab = slab(number).toString();
        return "slab " + number + " (" + (isSeries() ? slab.replace("slice", "step") : slab) + ")";
    }

    /** What messages about a slab begin with. */
    String shown(int number) {
        return ShownText.of(output + ": " + nameOf(number));
    }

    SlabException wrong(int number, String what) {
        return new SlabException(output, number, nameOf(number), what);
    }

    SlabException broken(int number, FileContentException reason) {
        SlabException failure = wrong(number, reason.getMessage() + ": write it again");
        failure.initCause(reason);
        return failure;
    }

    /** What those are told who finish a plan that is none any more. */
    NoSuchFileException notThere() {
        return new NoSuchFileException(
                (isShared() ? part() : folder()).toString(),
                null,
                "is not there, or not this plan's, which was abandoned or replaced: plan it again");
    }

    /** What workers are told who come to a plan that is none any more. */
    SlabException gone(int number) {
        return wrong(
                number,
                (isShared()
                                ? "found no file of this plan at " + part() + ", expected one"
                                : "found no parts of this plan at " + folder() + ", expected some")
                        + ": it was finished, abandoned or replaced");
    }
}
