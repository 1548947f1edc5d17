package io.vtkhdf.compare;

import io.vtkhdf.copy.SlabCut;
import io.vtkhdf.copy.SlabLoop;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.ProgressListener;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/** Compares the values of arrays of two images, slab by slab. */
final class PairedSlabs {

    /** The bytes of values of any type that are looked at together. */
    private static final int PIECE = 1 << 18;

    /** Larger slabs gain no speed, unless a layer of a source takes more. */
    private static final long ENOUGH = 4 << 20;

    private final ImageSource a;
    private final ImageSource b;
    private final Tolerance tolerance;
    private final ProgressListener listener;
    private final ComparedSteps kept;
    private long total;
    private long done;

    PairedSlabs(ImageSource a, ImageSource b, Tolerance tolerance, ProgressListener listener, ComparedSteps kept) {
        this.a = a;
        this.b = b;
        this.tolerance = tolerance;
        this.listener = listener;
        this.kept = kept;
    }

    /** Counts an array of A in, for the progress. */
    void expect(ArraySpec inA, ArraySpec inB) {
        if (isComparable(inA, inB)) {
            total = Math.addExact(total, SlabLoop.bytes(a, inA));
        }
    }

    private boolean isComparable(ArraySpec inA, ArraySpec inB) {
        return inA.type() == inB.type()
                && inA.components() == inB.components()
                && dimensions(a, inA).equals(dimensions(b, inB));
    }

    private static Dimensions dimensions(ImageSource source, ArraySpec array) {
        return source.geometry().dimensions(array.association());
    }

    /** Empty if type, components or dimensions differ. */
    Optional<ImageDifference.OfValues> compare(ArraySpec inA, ArraySpec inB) throws IOException {
        if (!isComparable(inA, inB)) {
            return Optional.empty();
        }
        Optional<ImageDifference.OfValues> known = kept.known(inA, inB);
        if (known.isPresent()) {
            tell(SlabLoop.bytes(a, inA));
            return known;
        }
        ImageDifference.OfValues values = values(inA, inB);
        kept.keep(inA, inB, values);
        return Optional.of(values);
    }

    private void tell(long bytes) {
        done += bytes;
        listener.progress(done, total);
    }

    private ImageDifference.OfValues values(ArraySpec inA, ArraySpec inB) throws IOException {
        Dimensions dimensions = dimensions(a, inA);
        ValueComparison comparison = new ValueComparison(inA.type(), inA.components(), tolerance);
        int sliceBytes = SlabLoop.sliceBytes(a, inA);
        SlabCut cut = cut(inA, inB, dimensions.z(), sliceBytes);
        kept.reserve(cut.slab() * sliceBytes);
        try (SlabReader readerA = a.open(inA);
                SlabReader readerB = b.open(inB)) {
            for (int first = 0; first < cut.slices(); first += cut.slicesFrom(first)) {
                int slices = cut.slicesFrom(first);
                read(readerA, slices, slices * sliceBytes, kept.slabA());
                read(readerB, slices, slices * sliceBytes, kept.slabB());
                compareSlabs(comparison, inA);
                tell(kept.slabA().limit());
            }
        }
        return comparison.result(tuple -> index(dimensions, tuple));
    }

    private static List<Long> index(Dimensions dimensions, long tuple) {
        long row = tuple / dimensions.x();
        return List.of(tuple % dimensions.x(), row % dimensions.y(), row / dimensions.y());
    }

    private SlabCut cut(ArraySpec inA, ArraySpec inB, int slices, int sliceBytes) {
        int thickness = Math.max(a.slabThickness(inA), b.slabThickness(inB));
        long useful = Math.max((long) thickness * sliceBytes, ENOUGH);
        long memory = Math.min(SlabLoop.defaultMemory() / 2, Integer.MAX_VALUE);
        return SlabCut.of(slices, thickness, (int) Math.max(Math.min(memory, useful) / sliceBytes, 1));
    }

    private static void read(SlabReader reader, int slices, int bytes, ByteBuffer slab) throws IOException {
        slab.clear().limit(bytes);
        reader.read(slices, slab);
        slab.flip();
    }

    private void compareSlabs(ValueComparison comparison, ArraySpec array) {
        int bytes = kept.slabA().limit();
        for (int at = 0; at < bytes; at += PIECE) {
            int size = Math.min(PIECE, bytes - at);
            ByteBuffer pieceA = kept.slabA().slice(at, size).order(ByteOrder.LITTLE_ENDIAN);
            ByteBuffer pieceB = kept.slabB().slice(at, size).order(ByteOrder.LITTLE_ENDIAN);
            // Most pieces of files that are compared are the same to the bit, which is seen much faster.
            if (pieceA.equals(pieceB)) {
                comparison.addSame(size / array.type().size());
            } else {
                comparison.add(array.type().toArray(pieceA), array.type().toArray(pieceB));
            }
        }
    }
}
