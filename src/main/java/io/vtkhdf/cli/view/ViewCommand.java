package io.vtkhdf.cli.view;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.RawOptions;
import io.vtkhdf.cli.option.ReachOption;
import io.vtkhdf.cli.option.ServerOptions;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.text.Stdout;
import io.vtkhdf.error.ShownText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The command. */
public final class ViewCommand implements Callable<Integer>, FileCommand {

    private static final int LAST_PORT = 65535;
    private static final PlanePictures PICTURES = new SlicePictures();

    private final ServerOptions servers = new ServerOptions();

    private final Arg<Path> file = Arg.of(
            Path.class,
            servers.input(Arg.parameter(0, "FILE").description("The image to look at, of any format that is read.")));

    private final Arg<Integer> port = Arg.of(
            Integer.class,
            OptionSpec.builder("--port")
                    .paramLabel("N")
                    .description("The port of the page, from 1 to 65535. Default: one that is free."));

    private final Arg<Boolean> noOpen = Arg.flag("--no-open", "Print the page's address only, and open no browser.");

    private final ExportOptions export = new ExportOptions();
    private final RawOptions raw = new RawOptions();
    private final ReachOption outside = new ReachOption();

    private final CommandSpec spec = Specs.of(this, "view", file, port, noOpen, export, raw, outside, servers);

    private final Function<Exception, String> words;

    /** @param words what is said of a failure, in a line */
    public ViewCommand(Function<Exception, String> words) {
        this.words = words;
        spec.usageMessage()
                .description(
                        "Shows an image in the browser: the planes across x, y and z, with arrays, steps, colours and the value at"
                                + " a place, until Ctrl-C.",
                        "",
                        "A plane is read when it is looked at, so a file of any size opens at once; of formats that are read from"
                                + " their beginning, planes across x and y take as long as all of the array. A file that is being written"
                                + " is shown anew with each commit.",
                        "",
                        "The page is on this machine (127.0.0.1), for nobody but who has its address, and needs no network. Without"
                                + " a browser the address is printed; from another machine it is reached by ssh -L"
                                + " PORT:127.0.0.1:PORT HOST.")
                .footerHeading(Specs.EXAMPLES)
                .footer(
                        "  vtkhdf view scan.vtkhdf",
                        "  vtkhdf view run.vtkhdf.part --port 8080 --no-open",
                        "  vtkhdf view scan.vtkhdf --export scan.html --array density");
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
        requirePort();
        export.requireSense();
        if (export.isGiven()) {
            String written = export.write(
                    file.get(),
                    raw.formOrAsFound(outside.reach()),
                    PICTURES.colours(PICTURES.colourMaps().get(0)));
            spec.commandLine().getErr().println(ShownText.of(written));
            return ExitCode.DONE;
        }
        serve();
        return ExitCode.DONE;
    }

    private void serve() throws IOException {
        try (ViewedFile viewed = new ViewedFile(file.get(), raw.formOrAsFound(outside.reach()))) {
            viewed.requireReadable();
            Access access = new Access();
            Answers answers = new Answers(viewed, new PageFiles(access.token()), PICTURES, words);
            try (ViewServer server = ViewServer.start(port.isGiven() ? port.get() : 0, access, answers)) {
                tell(server, access);
                waitForTheEnd();
            }
        }
    }

    private void tell(ViewServer server, Access access) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.println(server.address(access.token()));
        Stdout.requireWritten(out);
        boolean isOpened = !noOpen.isGiven() && isOpened(server.address(access.tokenForOnce()));
        PrintWriter err = spec.commandLine().getErr();
        err.println(ShownText.of(file.get().toString()) + ": is shown " + (isOpened ? "in the browser, and " : "")
                + "at this address until Ctrl-C");
        if (System.getenv("SSH_CONNECTION") != null) {
            err.println("vtkhdf: from the machine before you it is reached by ssh -L " + server.port() + ":127.0.0.1:"
                    + server.port());
        }
    }

    private static boolean isOpened(String address) {
        Optional<Browser> browser = Browser.find(System.getProperty("os.name"), System.getenv());
        return browser.isPresent() && browser.get().open(address);
    }

    /** The process ends by a signal, which Java's own handler answers. */
    private static void waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        }
    }

    private void requirePort() {
        if (port.isGiven() && (port.get() < 1 || port.get() > LAST_PORT)) {
            throw new ParameterException(
                    spec.commandLine(), "found --port " + port.get() + ", expected 1 to " + LAST_PORT);
        }
    }
}
