package io.vtkhdf.cli.plan;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.text.ManyParts;
import io.vtkhdf.cli.text.Report;
import io.vtkhdf.plan.FinishOptions;
import io.vtkhdf.plan.SlabPlan;
import io.vtkhdf.plan.SlabReceipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The command {@code finish}. */
public final class FinishCommand implements Callable<Integer>, FileCommand {

    private final Arg<Path> file =
            Arg.of(Path.class, Arg.parameter(0, "PLAN").description("What 'vtkhdf plan' has printed."));

    private final Arg<List<Path>> receipts = Arg.listOf(
            Path.class,
            PositionalParamSpec.builder()
                    .index("1..*")
                    .arity("0..*")
                    .paramLabel("RECEIPT")
                    .description("What 'vtkhdf slab' has printed, of all slabs; one file may hold several."));

    private final Arg<Boolean> verify = Arg.flag(
            "--verify",
            "Read all values again, and compare them with the receipts: finds what a file system has lost.");

    private final Arg<Boolean> consolidate = Arg.flag(
            "--consolidate",
            "Copy the chunks of all parts into one file, and delete the parts. Default: OUTPUT is a small file that"
                    + " refers to them, in OUTPUT.parts beside it; --consolidate may then still be given later. If all slabs are in"
                    + " one file anyway, this changes nothing.");

    private final Arg<Boolean> abandon =
            Arg.flag("--abandon", "Give the plan up: delete what was made of it so far. Takes no receipts.");

    private final CommandSpec spec = Specs.of(this, "finish", file, receipts, verify, consolidate, abandon);

    public FinishCommand() {
        spec.usageMessage()
                .description(
                        "Finishes a plan: OUTPUT appears if the receipts of all slabs are there and agree; else the first slab that"
                                + " something is wrong with is named (exit code 3), and nothing is published.",
                        "",
                        "May be run again; of a plan that is finished it makes sure that OUTPUT holds what the receipts say.")
                .footerHeading(Specs.EXAMPLES)
                .footer(
                        "  vtkhdf finish plan.json receipts/*.json",
                        "  vtkhdf finish plan.json receipts/*.json --consolidate --verify");
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
        SlabPlan plan = PlanFile.plan(file.get());
        if (abandon.isGiven()) {
            requireAlone();
            plan.abandon();
            warnOfWhatIsLeft(plan);
            return ExitCode.DONE;
        }
        List<SlabReceipt> all = new ArrayList<>();
        for (Path receipt : receipts.isGiven() ? receipts.get() : List.<Path>of()) {
            all.addAll(PlanFile.receipts(receipt));
        }
        plan.finish(all, FinishOptions.defaults().withVerify(verify.isGiven()).withConsolidate(consolidate.isGiven()));
        if (consolidate.isGiven()) {
            warnOfWhatIsLeft(plan);
        } else if (all.stream().noneMatch(receipt -> receipt.part().isEmpty())) {
            ManyParts.warning(plan.output(), plan.slabs(), "'vtkhdf finish --consolidate'")
                    .ifPresent(
                            warning -> Report.WORDS.line(spec.commandLine().getErr(), Report.Event.WARNING, warning));
        }
        Report.WORDS.line(
                spec.commandLine().getErr(), Report.Event.DONE, FinishedPlan.text(plan, consolidate.isGiven()));
        return ExitCode.DONE;
    }

    /** Somebody's else, such as NFS leaves where a file was deleted that another machine has open. */
    private void warnOfWhatIsLeft(SlabPlan plan) {
        if (Files.isDirectory(plan.written())) {
            Report.WORDS.line(
                    spec.commandLine().getErr(),
                    Report.Event.WARNING,
                    plan.written()
                            + ": is kept, as it has files that are not the plan's, or parts that a file that joins them needs,"
                            + " perhaps under another name than OUTPUT");
        }
    }

    private void requireAlone() {
        if (receipts.isGiven() || verify.isGiven() || consolidate.isGiven()) {
            throw new IllegalArgumentException("--abandon deletes what was made, and takes nothing else");
        }
    }
}
