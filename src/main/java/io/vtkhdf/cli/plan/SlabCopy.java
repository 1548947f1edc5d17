package io.vtkhdf.cli.plan;

import io.vtkhdf.copy.SlabCut;
import io.vtkhdf.copy.SlabLoop;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Slab;
import io.vtkhdf.plan.SlabArray;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.plan.SlabWriter;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Copies what a slab has of an input. Not thread-safe.
 *
 * @param memory the bytes that a buffer may take, unless a single slice takes more
 */
public record SlabCopy(SlabPlan plan, PlannedInput input, long memory) {

    /**
     * Writes all values of a slab, which is the caller's to finish.
     *
     * @throws IOException also if the input is not as it was when it was planned
     */
    public void to(SlabWriter writer) throws IOException {
        if (plan.steps() > 0) {
            Slab steps = writer.slab();
            for (int step = steps.first(); step < steps.first() + steps.count(); step++) {
                write(step, writer);
            }
        } else {
            write(0, writer);
        }
        input.series().requireUnchanged();
    }

    private void write(int step, SlabWriter writer) throws IOException {
        try (ImageSource image = input.open(step)) {
            input.requireAsPlanned(image);
            for (ArraySpec array : plan.arrays()) {
                requireHeld(image, array);
                write(
                        image,
                        array,
                        plan.steps() > 0
                                ? writer.array(step, array.association(), array.name())
                                : writer.array(array.association(), array.name()));
            }
            image.requireUnchanged();
        }
    }

    private void requireHeld(ImageSource image, ArraySpec array) throws IOException {
        boolean isSame = image.geometry().dimensions().equals(plan.geometry().dimensions());
        if (!isSame || !image.arrays().contains(array)) {
            throw new UnsupportedFileException(
                    plan.output().toString(),
                    "plan",
                    "an input of " + image.geometry().dimensions() + " points"
                            + (isSame ? " without the array " + ShownText.quoted(array.name()) : ""),
                    "the one that was planned, of " + plan.geometry().dimensions() + ": plan it again");
        }
    }

    private void write(ImageSource image, ArraySpec array, SlabArray target) throws IOException {
        if (target.slices().isEmpty()) {
            return;
        }
        Slab own = target.slices().get();
        int all = target.dimensions().z();
        int sliceBytes = SlabLoop.sliceBytes(image, array);
        int fitting = (int) Math.max(1, Math.min(memory, Integer.MAX_VALUE) / sliceBytes);
        SlabCut cut = SlabCut.of(all, image.slabThickness(array), Math.min(fitting, all));
        int most = Math.min(cut.slab(), all);
        ByteBuffer values =
                ByteBuffer.allocateDirect(Math.multiplyExact(most, sliceBytes)).order(ByteOrder.LITTLE_ENDIAN);
        try (SlabReader reader = image.open(array)) {
            int end = own.first() + own.count();
            for (int next = 0, slices; next < end; next += slices) {
                boolean isOwn = next >= own.first();
                slices = Math.min(cut.slicesFrom(next), (isOwn ? end : own.first()) - next);
                values.clear().limit(slices * sliceBytes);
                if (isOwn) {
                    reader.read(slices, values);
                    target.write(new Slab(next, slices), values.flip());
                } else {
                    reader.skip(slices, values);
                }
            }
        }
    }
}
