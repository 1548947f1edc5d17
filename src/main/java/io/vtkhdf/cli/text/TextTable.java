package io.vtkhdf.cli.text;

import io.vtkhdf.error.ShownText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of text in columns two spaces apart, which fit a terminal: as wide as their widest cell, or cells are wrapped
 * between words, and a first cell that is longer than its column stands in a line of its own. A word that nothing else
 * helps loses its middle. Control characters are escaped.
 */
public final class TextTable {

    /** Of rows below the heading, if there is somewhere else to see them all. */
    private static final int MOST_ROWS = 50;

    private final List<List<String>> rows = new ArrayList<>();
    private final String whereAll;

    /** One of all its rows. */
    public TextTable() {
        this("");
    }

    private TextTable(String whereAll) {
        this.whereAll = whereAll;
    }

    /**
     * One whose first row is a heading, and that leaves out what is more than 50 rows, of which {@code --json} tells.
     */
    public static TextTable cut() {
        return new TextTable("--json tells of all");
    }

    public void row(String... cells) {
        row(Arrays.asList(cells));
    }

    public void row(List<String> cells) {
        List<String> shown = new ArrayList<>(cells.size());
        for (String cell : cells) {
            shown.add(ShownText.of(cell));
        }
        rows.add(shown);
    }

    public int rows() {
        return rows.size();
    }

    public void print(PrintWriter out) {
        int most = whereAll.isEmpty() ? rows.size() : Math.min(rows.size(), MOST_ROWS + 1);
        List<List<String>> shown = rows.subList(0, most);
        ColumnWidths widths = ColumnWidths.of(shown);
        for (List<String> row : shown) {
            for (String line : widths.lines(row)) {
                out.println(line);
            }
        }
        if (most < rows.size()) {
            out.println("and " + (rows.size() - most) + " more (" + whereAll + ")");
        }
    }
}
