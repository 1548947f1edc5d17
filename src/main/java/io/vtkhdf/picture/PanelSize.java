package io.vtkhdf.picture;

/**
 * How large a plane is drawn.
 *
 * @param width in pixels
 * @param height in pixels
 * @param columns how many values that is along the fast axis
 * @param rows and along the slow one
 * @param isInProportion whether a pixel is as wide as it is high, in the world
 */
record PanelSize(int width, int height, int columns, int rows, boolean isInProportion) {

    /** The longer edge in pixels if nothing is said; a larger plane is thinned out, a smaller one enlarged. */
    static final int LONGEST = 1600;

    static final int SHORTEST = 640;
    /** Below this an edge would not be seen; the proportions are given up instead. */
    private static final int THINNEST = 24;

    /**
     * @param longest the longer edge, unless the settings say it; more only if all values are to be shown
     * @param shortest and at least so many, if there are fewer values
     */
    static PanelSize of(Panel panel, PictureSettings settings, int longest, int shortest) {
        boolean isWhole = settings.isWhole();
        int nx = panel.across().count();
        int ny = panel.upwards().count();
        if (settings.isPlain() && settings.size().isEmpty()) {
            return isWhole || Math.max(nx, ny) <= longest
                    ? new PanelSize(nx, ny, nx, ny, true)
                    : ofPixels(
                            nx, ny, scaled(nx, longest, Math.max(nx, ny)), scaled(ny, longest, Math.max(nx, ny)), true);
        }
        double ratio = panel.across().length() / panel.upwards().length();
        int edge = settings.size().orElse(longest(ratio >= 1 ? nx : ny, longest, shortest));
        int trueWidth = (int) Math.round(edge * Math.min(ratio, 1));
        int trueHeight = (int) Math.round(edge / Math.max(ratio, 1));
        int least = settings.isPlain() ? 1 : Math.min(THINNEST, edge);
        if (isWhole) {
            return whole(nx, ny, trueWidth, trueHeight, least);
        }
        int width = Math.max(trueWidth, least);
        int height = Math.max(trueHeight, least);
        return ofPixels(nx, ny, width, height, width == trueWidth && height == trueHeight);
    }

    private static PanelSize ofPixels(int nx, int ny, int width, int height, boolean isInProportion) {
        return new PanelSize(width, height, Math.min(nx, width), Math.min(ny, height), isInProportion);
    }

    private static int scaled(int count, int longest, int most) {
        return Math.max(1, (int) ((long) count * longest / most));
    }

    /** As many pixels as values, or a whole multiple. */
    private static int longest(int count, int longest, int shortest) {
        return Math.min(longest, count * Math.max(1, (shortest - 1) / count + 1));
    }

    /** Each value has the same whole number of pixels, in proportions as near to the true ones as that allows. */
    private static PanelSize whole(int nx, int ny, int trueWidth, int trueHeight, int least) {
        double pixels = Math.max(1, Math.max((double) trueWidth / nx, (double) trueHeight / ny));
        double wide = (double) trueWidth / nx;
        double high = (double) trueHeight / ny;
        double most = Math.max(wide, high);
        int perColumn = (int) Math.max((least - 1) / nx + 1, Math.round(pixels * wide / most));
        int perRow = (int) Math.max((least - 1) / ny + 1, Math.round(pixels * high / most));
        int width = Math.multiplyExact(nx, perColumn);
        int height = Math.multiplyExact(ny, perRow);
        double error = ((double) perColumn / perRow) / (wide / high);
        return new PanelSize(width, height, nx, ny, error > 0.95 && error < 1.05);
    }

    /** Whether some values have no pixel of their own. */
    boolean isThinned(Panel panel) {
        return columns < panel.across().count() || rows < panel.upwards().count();
    }
}
