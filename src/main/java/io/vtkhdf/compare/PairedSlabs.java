package io.vtkhdf.compare;

import io.vtkhdf.copy.SlabCut;
import io.vtkhdf.copy.SlabLoop;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Dimensions;
import io.vtkhdf.image.ScalarType;
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
    /** Of each array of A, but for its first slice. */
    private final long mostBytes;

    private long total;
    private long done;

    PairedSlabs(
            ImageSource a,
            ImageSource b,
            Tolerance tolerance,
            ProgressListener listener,
            ComparedSteps kept,
            long mostBytes) {
        this.a = a;
        this.b = b;
        this.tolerance = tolerance;
        this.listener = listener;
        this.kept = kept;
        this.mostBytes = mostBytes;
    }

    /** Counts an array of A in, for the progress. */
    void expect(ArraySpec inA, ArraySpec inB) {
        if (isComparable(inA, inB)) {
            total = Math.addExact(total, SlabLoop.bytes(a, inA));
        }
    }

    private boolean isComparable(ArraySpec inA, ArraySpec inB) {
        return inA.components() == inB.components() && dimensions(a, inA).equals(dimensions(b, inB));
    }

    private static Dimensions dimensions(ImageSource source, ArraySpec array) {
        return source.geometry().dimensions(array.association());
    }

    /** Empty if components or dimensions differ. */
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
        CommonType common = new CommonType(inA.type(), inB.type());
        ValueComparison comparison = new ValueComparison(common.type(), inA.components(), tolerance);
        int bytesA = SlabLoop.sliceBytes(a, inA);
        int bytesB = SlabLoop.sliceBytes(b, inB);
        int compared = (int) Math.max(1, Math.min(dimensions.z(), mostBytes / bytesA));
        SlabCut cut = cut(inA, inB, compared, Math.max(bytesA, bytesB));
        kept.reserve(cut.slab() * Math.max(bytesA, bytesB));
        try (SlabReader readerA = a.open(inA);
                SlabReader readerB = b.open(inB)) {
            for (int first = 0; first < cut.slices(); first += cut.slicesFrom(first)) {
                int slices = cut.slicesFrom(first);
                read(readerA, slices, slices * bytesA, kept.slabA());
                read(readerB, slices, slices * bytesB, kept.slabB());
                compareSlabs(comparison, common);
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

    private void compareSlabs(ValueComparison comparison, CommonType common) {
        int values = kept.slabA().limit() / common.a().size();
        int most = PIECE / Long.BYTES;
        for (int at = 0; at < values; at += most) {
            int count = Math.min(most, values - at);
            ByteBuffer pieceA = piece(kept.slabA(), at, count, common.a());
            ByteBuffer pieceB = piece(kept.slabB(), at, count, common.b());
            // Most pieces of files that are compared are the same to the bit, which is seen much faster.
            if (common.isOne() && pieceA.equals(pieceB)) {
                comparison.addSame(count);
            } else {
                comparison.add(common.ofA(pieceA), common.ofB(pieceB));
            }
        }
    }

    private static ByteBuffer piece(ByteBuffer slab, int at, int count, ScalarType type) {
        return slab.slice(at * type.size(), count * type.size()).order(ByteOrder.LITTLE_ENDIAN);
    }
}
