package io.vtkhdf.plan;

import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.format.ArrayShape;
import io.vtkhdf.format.TimeValue;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.FieldArray;
import io.vtkhdf.image.ImageGeometry;
import io.vtkhdf.image.ImageSpec;
import io.vtkhdf.image.Names;
import io.vtkhdf.write.Leftover;
import io.vtkhdf.write.Storage;
import io.vtkhdf.write.TimeAxis;
import io.vtkhdf.write.WriteOptions;
import io.vtkhdf.write.WritePlan;
import io.vtkhdf.write.store.ContiguousStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes plans: judges what is to be written, cuts it, and makes what the workers write to. */
final class Planning {

    private static final long PAGE = 4096;

    /** Of so many units a slab has at most one more than another: an eighth. */
    private static final long EVEN = 8;

    private Planning() {}

    static PlanForm create(Path output, ImageGeometry geometry, List<ArraySpec> arrays, PlanOptions options)
            throws IOException {
        WriteOptions write = options.writeOptions();
        double[] times = options.times().map(TimeAxis::times).orElse(new double[0]);
        requireConsistent(output, arrays, options);
        WritePlan plan = new WritePlan(output, write);
        ImageSpec spec = new ImageSpec(geometry, arrays, options.fields(), options.active());
        plan.requireWritable(spec);
        if (options.times().isPresent()) {
            plan.requireWritable(spec, options.times().get());
        }
        OutputParts parts = OutputParts.of(output);
        requireFree(plan, parts);
        ImageGeometry written = plan.storedGeometry(geometry);
        SlabCut cut = cut(written, arrays, options, times.length);
        PlanForm form = form(output, written, arrays, options, times.length, cut);
        if (write.storage().chunk().isPresent()) {
            PlannedImage image = new PlannedImage(form);
            new PartsFolder(image).create(new PlannedHead(options.fields(), times));
            if (write.overwrites()) {
                Files.deleteIfExists(image.part()); // What is left of another run, as was made sure of.
            }
        } else {
            PlannedImage image = new PlannedImage(form.withPlaces(anywhere(arrays, written, times.length)));
            form = form.withPlaces(
                    SharedFile.reserve(image, options.fields(), options.active(), options.isAligned(), times));
        }
        if (write.overwrites()) {
            parts.replaceAllBut(form.id());
        } else {
            requireAlone(form, parts);
        }
        return form;
    }

    /** Another plan may have been made since it was looked for; neither has been given to anybody. */
    private static void requireAlone(PlanForm form, OutputParts parts) throws IOException {
        try {
            parts.requireNoneBut(form.id());
        } catch (FileAlreadyExistsException e) {
            new SlabPlan(form).abandon();
            throw e;
        }
    }

    /** Nothing is touched before all of it may be. */
    private static void requireFree(WritePlan plan, OutputParts parts) throws IOException {
        if (!plan.options().overwrites()) {
            Optional<Leftover> found = plan.leftover().filter(Leftover::isWorthKeeping);
            if (found.isPresent()) {
                throw new FileAlreadyExistsException(
                        plan.writtenFile().toString(),
                        null,
                        "is " + found.get() + ", which no plan goes on with: finish what has begun it, or"
                                + " withOverwrite(true) replaces it");
            }
            parts.requireNoneBut("");
        }
        plan.requireCreatable();
    }

    /** Before it is known where arrays are. */
    private static PlanForm.Places anywhere(List<ArraySpec> arrays, ImageGeometry geometry, int steps) {
        List<Long> addresses = new ArrayList<>();
        long free = PAGE;
        for (ArraySpec array : arrays) {
            addresses.add(free);
            long bytes = ContiguousStore.bytes(ArrayShape.of(array, geometry));
            free = Math.addExact(free, Math.multiplyExact(bytes, (long) Math.max(1, steps)));
        }
        return new PlanForm.Places(addresses, free, Long.MAX_VALUE);
    }

