package io.vtkhdf.cli.plan;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.ReachOption;
import io.vtkhdf.cli.option.ResourceOptions;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.text.Stdout;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.plan.SlabReceipt;
import io.vtkhdf.plan.SlabWriter;
import io.vtkhdf.write.WriteOptions;
import java.io.IOException;
import java.io.PrintWriter;
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
        plan.slab(number.get());
        SlabReceipt receipt;
        ResourceOptions.Share share = resources.share(1);
        WriteOptions options =
                WriteOptions.defaults().withThreads(share.threads()).withMemory(share.writeMemory());
        try (PlannedInput input = PlannedInput.open(planned.source(), outside.reach());
                SlabWriter writer = plan.open(number.get(), options)) {
            new SlabCopy(plan, input, share.readMemory()).to(writer);
            receipt = writer.finish();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(receipt.toJson());
        Stdout.requireWritten(out);
        return ExitCode.DONE;
    }
}
