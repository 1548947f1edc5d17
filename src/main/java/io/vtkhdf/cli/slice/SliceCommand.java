package io.vtkhdf.cli.slice;

import io.vtkhdf.cli.option.Arg;
import io.vtkhdf.cli.option.ExitCode;
import io.vtkhdf.cli.option.FileCommand;
import io.vtkhdf.cli.option.RawOptions;
import io.vtkhdf.cli.option.ReachOption;
import io.vtkhdf.cli.option.ServerOptions;
import io.vtkhdf.cli.option.Specs;
import io.vtkhdf.cli.text.Report;
import io.vtkhdf.cli.text.Stdout;
import io.vtkhdf.distribution.ValueHistogram;
import io.vtkhdf.error.ShownText;
import io.vtkhdf.picture.ColourScale;
import io.vtkhdf.picture.ColourScales;
import io.vtkhdf.picture.Figure;
import io.vtkhdf.picture.HistogramPicture;
import io.vtkhdf.picture.Panel;
import io.vtkhdf.picture.PictureSettings;
import io.vtkhdf.source.ImageSeries;
import io.vtkhdf.text.Numbers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The command. */
public final class SliceCommand implements Callable<Integer>, FileCommand {

    private static final String STDOUT = "-";
    private static final int MOST_OPEN = 256;

    private final ServerOptions servers = new ServerOptions();

    private final Arg<Path> file = Arg.of(
            Path.class,
            servers.input(Arg.parameter(0, "FILE").description("The image to cut, of any format that is read.")));

    private final Arg<String> name = Arg.of(
            String.class,
            OptionSpec.builder("--array")
                    .required(true)
                    .paramLabel("NAME")
                    .description("The array; point:NAME or cell:NAME if a point and a cell array have that name."));

    private final CutOptions cuts = new CutOptions();

    private final FrameOptions frames = new FrameOptions();

    private final Arg<Path> output = Arg.of(
            Path.class,
            OptionSpec.builder("-o", "--output")
                    .paramLabel("OUTPUT")
                    .description(
                            "The file to write; its extension is its format; - is stdout. Of several slices or steps its name has"
                                    + " their numbers where %%04d or %%d stands; two of these are step and slice."));

    private final Arg<SliceFormat> format = Arg.of(
            SliceFormat.class,
            OptionSpec.builder("--format")
                    .paramLabel("png|npy|csv|raw")
                    .description("Default: that of OUTPUT's extension; to stdout png with -o -, else csv."));

    private final Arg<Boolean> overwrite = Arg.flag("--overwrite", "Replace OUTPUT if it exists.");

    private final Arg<String> component = Arg.of(
            String.class,
            OptionSpec.builder("--component")
                    .paramLabel("COMPONENT")
                    .description(
                            "This component alone, counted from 0 or by its name; or magnitude; or in a picture rgb. Default of a"
                                    + " picture: rgb of 3 or 4 components of UInt8, else magnitude."));

    private final Arg<Boolean> montage = Arg.flag("--montage", "PNG: all slices and steps in one picture.");

    private final Arg<Integer> columns = Arg.of(
            Integer.class,
            OptionSpec.builder("--columns")
                    .paramLabel("N")
                    .description("With --montage: how many side by side. Default: as many as below each other."));

    private final HistogramOptions histogram = new HistogramOptions();

    private final PictureOptions picture = new PictureOptions();

    private final RawOptions raw = new RawOptions();

    private final ReachOption outside = new ReachOption();

    private final CommandSpec spec = Specs.of(
            this, "slice", file, name, cuts, frames, output, format, overwrite, component, montage, columns, histogram,
            picture, raw, outside, servers);

