package io.vtkhdf.cli.plan;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.ReachOption;
import io.vtkhdf.cli.option.ResourceOptions;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.text.Stdout;
import io.vtkhdf.copy.SlabCut;
import io.vtkhdf.copy.SlabLoop;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.error.UnsupportedFileException;
import io.vtkhdf.image.ArraySpec;
import io.vtkhdf.image.Slab;
import io.vtkhdf.plan.SlabArray;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.plan.SlabReceipt;
import io.vtkhdf.plan.SlabWriter;
import io.vtkhdf.source.ImageSource;
import io.vtkhdf.source.SlabReader;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** The command {@code slab}. */
public final class SlabCommand implements Callable<Integer>, FileCommand {

    private final Arg<Path> file =
            Arg.of(Path.class, Arg.parameter(0, "PLAN").description("What 'vtkhdf plan' has printed."));

    private final Arg<Integer> number =
            Arg.of(Integer.class, Arg.parameter(1, "K").description("Which slab, counted from 0."));

    private final ResourceOptions resources = new ResourceOptions();

    private final ReachOption outside = new ReachOption();

    private final CommandSpec spec = Specs.of(this, "slab", file, number, resources, outside);

    public SlabCommand() {
        spec.usageMessage()
                .description(
                        "Writes one slab of a plan, and prints its receipt: JSON for 'vtkhdf finish'.",
                        "",
                        "Any number of slabs may be written at the same time, on any machine. A slab whose process was killed, or has"
                                + " failed, is written again; two processes at the same slab do no harm.")
                .footerHeading(Specs.EXAMPLE)
                .footer("  vtkhdf slab plan.json 3 > 3.json");
    }

    public CommandSpec spec() {
        return spec;
    }

    @Override
    public String files() {
        return file.get().toString();
    }

    @Override
    public Integer call() throws IOException {
        PlanFile planned = PlanFile.of(file.get());
        SlabPlan plan = planned.plan();
        Slab slab = plan.slab(number.get());
        SlabReceipt receipt;
        ResourceOptions.Share share = resources.share(1);
        WriteOptions options =
                WriteOptions.defaults().withThreads(share.threads()).withMemory(share.writeMemory());
        try (PlannedInput input = PlannedInput.open(planned.source(), outside.reach());
                SlabWriter writer = plan.open(number.get(), options)) {
            if (plan.steps() > 0) {
                for (int step = slab.first(); step < slab.first() + slab.count(); step++) {
                    write(plan, input, step, writer, share.readMemory());
                }
            } else {
                write(plan, input, 0, writer, share.readMemory());
            }
            input.series().requireUnchanged();
            receipt = writer.finish();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(receipt.toJson());
        Stdout.requireWritten(out);
        return ExitCode.DONE;
    }

    private static void write(SlabPlan plan, PlannedInput input, int step, SlabWriter writer, long memory)
            throws IOException {
        try (ImageSource image = input.open(step)) {
            input.requireAsPlanned(image);
            for (ArraySpec array : plan.arrays()) {
                requireHeld(plan, image, array);
                write(
                        image,
                        array,
                        plan.steps() > 0
                                ? writer.array(step, array.association(), array.name())
                                : writer.array(array.association(), array.name()),
                        memory);
            }
            image.requireUnchanged();
        }
    }

    private static void requireHeld(SlabPlan plan, ImageSource image, ArraySpec array) throws IOException {
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

    private static void write(ImageSource image, ArraySpec array, SlabArray target, long memory) throws IOException {
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
