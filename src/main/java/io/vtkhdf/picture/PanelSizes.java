package io.vtkhdf.picture;

import java.util.ArrayList;
import java.util.List;

/** Sizes of panels of one picture: what is equally long in the world is so in the picture, as far as that can be. */
final class PanelSizes {

    /** Of the longer edge of one among many. */
    private static final int SMALLEST = 64;

    private PanelSizes() {}

    /** @param share how many are side by side */
    static List<PanelSize> of(List<Panel> panels, PictureSettings settings, int share) {
        int longest = Math.max(PanelSize.LONGEST / share, SMALLEST);
        int shortest = share == 1 ? PanelSize.SHORTEST : PanelSize.SHORTEST / Math.max(2, share / 2);
        double largest = panels.stream().mapToDouble(PanelSizes::length).max().orElse(1);
        int edge = panels.stream()
                .map(panel -> PanelSize.of(panel, settings, longest, shortest))
                .mapToInt(size -> Math.max(size.width(), size.height()))
                .max()
                .orElse(1);
        List<PanelSize> sizes = new ArrayList<>();
        for (Panel panel : panels) {
            boolean isAlone = panels.size() == 1 || settings.isPlain() || settings.isWhole();
            sizes.add(PanelSize.of(
                    panel,
                    isAlone
                            ? settings
                            : settings.withSize((int) Math.max(1, Math.round(edge * length(panel) / largest))),
                    longest,
                    shortest));
        }
        return sizes;
    }

    private static double length(Panel panel) {
        return Math.max(panel.across().length(), panel.upwards().length());
    }
}
