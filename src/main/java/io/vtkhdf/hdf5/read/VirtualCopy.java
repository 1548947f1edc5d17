package io.vtkhdf.hdf5.read;

import io.vtkhdf.chunk.CopyTarget;
import io.vtkhdf.chunk.Destination;
import io.vtkhdf.chunk.ElementBox;
import io.vtkhdf.chunk.ElementForm;
import io.vtkhdf.chunk.StridedCopy;
import io.vtkhdf.error.CorruptFileException;
import io.vtkhdf.hdf5.number.StoredNumbers;
import io.vtkhdf.hdf5.read.Parts.Part;
import io.vtkhdf.hdf5.virtual.MappedBoxes;
import io.vtkhdf.hdf5.virtual.Mapping;
import io.vtkhdf.hdf5.virtual.Selection;
import io.vtkhdf.hdf5.virtual.Uncovered;
import io.vtkhdf.runtime.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Copies elements of a virtual dataset from its parts: where two of them have the same element, from the later one. */
final class VirtualCopy {

    /**
     * What somebody asks for, through however many virtual datasets: numbers of which type, and how much may be read
     * and looked at for it, so that parts which overlap, again and again, come to an end. What is in between does not
     * convert: a source's numbers become those that are asked for, as HDF5 has it.
     */
    static final class Request {

        private static final int TIMES = 64;
        private static final int LEAST = 1 << 16;
        /** For each of those elements, so many mappings may be looked at, which take a tenth of a microsecond each. */
        private static final int LOOKS = 128;

        private static final long MOST_LOOKS = 1 << 26;

        private final StoredNumbers wanted;
        private final AtomicLong left;
        private final AtomicLong looks;
        private final int nested;

        Request(StoredNumbers wanted, long elements) {
            this(
                    wanted,
                    new AtomicLong(LEAST + TIMES * elements),
                    new AtomicLong(Math.min(LOOKS * (LEAST + TIMES * elements), MOST_LOOKS)),
                    0);
        }

        private Request(StoredNumbers wanted, AtomicLong left, AtomicLong looks, int nested) {
            this.wanted = wanted;
            this.left = left;
            this.looks = looks;
            this.nested = nested;
        }

        private Request inPart() {
            return new Request(wanted, left, looks, nested + 1);
        }

        /** Where the values of numbers go. */
        private CopyTarget target(StoredNumbers stored, CopyTarget target) {
            return stored.equals(wanted)
                    ? target
                    : CopyTarget.converting(stored.type(), wanted.type(), wanted.order(), target);
        }
    }

    /** So many pieces are held at a time. */
    private static final int MOST_PIECES = 1024;

    private final VirtualMappings mappings;
    private final StoredNumbers numbers;
    private final ElementForm form;
    private final long[] shape;
    private final Request request;
    /** That a block of a part has taken so far. */
    private final AtomicLong mostMemory = new AtomicLong();

    VirtualCopy(VirtualMappings mappings, StoredNumbers numbers, ElementForm form, long[] shape, Request request) {
        this.mappings = mappings;
        this.numbers = numbers;
        this.form = form;
        this.shape = shape;
        this.request = request;
    }

    /** What of a box comes from one part. */
    private record Piece(Mapping mapping, ElementBox bounds) {}

    /** @param box without gaps */
    void copy(ElementBox box, Destination to) throws IOException {
        if (request.nested >= Parts.MOST_NESTED) {
            throw Parts.nestedTooDeep(mappings.file(), mappings.path());
        }
        Optional<Uncovered> rest = rest(box);
        List<ElementBox> unfilled = rest.map(Uncovered::boxes).orElse(List.of(box));
        for (ElementBox one : unfilled) {
            fill(one, box, to);
        }
        List<Piece> pieces = new ArrayList<>();
        mappings.in(box, mapping -> {
            look();
            Optional<Selection.Inside> inside = mapping.target().inside(box);
            if (inside.isPresent()) {
                pieces.add(new Piece(mapping, inside.get().bounds()));
            }
            if (pieces.size() == MOST_PIECES) {
                copy(pieces, rest.isPresent(), box, to);
                pieces.clear();
            }
        });
        copy(pieces, rest.isPresent(), box, to);
    }

    /** What of a box has no part if each other element is in one of the boxes that parts fill; empty if it is not. */
    private Optional<Uncovered> rest(ElementBox box) throws IOException {
        Uncovered uncovered = new Uncovered(box);
        boolean[] apart = {true};
        mappings.in(box, mapping -> {
            look();
            Optional<Selection.Inside> inside = apart[0] ? mapping.target().inside(box) : Optional.empty();
            if (inside.isPresent()) {
                apart[0] = mapping.target().unlimitedAxis() < 0
                        && inside.get().full()
                        && uncovered.take(inside.get().bounds());
            }
        });
        return apart[0] ? Optional.of(uncovered) : Optional.empty();
    }

