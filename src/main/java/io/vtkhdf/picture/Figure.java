package io.vtkhdf.picture;

import io.vtkhdf.plane.Thinning;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A picture of one plane or several, made for reading: a title and lines of text, the values in their colours and in
 * their true proportions, coordinates growing to the right and upwards, axes with round coordinates, the scale of the
 * colours, and what the picture does not show. Written in memory that does not grow with the planes.
 *
 * <p>Not thread-safe.
 */
public final class Figure {

    /** Of more panels than that, none has axes. */
    private static final int MOST_WITH_AXES = 3;

    private final List<PanelFrame> frames = new ArrayList<>();
    private final ColourScale scale;
    private final boolean isPlain;
    private final Thinning thinning;
    private final PictureText text;
    private final List<String> lines;
    private final FigureLayout layout;

    /**
     * @param columns how many panels stand side by side
     * @param scale for the values of all panels
     * @param lines the title, and what stands below it; of a plain picture nothing is shown
     */
    public Figure(List<Panel> panels, int columns, ColourScale scale, PictureSettings settings, List<String> lines) {
        this.scale = scale;
        this.isPlain = settings.isPlain();
        this.thinning = settings.thinning().orElse(scale.defaultThinning());
        int share = Math.min(columns, panels.size());
        List<PanelSize> sizes = PanelSizes.of(panels, settings, share);
        int edges = sizes.stream()
                .mapToInt(size -> size.width() + size.height())
                .max()
                .orElse(0);
        this.text = PictureText.ofSize((int)
                Math.round(Math.max(14, edges * Math.min(share, 4) / 120) * settings.fontScale()));
        PanelFrame.Around around = isPlain
                ? PanelFrame.Around.NOTHING
                : panels.size() > MOST_WITH_AXES ? PanelFrame.Around.CAPTION : PanelFrame.Around.AXES;
        for (int i = 0; i < panels.size(); i++) {
            frames.add(new PanelFrame(panels.get(i), sizes.get(i), text, around));
        }
        this.lines = withNotes(lines);
        this.layout = new FigureLayout(frames, columns, isPlain ? 0 : Math.max(text.height(), 12));
    }

    /** Whether there are fonts; without, a picture has no title and its scales no numbers. */
    public boolean hasText() {
        return text.isAvailable();
    }

    /**
     * What is shown of how many values, and how, such as {@code 1600 x 1600 of 5000 x 5000 values shown: area mean}.
     */
    public Optional<String> thinned() {
        return frames.stream()
                .filter(frame -> frame.size().isThinned(frame.panel()))
                .findFirst()
                .map(frame -> frame.size().columns() + " x " + frame.size().rows() + " of "
                        + frame.panel().across().count() + " x "
                        + frame.panel().upwards().count() + " values shown: " + thinning.words());
    }

    private List<String> withNotes(List<String> given) {
        List<String> all = new ArrayList<>(given);
        all.add(scale.words());
        boolean isInProportion = frames.stream().allMatch(frame -> frame.size().isInProportion());
        String shown = thinned().orElse("");
        String proportion = isInProportion ? "" : "not to scale";
        String last = shown.isEmpty() || isInProportion ? shown + proportion : shown + "; " + proportion;
        if (!last.isEmpty()) {
            all.add(last);
        }
        return all;
    }

    public void writeTo(OutputStream out) throws IOException {
        FigureDrawing drawing = new FigureDrawing(frames, layout, scale, thinning, text, isPlain ? List.of() : lines);
        Canvas.write(drawing, drawing.width(), drawing.height(), out);
    }
}