    public SliceCommand() {
        SliceHelp.addTo(spec);
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
        SliceFormat chosen = format();
        requireFitting(chosen);
        try (ImageSeries series = raw.formOrAsFound(outside.reach()).open(List.of(file.get()))) {
            int[] steps = frames.of(file.get(), series.times());
            if (montage.isGiven() && steps.length > MOST_OPEN) {
                throw new IllegalArgumentException(
                        "found " + steps.length + " steps, expected at most " + MOST_OPEN + " with --montage");
            }
            try (StepImages images = new StepImages(
                    file.get(),
                    series,
                    name.get(),
                    array -> ShownComponent.of(
                            component.get(), array, chosen == SliceFormat.PNG && !histogram.isGiven()),
                    line -> Report.WORDS.line(err(), Report.Event.WARNING, line),
                    montage.isGiven() ? MOST_OPEN : 1)) {
                write(images, steps, chosen);
            }
        }
        return ExitCode.DONE;
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private boolean isToStdout() {
        return !output.isGiven() || output.get().toString().equals(STDOUT);
    }

    private SliceFormat format() {
        if (format.isGiven()) {
            return format.get();
        } else if (!output.isGiven()) {
            return SliceFormat.CSV;
        } else if (isToStdout()) {
            return SliceFormat.PNG;
        }
        return SliceFormat.of(output.get())
                .orElseThrow(() -> new IllegalArgumentException(
                        output.get() + ": found no known extension, expected .png, .npy, .csv or .raw"));
    }

    private void requireFitting(SliceFormat chosen) {
        cuts.requireComplete(montage.isGiven() || histogram.isGiven());
        if (histogram.isGiven()) {
            picture.requireForHistogram();
        }
        if (chosen != SliceFormat.PNG && !histogram.isGiven()) {
            String only = montage.isGiven() ? "--montage" : cuts.isOfThreePlanes() ? "--planes" : null;
            String option = picture.given().orElse(only);
            if (option != null) {
                throw new IllegalArgumentException("found " + option + ", which is for .png only");
            }
        } else if (columns.isGiven() && (!montage.isGiven() || columns.get() < 1)) {
            throw new IllegalArgumentException(
                    "found --columns " + columns.get() + ", expected 1 or more, with --montage");
        }
        histogram.requireFitting(chosen, !isToStdout());
    }

    private void write(StepImages images, int[] steps, SliceFormat chosen) throws IOException {
        StepImages.Opened first = images.at(steps[0]);
        List<Cut> wanted = cuts.of(first.image().geometry(), first.array());
        Frame.Layout layout = montage.isGiven() || histogram.isGiven()
                ? Frame.Layout.ALL
                : cuts.isOfThreePlanes() ? Frame.Layout.PLANES_OF_A_STEP : Frame.Layout.EACH;
        List<Frame> all = Frame.of(steps, wanted, layout);
        if (isToStdout() && all.size() > 1) {
            throw new IllegalArgumentException(
                    "found " + all.size() + " slices, expected one, or -o with a number in its name: out_%04d.png");
        }
        List<Path> names = isToStdout()
                ? List.of(Path.of("standard output"))
                : SliceFiles.names(
                        output.get(),
                        all.stream().mapToInt(frame -> frame.first().step()).toArray(),
                        all.stream()
                                .mapToInt(frame -> frame.first().cut().first())
                                .toArray());
        if (!isToStdout()) {
            SliceFiles.requireFree(images.files(first), names, overwrite.isGiven());
        }
        images.tellCost(all);
        if (histogram.isGiven()) {
            writeHistogram(images, all, names.get(0), chosen);
        } else if (chosen == SliceFormat.PNG) {
            writePictures(images, all, names);
        } else {
            for (int i = 0; i < all.size(); i++) {
                Shot shot = all.get(i).first();
                writeTo(
                        names.get(i),
                        out -> images.unchanged(() -> {
                            chosen.encoder().encode(images.plane(shot), out);
                            return shot;
                        }));
                tellStep(images, all.get(i), names.get(i));
            }
        }
    }

    private void writePictures(StepImages images, List<Frame> all, List<Path> names) throws IOException {
        PictureSettings settings = picture.settings();
        StepImages.Opened first = images.at(all.get(0).first().step());
        if (first.shown().kind() == ShownComponent.Kind.COLOURS) {
            picture.requireNoColours();
        }
        ColourScale scale =
                images.unchanged(() -> ColourScales.of(first.values().spec(), Frame.planes(all, images), settings));
        String title = picture.title(first.shown().title(first.array()));
        for (int i = 0; i < all.size(); i++) {
            Frame frame = all.get(i);
            Figure figure = figure(images, frame, scale, settings, title);
            writeTo(
                    names.get(i),
                    out -> images.unchanged(() -> {
                        figure.writeTo(out);
                        return figure;
                    }));
            err().println(names.get(i) + ": " + scale.words()
                    + figure.thinned().map(words -> "; " + words).orElse(""));
            if (!figure.hasText()) {
                err().println("vtkhdf: " + names.get(i)
                        + ": this Java finds no fonts, so there is no text in the picture");
            }
            tellStep(images, frame, names.get(i));
        }
    }

    private void writeHistogram(StepImages images, List<Frame> all, Path target, SliceFormat chosen)
            throws IOException {
        ValueHistogram counted = images.unchanged(() -> histogram.count(Frame.planes(all, images), picture.range()));
        String rest = HistogramOptions.rest(counted);
        if (chosen == SliceFormat.PNG) {
            StepImages.Opened first = images.at(all.get(0).first().step());
            List<String> lines = new ArrayList<>(FigureWords.lines(
                    picture.title(first.shown().title(first.array())), file.get(), all.get(0), images));
            lines.add("from " + Numbers.range(counted.edge(0), counted.edge(counted.bins()))
                    + (rest.isEmpty() ? "" : "; " + rest));
            writeTo(target, new HistogramPicture(counted, lines, picture.fontScale())::writeTo);
        } else {
            boolean isCsv = format.isGiven() || !isToStdout();
            writeTo(target, out -> HistogramText.write(counted, isCsv, out));
        }
        if (!rest.isEmpty()) {
            err().println(target + ": " + rest);
        }
    }

    private Figure figure(StepImages images, Frame frame, ColourScale scale, PictureSettings settings, String title)
            throws IOException {
        List<Panel> panels = new ArrayList<>();
        for (Shot shot : frame.shots()) {
            panels.add(Panel.of(
                    images.plane(shot),
                    images.at(shot.step()).image().geometry(),
                    FigureWords.caption(frame, shot, images)));
        }
        int count = panels.size();
        int across = montage.isGiven() ? columns.isGiven() ? columns.get() : (int) Math.ceil(Math.sqrt(count)) : count;
        return new Figure(panels, across, scale, settings, FigureWords.lines(title, file.get(), frame, images));
    }

    private void tellStep(StepImages images, Frame frame, Path written) {
        boolean isOne = frame.shots().stream()
                .allMatch(shot -> shot.step() == frame.first().step());
        if (isOne) {
            Path told = output.isGiven() ? written : file.get();
            images.words(frame.first().step()).ifPresent(words -> err().println(ShownText.of(told + ": " + words)));
        }
    }

    private void writeTo(Path target, PartFile.Content content) throws IOException {
        if (isToStdout()) {
            Stdout.write(spec.commandLine().getOut(), content::writeTo);
        } else {
            PartFile.write(target, content);
        }
    }
}