    private void copy(List<Piece> pieces, boolean apart, ElementBox box, Destination to) throws IOException {
        if (apart) {
            copyApart(pieces, box, to);
        } else {
            for (Piece piece : pieces) {
                copy(piece, box, to);
            }
        }
    }

    /** The first one alone, which tells how much memory it takes to be at several at a time. */
    private void copyApart(List<Piece> pieces, ElementBox box, Destination to) throws IOException {
        if (!pieces.isEmpty()) {
            copyOrFill(pieces.get(0), box, to);
            long others = pieces.size() - 1;
            if (mappings.file().bytes().isRemote()) {
                int workers = RegionCopy.workers(others, mostMemory.get(), Workers.mostWaiting());
                Workers.eachWaiting(workers, others, i -> copyOrFill(pieces.get((int) i + 1), box, to));
                return;
            }
            int workers = RegionCopy.workers(others, mostMemory.get());
            Workers.each(workers, others, i -> copyOrFill(pieces.get((int) i + 1), box, to));
        }
    }

    private void copyOrFill(Piece piece, ElementBox box, Destination to) throws IOException {
        if (!copy(piece, box, to)) {
            fill(piece.bounds, box, to);
        }
    }

    /** Where the first element of a part of a box goes. */
    private static Destination inside(ElementBox part, ElementBox box, Destination to) {
        int start = to.start();
        for (int axis = 0; axis < part.size().length; axis++) {
            start += (int) (part.first()[axis] - box.first()[axis]) * to.strides()[axis];
        }
        return new Destination(to.target(), start, to.strides());
    }

    private void fill(ElementBox part, ElementBox box, Destination to) {
        Destination place = inside(part, box, to);
        CopyTarget target = form.into(request.target(numbers, to.target()));
        StridedCopy.copy(
                part.size(),
                new int[part.size().length],
                0,
                place.strides(),
                place.start(),
                (from, fromStride, at, toStride, count, width) ->
                        RegionCopy.fill(target, form, at, toStride, count, width));
    }

    /** Returns false if the part is not there. */
    private boolean copy(Piece piece, ElementBox box, Destination to) throws IOException {
        take(1);
        Optional<Part> found = mappings.open(piece.mapping);
        if (found.isEmpty()) {
            return false;
        }
        try (MappedPart mapped = MappedPart.of(found.get(), mappings, piece.mapping, shape)) {
            MappedBoxes.copy(mapped.source(), mapped.target(), box, to, (from, at) -> {
                take(from.count());
                copy(mapped.part(), from, at);
            });
        }
        return true;
    }

    private void take(long elements) throws IOException {
        if (request.left.addAndGet(-elements) < 0) {
            throw againAndAgain();
        }
    }

    private void look() throws IOException {
        if (request.looks.decrementAndGet() < 0) {
            throw againAndAgain();
        }
    }

    private CorruptFileException againAndAgain() {
        return mappings.file()
                .corrupt(
                        mappings.path(),
                        "parts that hold the same elements again and again",
                        "parts beside one another");
    }

    /** Copies a box of a part; one with large gaps, or out of a part that is virtual itself, piece by piece. */
    private void copy(Part part, ElementBox from, Destination to) throws IOException {
        Blocks blocks = part.blocks();
        mostMemory.accumulateAndGet(blocks.loaderMemory(), Math::max);
        for (int axis = 0; axis < from.size().length; axis++) {
            if (from.steps()[axis]
                    > (blocks instanceof VirtualBlocks ? 1 : blocks.grid().chunkShape()[axis])) {
                copySingly(part, from, to, axis);
                return;
            }
        }
        if (blocks instanceof VirtualBlocks virtual) {
            virtual.copy(from, to, request.inPart());
        } else {
            CopyTarget target = request.target(part.numbers(), to.target());
            blocks.copy(from, part.form(), new Destination(target, to.start(), to.strides()));
        }
    }

    private void copySingly(Part part, ElementBox from, Destination to, int axis) throws IOException {
        int[] size = from.size().clone();
        long[] steps = from.steps().clone();
        size[axis] = 1;
        steps[axis] = 1;
        for (int i = 0; i < from.size()[axis]; i++) {
            long[] first = from.first().clone();
            first[axis] += i * from.steps()[axis];
            int start = to.start() + i * to.strides()[axis];
            copy(part, new ElementBox(first, size, steps), new Destination(to.target(), start, to.strides()));
        }
    }
}
