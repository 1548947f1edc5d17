package io.vtkhdf.tests.browser;

import com.fasterxml.jackson.databind.JsonNode;

/** A plane of the page, and what it has to look like in the colours grey, which are 256 from black to white. */
final class ShownPlane {

    private final BrowserPage page;
    private final String axis;

    ShownPlane(BrowserPage page, String axis) {
        this.page = page;
        this.axis = axis;
    }

    String selector(String part) {
        return "#plane-" + axis + " " + part;
    }

    String picture() {
        return selector(".picture");
    }

    /** Waits until it shows a slice of an array, at a step. */
    void waitFor(String array, int index, int step) {
        page.waitFor("document.querySelector('#plane-" + axis + "').dataset.shown?.startsWith("
                + BrowserPage.quoted(array + " " + index + " step " + step + " ") + ")");
    }

    int index() {
        return page.evaluate("Number(document.querySelector('" + selector(".index") + "').value)")
                .asInt();
    }

    /** The levels of its pixels, the uppermost row first; all channels are the same. */
    int[][] levels() {
        JsonNode rows = page.evaluate(
                "(() => { const c = document.querySelector('" + selector("canvas")
                        + "'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                        + " return Array.from({length: c.height}, (_, y) => Array.from({length: c.width}, (_, x) => {"
                        + " const p = 4 * (y * c.width + x); return d[p] === d[p + 1] && d[p] === d[p + 2] ? d[p] : -1; })); })()");
        int[][] levels = new int[rows.size()][];
        for (int y = 0; y < levels.length; y++) {
            levels[y] = new int[rows.get(y).size()];
            for (int x = 0; x < levels[y].length; x++) {
                levels[y][x] = rows.get(y).get(x).asInt();
            }
        }
        return levels;
    }

    /**
     * @param values a row of the slow axis each, of which the last one is to be seen at the top
     * @return each between 0 and 255
     */
    static int[][] levels(double[][] values, double min, double max) {
        int[][] levels = new int[values.length][];
        for (int row = 0; row < values.length; row++) {
            int[] line = new int[values[row].length];
            for (int x = 0; x < line.length; x++) {
                double position = (values[row][x] - min) / (max - min);
                line[x] = (int) Math.max(0, Math.min(255, Math.floor(position * 256)));
            }
            levels[values.length - 1 - row] = line;
        }
        return levels;
    }
}