    /** A new plan's, with no places yet. */
    private static PlanForm form(
            Path output, ImageGeometry geometry, List<ArraySpec> arrays, PlanOptions options, int steps, SlabCut cut) {
        return new PlanForm(
                UUID.randomUUID().toString(),
                output.toString(),
                options.writeOptions().overwrites(),
                PlanForm.GeometryForm.of(geometry),
                arrays.stream().map(PlanForm.ArrayForm::of).toList(),
                options.writeOptions().storage().chunk().isEmpty()
                        ? List.of()
                        : options.fields().stream()
                                .map(field -> Names.stored(field.name()))
                                .toList(),
                options.active().stream().map(PlanForm.RoleForm::of).toList(),
                PlanForm.StorageForm.of(options.writeOptions().storage()),
                steps,
                cut.unit(),
                cut.units(),
                cut.slabs(),
                PlanForm.Places.NONE);
    }

    private static void requireConsistent(Path output, List<ArraySpec> arrays, PlanOptions options)
            throws UnsupportedFileException {
        WriteOptions write = options.writeOptions();
        if (arrays.isEmpty()) {
            throw new IllegalArgumentException(
                    ShownText.of(output.toString()) + ": found no arrays, expected at least one to cut into slabs");
        } else if (write.isInPlace() || write.resumes()) {
            throw new IllegalArgumentException(ShownText.of(output.toString()) + ": found "
                    + (write.isInPlace() ? "writing in place" : "resuming")
                    + ", expected neither: a plan's file gets its name in the end, and its slabs are written again");
        }
        if (options.times().isEmpty()) {
            return;
        }
        for (FieldArray field : options.fields()) {
            if (TimeValue.isName(Names.stored(field.name())) || field.tuples() == 0) {
                throw new IllegalArgumentException("found a field array " + ShownText.quoted(field.name())
                        + " of a time series, expected one with values, and another name than those of times");
            }
        }
    }

    private static SlabCut cut(ImageGeometry geometry, List<ArraySpec> arrays, PlanOptions options, int steps) {
        List<ArrayShape> shapes =
                arrays.stream().map(array -> ArrayShape.of(array, geometry)).toList();
        Storage storage = options.writeOptions().storage();
        int slices = geometry.dimensions().z();
        if (storage.chunk().isPresent() && steps > 0) {
            return SlabCut.of(steps, 1, steps, options.slabs());
        } else if (storage.chunk().isPresent()) {
            return ofChunks(shapes, storage, slices, options.slabs());
        }
        int length = steps > 0 ? steps : slices;
        int unit = options.isAligned() ? pages(shapes, steps) : 1;
        while (unit > 1 && length / unit < EVEN * options.slabs()) {
            unit /= 2; // Better a page of two workers than one worker with twice as much to do.
        }
        return SlabCut.of(length, unit, Math.max(1, length / unit), options.slabs());
    }

    /** The fewest slices, or steps, of which each array has whole pages; a power of 2. */
    private static int pages(List<ArrayShape> shapes, int steps) {
        long unit = 1;
        for (ArrayShape shape : shapes) {
            long bytes = steps > 0 ? ContiguousStore.bytes(shape) : shape.sliceBytes();
            unit = Math.max(unit, PAGE / Math.min(PAGE, Long.lowestOneBit(bytes)));
        }
        return (int) unit;
    }

    /**
     * Slabs begin where chunks of all arrays do, and have at least as many slices as one: HDF5 allows no chunk that is
     * larger than its array.
     */
    private static SlabCut ofChunks(List<ArrayShape> shapes, Storage storage, int slices, int wanted) {
        long unit = 1;
        for (ArrayShape shape : shapes) {
            long thickness = thickness(shape, storage);
            unit = Math.min(slices, unit / gcd(unit, thickness) * thickness);
        }
        long units = slices;
        for (ArrayShape shape : shapes) {
            units = Math.min(units, 1 + (shape.dimensions().z() - thickness(shape, storage)) / unit);
        }
        return SlabCut.of(slices, (int) unit, (int) units, wanted);
    }

    private static int thickness(ArrayShape shape, Storage storage) {
        Dimensions chunk = storage.chunkOf(shape.spec(), shape.dimensions()).orElseThrow();
        return chunk.z();
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
