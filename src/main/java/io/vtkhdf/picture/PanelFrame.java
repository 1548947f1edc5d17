package io.vtkhdf.picture;

import java.awt.Graphics2D;
import java.util.List;

/** What stands around the values of a panel: its caption, and its axes unless it is one of many. */
final class PanelFrame {

    /** How much of that there is. */
    enum Around {
        AXES,
        CAPTION,
        NOTHING
    }

    private static final int NARROW = 120;
    private static final int TICK = 5;
    private static final int GAP = 4;

    private final Panel panel;
    private final PanelSize size;
    private final PictureText text;
    private final Around around;
    private final List<PictureTicks.Tick> across;
    private final List<PictureTicks.Tick> upwards;

    PanelFrame(Panel panel, PanelSize size, PictureText text, Around around) {
        this.panel = panel;
        this.size = size;
        this.text = text;
        this.around = around;
        boolean hasAxes = around == Around.AXES;
        this.across = hasAxes ? acrossTicks() : List.of();
        this.upwards = hasAxes
                ? panel.upwards().ticks(Math.max(2, size.height() / Math.max(5 * text.height() / 2, 20)))
                : List.of();
    }

    /** As many as leave the room of two digits between their texts. */
    private List<PictureTicks.Tick> acrossTicks() {
        int most = Math.max(2, size.width() / Math.max(5 * text.height() / 2, 25));
        List<PictureTicks.Tick> ticks = panel.across().ticks(most);
        while (most > 2 && ticks.size() > 1 && isCrowded(ticks)) {
            most--;
            ticks = panel.across().ticks(most);
        }
        return ticks;
    }

    private boolean isCrowded(List<PictureTicks.Tick> ticks) {
        double step = panel.across().position(ticks.get(1).value())
                - panel.across().position(ticks.get(0).value());
        return step * size.width() < widest(ticks) + text.width("00");
    }

    private int widest(List<PictureTicks.Tick> ticks) {
        return ticks.stream().mapToInt(tick -> text.width(tick.text())).max().orElse(0);
    }

    int left() {
        return around == Around.AXES ? text.height() + widest(upwards) + TICK + 4 * GAP : border();
    }

    int above() {
        return around == Around.NOTHING || panel.caption().isEmpty() ? border() : text.height() + GAP;
    }

    int below() {
        return around == Around.AXES ? TICK + 2 * GAP + 2 * text.height() : border();
    }

    /** The width of the line around the values, of which it covers none. */
    int border() {
        return around == Around.NOTHING ? 0 : 1;
    }

    PanelSize size() {
        return size;
    }

    Panel panel() {
        return panel;
    }

    /**
     * @param left where the values begin
     * @param top likewise
     */
    void draw(Graphics2D graphics, int left, int top) {
        if (around == Around.NOTHING) {
            return;
        }
        graphics.setColor(Ink.LINE);
        graphics.drawRect(left - 1, top - 1, size.width() + 1, size.height() + 1);
        graphics.setColor(Ink.TEXT);
        if (!panel.caption().isEmpty()) {
            text.draw(graphics, text.fitted(panel.caption(), size.width()), left, 0, top - above());
        }
        if (around == Around.AXES) {
            drawAcross(graphics, left, top + size.height());
            drawUpwards(graphics, left, top);
        }
    }

    private void drawAcross(Graphics2D graphics, int left, int top) {
        PictureAxis axis = panel.across();
        for (PictureTicks.Tick tick : across) {
            double part = axis.position(tick.value());
            int x = left + (int) Math.round(part * size.width() - 0.5);
            graphics.drawLine(x, top + 1, x, top + TICK);
            // On a narrow axis the two texts would be one.
            double anchor = size.width() < NARROW ? 1 - Math.rint(part) : 0.5;
            text.draw(graphics, tick.text(), x, axis.count() == 1 ? 0.5 : anchor, top + TICK + GAP);
        }
        text.draw(graphics, axis.name(), left + size.width() / 2.0, 0.5, top + TICK + 2 * GAP + text.height());
    }

    private void drawUpwards(Graphics2D graphics, int left, int top) {
        for (PictureTicks.Tick tick : upwards) {
            double part = panel.upwards().position(tick.value());
            int y = top + (int) Math.round((1 - part) * size.height() - 0.5);
            graphics.drawLine(left - 1 - TICK, y, left - 2, y);
            text.draw(graphics, tick.text(), left - 2 - TICK - GAP, 1, y - text.height() / 2.0);
        }
        Graphics2D turned = (Graphics2D) graphics.create();
        turned.translate(left - left(), top + size.height() / 2.0);
        turned.rotate(-Math.PI / 2);
        text.draw(turned, panel.upwards().name(), 0, 0.5, 0);
        turned.dispose();
    }
}
